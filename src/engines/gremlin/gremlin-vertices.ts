import { inBatches } from '../in-batches.ts'
import {
  buckets,
  type GremlinNames,
  property,
  type VertexKind,
  vertexLabels,
} from './gremlin-names.ts'
import { putVerticesScript } from './gremlin-scripts.ts'
import type { GremlinSession, Traversal } from './gremlin-session.ts'
import { requestsAtATime, someAtATime } from './some-at-a-time.ts'

/** The key of a thing, and what was asked about it. */
export interface Row {
  readonly key: string
  readonly value: string
}

/** Reads a map as the server sends it. */
export function rowOf(map: ReadonlyMap<string, unknown>): Row {
  return { key: map.get('key') as string, value: map.get('value') as string }
}

/** What is to be told of each thing that a traversal finds. */
export function told(found: Traversal, value: string): Traversal {
  return found.project('key', 'value').by(property.key).by(value)
}

/** About as many as make an answer of a megabyte. */
const wantedRows = 2000

/**
 * Key and one other property of every vertex of a kind, or of the edges that run out of it: a few buckets in a request, as
 * many as the ones before allow.
 */
export async function* readVertices(
  session: GremlinSession,
  names: GremlinNames,
  kind: VertexKind | 'edges',
  value: string,
  signal?: AbortSignal,
): AsyncIterable<readonly Row[]> {
  const { g, ask, terms } = session
  const ends = kind === 'edges' ? 'nodes' : kind
  const all = Array.from({ length: buckets[ends] }, (_, number) => names.bucket(ends, number))
  const read = async (some: readonly string[]) => {
    const found: Traversal = g.V().has(property.bucket, terms.P.within(...some))
    const wanted = kind === 'edges' ? found.outE().has(property.key) : found
    const rows = await ask<ReadonlyMap<string, unknown>>(told(wanted, value), signal)
    return rows.map(rowOf)
  }
  let [at, count] = [0, 8]
  while (at < all.length) {
    const next = all.slice(at, at + count * requestsAtATime)
    const pages = await someAtATime(inBatches(next, count), read)
    yield* pages.filter((rows) => rows.length > 0)
    at += next.length
    const rows = pages.reduce((sum, page) => sum + page.length, 0)
    count = Math.max(1, Math.min(2 * count, Math.floor((next.length * wantedRows) / (rows + 1))))
  }
}

/** A vertex to be written. */
export interface VertexRow {
  readonly key: string
  readonly hash: string
  readonly data: string
  readonly words: readonly string[]
}

/** Adds those that are not there, and makes the others what they are to be now. */
export async function putVertices(
  session: GremlinSession,
  names: GremlinNames,
  kind: VertexKind,
  rows: readonly VertexRow[],
  signal?: AbortSignal,
): Promise<void> {
  const bindings = { kind: vertexLabels[kind], rows: rows.map((row) => asMap(names, kind, row)) }
  await session.run(putVerticesScript, bindings, signal)
}

export async function removeVertices(
  { g, ask }: GremlinSession,
  names: GremlinNames,
  kind: VertexKind,
  keys: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  if (keys.length === 0) return
  const ids = keys.map((key) => names.vertex(kind, key))
  await ask(
    g
      .V(...ids)
      .has(property.hash)
      .drop(),
    signal,
  )
}

function asMap(
  names: GremlinNames,
  kind: VertexKind,
  row: VertexRow,
): ReadonlyMap<string, string | readonly string[]> {
  return new Map<string, string | readonly string[]>([
    ['id', names.vertex(kind, row.key)],
    ['key', row.key],
    ['hash', row.hash],
    ['data', row.data],
    ['bucket', names.bucketOf(kind, row.key)],
    ['words', row.words.map(names.word)],
  ])
}
