import { createHash } from 'node:crypto'
import { compareText } from '../../text/compare-text.ts'
import { type BaseFacts, type BaseState, layoutVersion } from '../engine.ts'
import { storedJson } from '../stored-json.ts'
import {
  basesBucket,
  edgeLabels,
  type GremlinNames,
  property,
  vertexLabels,
} from './gremlin-names.ts'
import { schemaScript } from './gremlin-schema.ts'
import type { GremlinSession } from './gremlin-session.ts'
import { putVertices, readVertices, removeVertices } from './gremlin-vertices.ts'

/** What is kept of the base itself, as JSON; its facts may be long and stand in vertices of their own. */
interface BaseRecord {
  readonly layout: number
  readonly unfinished: boolean
  /** Those that edges ever had: a server does not know labels of others, and refuses questions that name them. */
  readonly relations: readonly string[]
  /** The keys of the pieces. */
  readonly facts?: readonly string[]
}

export interface GremlinBase {
  readonly state: (signal?: AbortSignal) => Promise<BaseState | undefined>
  /** Changes whenever a push begins or ends. */
  readonly version: (signal?: AbortSignal) => Promise<string>
  /** Marks the base, which may be new, as unfinished. */
  readonly begin: (signal?: AbortSignal) => Promise<void>
  readonly finish: (facts: BaseFacts, signal?: AbortSignal) => Promise<void>
  /** Those of the relations that edges may have. */
  readonly known: (relations: readonly string[], signal?: AbortSignal) => Promise<readonly string[]>
  /** Makes what relations need that no edge has had yet. */
  readonly introduce: (relations: readonly string[], signal?: AbortSignal) => Promise<void>
}

export function gremlinBase(session: GremlinSession, names: GremlinNames): GremlinBase {
  const seen = new Set<string>()
  const read = async (signal?: AbortSignal) => {
    const record = await readRecord(session, names, signal)
    for (const relation of record?.relations ?? []) seen.add(relation)
    return record
  }
  const lacking = (relations: readonly string[]) => relations.some((one) => !seen.has(one))
  return {
    state: async (signal) => stateOf(session, names, await read(signal), signal),
    version: async (signal) => JSON.stringify(await read(signal)) ?? '',
    begin: async (signal) => {
      await session.run(schemaScript, { relations: [] }, signal)
      const record = { relations: [], ...(await read(signal)) }
      const begun = { ...record, layout: layoutVersion, unfinished: true }
      await writeRecord(session, names, begun, signal)
    },
    finish: async (facts, signal) => {
      const relations = (await read(signal))?.relations ?? []
      await finishBase(session, names, facts, relations, signal)
    },
    known: async (relations, signal) => {
      if (lacking(relations)) await read(signal)
      return relations.filter((relation) => seen.has(relation))
    },
    introduce: async (relations, signal) => {
      const record = lacking(relations) ? await read(signal) : undefined
      if (record === undefined || !lacking(relations)) return
      await session.run(schemaScript, { relations: relations.map(edgeLabels) }, signal)
      const all = [...new Set([...record.relations, ...relations])].sort(compareText)
      await writeRecord(session, names, { ...record, relations: all }, signal)
      for (const relation of relations) seen.add(relation)
    },
  }
}

async function stateOf(
  session: GremlinSession,
  names: GremlinNames,
  record: BaseRecord | undefined,
  signal?: AbortSignal,
): Promise<BaseState | undefined> {
  if (record === undefined) return undefined
  const { layout, unfinished, facts: keys } = record
  if (keys === undefined) return { layout, unfinished }
  const pieces = new Map<string, string>()
  for await (const rows of readVertices(session, names, 'facts', property.data, signal)) {
    for (const { key, value } of rows) pieces.set(key, value)
  }
  const json = keys.map((key) => pieces.get(key) ?? '').join('')
  return { layout, unfinished, facts: storedJson(json) }
}

/** The new facts are all there before the base names them, and the old ones until then. */
async function finishBase(
  session: GremlinSession,
  names: GremlinNames,
  facts: BaseFacts,
  relations: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const json = JSON.stringify(facts)
  const version = createHash('sha256').update(json).digest('hex').slice(0, 16)
  const pieces = inPieces(json).map((data, at) => ({
    ...{ key: `${version}/${at}`, hash: version, data, words: [] },
  }))
  for (const piece of pieces) await putVertices(session, names, 'facts', [piece], signal)
  const keys = pieces.map(({ key }) => key)
  const record = { layout: layoutVersion, unfinished: false, relations, facts: keys }
  await writeRecord(session, names, record, signal)
  for await (const rows of readVertices(session, names, 'facts', property.hash, signal)) {
    const old = rows.map(({ key }) => key).filter((key) => !keys.includes(key))
    await removeVertices(session, names, 'facts', old, signal)
  }
}

async function readRecord(
  { g, ask }: GremlinSession,
  { base }: GremlinNames,
  signal?: AbortSignal,
): Promise<BaseRecord | undefined> {
  signal?.throwIfAborted()
  const [found] = await ask<string>(g.V(base).values(property.data), signal)
  return found === undefined ? undefined : storedJson(found)
}

async function writeRecord(
  session: GremlinSession,
  { base, namespace }: GremlinNames,
  record: BaseRecord,
  signal?: AbortSignal,
): Promise<void> {
  const { g, ask, terms } = session
  const [there] = await ask(g.V(base).has(property.data).count(), signal)
  const vertex =
    Number(there) > 0
      ? g.V(base)
      : g
          .addV(vertexLabels.base)
          .property(terms.t.id, base)
          .property(property.key, namespace)
          .property(property.bucket, basesBucket)
  await ask(vertex.property(property.data, JSON.stringify(record)).count(), signal)
}

/** A server refuses requests of some megabytes. */
const pieceLength = 200_000

/** No cut goes through a character. */
function inPieces(text: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = at + pieceLength
    const isHalf = /[\ud800-\udbff]/.test(text.charAt(end - 1))
    pieces.push(text.slice(at, isHalf ? end - 1 : end))
    at = isHalf ? end - 1 : end
  }
  return pieces
}
