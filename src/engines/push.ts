import { createHash, type Hash } from 'node:crypto'
import type { SourceFile } from '../documents/document.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { searchTotals } from '../queries/search-entities.ts'
import { bestStanding, byDegree, standings } from '../queries/standing.ts'
import { statistics } from '../queries/statistics.ts'
import {
  type BaseFacts,
  type BaseState,
  type Engine,
  type EngineWriter,
  layoutVersion,
  type RecordKind,
} from './engine.ts'
import { EngineProblem } from './engine-problem.ts'
import { inBatches } from './in-batches.ts'
import { readableState } from './open-base.ts'
import { edgeRecord, fileRecord, nodeRecord } from './records.ts'

/** A checked base: its graph, and the files it was made of. */
export interface Pushed {
  readonly graph: KnowledgeGraph
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
  const pushing = beginPush(engine.writer, base, options)
  // An edge needs its ends, and goes with them.
  await pushing.compare('nodes', nodesOf(base.graph), engine.writer.putNodes)
  await pushing.compare('edges', edgesOf(base.graph), engine.writer.putEdges)
  await pushing.compare('files', filesOf(base.files), engine.writer.putFiles)
  for (const kind of ['edges', 'nodes', 'files'] as const) await pushing.remove(kind)
  return pushing.finish(state)
}

function refuse(state: BaseState | undefined, graph: KnowledgeGraph): void {
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

function beginPush(writer: EngineWriter, { graph, files }: Pushed, options: PushOptions) {
  const { signal, onProgress } = options
  const [added, changed, removed] = [zero(), zero(), zero()]
  const gone: Record<RecordKind, string[]> = { nodes: [], edges: [], files: [] }
  const total = graph.order + graph.size + files.length
  const version = createHash('sha256')
  const { write, isOpen } = writing(writer, options)
  let done = 0
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
      const before = known.get(key)
      known.delete(key)
      version.update(`${kind} ${record.hash}\n`)
      if (before !== record.hash) {
        const counts = before === undefined ? added : changed
        counts[kind]++
        await batches.add(record)
      }
      if (++done % progressStep === 0) onProgress?.(done, total)
    }
    await batches.flush()
    onProgress?.(done, total)
    gone[kind] = [...known.keys()]
    removed[kind] = known.size
  }
  const remove = async (kind: RecordKind) => {
    for (const some of inBatches(gone[kind], writer.batchSize)) {
      await write(() => writer.remove(kind, some, signal))
    }
  }
  const finish = async (state: BaseState | undefined): Promise<PushReport> => {
    const facts = factsOf(graph, version)
    const isKnown = state?.unfinished === false && state.facts?.version === facts.version
    const isSame = isKnown && !isOpen()
    if (!isSame) await write(() => writer.finish(facts, signal))
    const counted = [added, changed, removed].flatMap((counts) => Object.values(counts))
    const unchanged = counted.every((count) => count === 0) && isSame
    return { added, changed, removed, unchanged }
  }
  return { compare, remove, finish }
}

const progressStep = 1000

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
): Promise<Map<string, string>> {
  const known = new Map<string, string>()
  for await (const page of writer.stored(kind, signal)) {
    for (const { key, hash } of page) known.set(key, hash)
  }
  return known
}

function* nodesOf(graph: KnowledgeGraph) {
  for (const { node, attributes } of graph.nodeEntries()) {
    yield [node, nodeRecord(node, attributes)] as const
  }
}

function* edgesOf(graph: KnowledgeGraph) {
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    yield [edge, edgeRecord(edge, source, target, attributes)] as const
  }
}

function* filesOf(files: readonly SourceFile[]) {
  for (const { path, text } of files) yield [path, fileRecord(path, text)] as const
}

/** Of the records, in the order of the graph, and of what holds for all of it. */
function factsOf(graph: KnowledgeGraph, version: Hash): BaseFacts {
  const attributes = graph.getAttributes()
  const search = searchTotals()
  graph.forEachNode(search.add)
  version.update(JSON.stringify([layoutVersion, attributes]))
  return {
    version: version.digest('base64url').slice(0, 22),
    graph: attributes,
    statistics: statistics(graph),
    search: search.totals(),
    standing: standingIn(graph),
  }
}

/** So many of the best connected are named. */
const mostConnected = 1000

function standingIn(graph: KnowledgeGraph): NonNullable<BaseFacts['standing']> {
  const all = standings(graph).sort(byDegree)
  return {
    best: bestStanding(all, graph.getAttribute('ontology').entities),
    connected: all.slice(0, mostConnected).map(({ id }) => id),
  }
}
