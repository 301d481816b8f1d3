import type { SourceFile } from '../documents/document.ts'
import type { GraphStream } from '../graph/graph-stream.ts'
import type { BaseFacts, BaseState, Engine, EngineWriter, RecordKind } from './engine.ts'
import { EngineProblem } from './engine-problem.ts'
import { type FactsTally, factsTally } from './facts-tally.ts'
import { inBatches } from './in-batches.ts'
import { type KnownHashes, knownHashes } from './known-hashes.ts'
import { readableState } from './open-base.ts'
import { edgeRecord, fileRecord, nodeRecord } from './records.ts'

/** A checked base: its graph, whole or piece by piece, and the files it was made of. */
export interface Pushed {
  readonly graph: GraphStream
  readonly files: readonly SourceFile[]
}

export interface PushOptions {
  /** Write nothing, only count. */
  readonly dryRun?: boolean
  readonly signal?: AbortSignal
  /** Is told how many of all records have been looked at, and are there if they are to be. */
  readonly onProgress?: (done: number, total: number) => void
}

/** How many records were written (or would be), by kind. */
export interface PushReport {
  readonly added: Counts
  readonly changed: Counts
  readonly removed: Counts
  /** Nothing differed, not even the facts of the base. */
  readonly unchanged: boolean
}

export type Counts = Readonly<Record<RecordKind, number>>

/**
 * Makes what the engine holds the same as the base: compares by content hash, writes what differs, removes what is gone,
 * and tells the version last. One that was broken off is continued by the next, because what it wrote compares equal.
 */
export async function push(
  engine: Engine,
  base: Pushed,
  options: PushOptions = {},
): Promise<PushReport> {
  const state = await engine.state(options.signal)
  refuse(state, base.graph)
  const facts = factsTally()
  const pushing = beginPush(engine.writer, base, facts.hashed, options)
  // An edge needs its ends, and goes with them.
  await pushing.compare('nodes', nodesOf(base.graph, facts), engine.writer.putNodes)
  await pushing.compare('edges', edgesOf(base.graph, facts), engine.writer.putEdges)
  await pushing.compare('files', filesOf(base.files), engine.writer.putFiles)
  for (const kind of ['edges', 'nodes', 'files'] as const) await pushing.remove(kind)
  return pushing.finish(state, facts.facts(base.graph))
}

function refuse(state: BaseState | undefined, graph: GraphStream): void {
  if (state === undefined) return
  const { facts } = readableState(state)
  const name = graph.getAttribute('name')
  if (facts === undefined || facts.graph.name === name) return
  throw new EngineProblem(
    `The server has another base there, "${facts.graph.name}", and this one is "${name}". Push it under another name: end the address with "?base=NAME".`,
  )
}

/** Writes, once something is to be written: the base is marked before that. */
function writing({ begin }: EngineWriter, { dryRun = false, signal }: PushOptions) {
  let isOpen = false
  return {
    isOpen: () => isOpen,
    write: async (action: () => Promise<void>) => {
      signal?.throwIfAborted()
      if (dryRun) return
      if (!isOpen) await begin(signal)
      isOpen = true
      await action()
    },
  }
}

/** What a push has found: how many records are new or changed, and which are gone. */
interface Ledger {
  readonly added: Record<RecordKind, number>
  readonly changed: Record<RecordKind, number>
  readonly gone: Record<RecordKind, readonly string[]>
}

/** One push to one engine: what differs is written, kind by kind, and what is gone removed. */
function beginPush(
  writer: EngineWriter,
  { graph, files }: Pushed,
  onHash: (kind: RecordKind, hash: string) => void,
  options: PushOptions,
) {
  const { signal, onProgress } = options
  const ledger: Ledger = {
    ...{ added: zero(), changed: zero() },
    gone: { nodes: [], edges: [], files: [] },
  }
  const { write, isOpen } = writing(writer, options)
  const progress = progressOf(graph.order + graph.size + files.length, onProgress)
  const compare = async <Item extends { readonly hash: string }>(
    kind: RecordKind,
    records: Iterable<readonly [key: string, record: Item]>,
    put: (batch: readonly Item[], signal?: AbortSignal) => Promise<void>,
  ) => {
    const known = await storedHashes(writer, kind, signal)
    const batches = batched(writer.batchSize, (batch: readonly Item[]) =>
      write(() => put(batch, signal)),
    )
    for (const [key, record] of records) {
      onHash(kind, record.hash)
      if (isNews(known.take(key), record.hash, kind, ledger)) await batches.add(record)
      progress.step()
    }
    await batches.flush()
    progress.tell()
    ledger.gone[kind] = known.left()
  }
  const remove = async (kind: RecordKind) => {
    for (const some of inBatches(ledger.gone[kind], writer.batchSize)) {
      await write(() => writer.remove(kind, some, signal))
    }
  }
  const finish = async (state: BaseState | undefined, facts: BaseFacts): Promise<PushReport> => {
    const isKnown = state?.unfinished === false && state.facts?.version === facts.version
    const isSame = isKnown && !isOpen()
    if (!isSame) await write(() => writer.finish(facts, signal))
    return reportOf(ledger, isSame)
  }
  return { compare, remove, finish }
}

/** Whether a record is to be written; if so, it is counted. */
function isNews(
  before: string | undefined,
  now: string,
  kind: RecordKind,
  { added, changed }: Ledger,
): boolean {
  if (before === now) return false
  const counts = before === undefined ? added : changed
  counts[kind]++
  return true
}

function reportOf({ added, changed, gone }: Ledger, isSame: boolean): PushReport {
  const { nodes, edges, files } = gone
  const removed = { nodes: nodes.length, edges: edges.length, files: files.length }
  const counted = [added, changed, removed].flatMap((counts) => Object.values(counts))
  const unchanged = counted.every((count) => count === 0) && isSame
  return { added, changed, removed, unchanged }
}

const progressStep = 1000

function progressOf(total: number, onProgress: PushOptions['onProgress']) {
  let done = 0
  const tell = () => onProgress?.(done, total)
  const step = () => {
    if (++done % progressStep === 0) tell()
  }
  return { step, tell }
}

/** Collects items until so many are there. */
function batched<Item>(size: number, write: (batch: readonly Item[]) => Promise<void>) {
  let batch: Item[] = []
  const flush = async () => {
    const full = batch
    batch = []
    if (full.length > 0) await write(full)
  }
  return {
    add: async (item: Item) => {
      if (batch.push(item) === size) await flush()
    },
    flush,
  }
}

function zero(): Record<RecordKind, number> {
  return { nodes: 0, edges: 0, files: 0 }
}

async function storedHashes(
  writer: EngineWriter,
  kind: RecordKind,
  signal: AbortSignal | undefined,
): Promise<KnownHashes> {
  const known = knownHashes()
  for await (const page of writer.stored(kind, signal)) {
    for (const { key, hash } of page) known.put(key, hash)
  }
  return known
}

function* nodesOf(graph: GraphStream, { addNode }: FactsTally) {
  for (const { node, attributes } of graph.nodeEntries()) {
    addNode(node, attributes)
    yield [node, nodeRecord(node, attributes)] as const
  }
}

function* edgesOf(graph: GraphStream, { addEdge }: FactsTally) {
  for (const streamed of graph.edgeEntries()) {
    const { edge, source, target, attributes } = streamed
    addEdge(streamed)
    yield [edge, edgeRecord(edge, source, target, attributes)] as const
  }
}

function* filesOf(files: readonly SourceFile[]) {
  for (const { path, text } of files) yield [path, fileRecord(path, text)] as const
}
