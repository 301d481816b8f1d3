import {
  buckets,
  type GremlinNames,
  property,
  type VertexKind,
  vertexLabels,
} from './gremlin-names.ts'
import { isThereAlready } from './gremlin-problems.ts'
import type { GremlinSession, Traversal } from './gremlin-session.ts'

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
 * Key and one other property of every vertex of a kind, or of the edges that run out of it: a few buckets at a time, as
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
  let [at, count] = [0, 32]
  while (at < buckets[ends]) {
    const end = Math.min(at + count, buckets[ends])
    const some = Array.from({ length: end - at }, (_, more) => names.bucket(ends, at + more))
    const found: Traversal = g.V().has(property.bucket, terms.P.within(...some))
    const wanted = kind === 'edges' ? found.outE().has(property.key) : found
    const rows = await ask<ReadonlyMap<string, unknown>>(told(wanted, value), signal)
    if (rows.length > 0) yield rows.map(rowOf)
    at = end
    count = Math.max(1, Math.min(2 * count, Math.floor((count * wantedRows) / (rows.length + 1))))
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
  const { g, ask } = session
  const ids = rows.map(({ key }) => names.vertex(kind, key))
  const there = new Set(
    await ask<string>(
      g
        .V(...ids)
        .has(property.hash)
        .id(),
      signal,
    ),
  )
  const all = rows.map((row) => asMap(names, kind, row))
  const [old, fresh] = [true, false].map((isOld) =>
    all.filter((map) => there.has(map.get('id') as string) === isOld),
  )
  try {
    if (fresh?.length) await ask(addition(session, kind, fresh), signal)
  } catch (error) {
    if (!isThereAlready(error)) throw error
    return putVertices(session, names, kind, rows, signal)
  }
  if (old?.length) await ask(change(session, old), signal)
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

type RowMap = ReadonlyMap<string, string | readonly string[]>

function asMap(names: GremlinNames, kind: VertexKind, row: VertexRow): RowMap {
  return new Map<string, string | readonly string[]>([
    ['id', names.vertex(kind, row.key)],
    ['key', row.key],
    ['hash', row.hash],
    ['data', row.data],
    ['bucket', names.bucketOf(kind, row.key)],
    ['words', row.words.map(names.word)],
  ])
}

function addition({ g, terms }: GremlinSession, kind: VertexKind, rows: RowMap[]): Traversal {
  const { statics, t } = terms
  const of = (name: string) => statics.select('row').select(name)
  const added = g
    .inject(rows)
    .unfold()
    .as('row')
    .addV(vertexLabels[kind])
    .property(t.id, of('id'))
    .property(property.key, of('key'))
    .property(property.hash, of('hash'))
    .property(property.data, of('data'))
    .property(property.bucket, of('bucket'))
  return withWords(terms, added).count()
}

function change({ g, terms }: GremlinSession, rows: RowMap[]): Traversal {
  const { statics } = terms
  const of = (name: string) => statics.select('row').select(name)
  const ids = rows.map((row) => row.get('id'))
  const changed = g
    .withSideEffect('rows', new Map(rows.map((row) => [row.get('id'), row])))
    .V(...ids)
    .as('vertex')
    .select('rows')
    .select(statics.select('vertex').id())
    .as('row')
    .select('vertex')
    .property(property.hash, of('hash'))
    .property(property.data, of('data'))
    .sideEffect(statics.properties(property.word).drop())
  return withWords(terms, changed).count()
}

function withWords({ statics, cardinality }: GremlinSession['terms'], vertices: Traversal) {
  return vertices
    .as('vertex')
    .select('row')
    .select('words')
    .unfold()
    .as('word')
    .select('vertex')
    .property(cardinality.set, property.word, statics.select('word'))
}
