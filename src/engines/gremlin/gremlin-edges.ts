import type { EdgeRecord } from '../engine.ts'
import { edgeLabels, type GremlinNames, property } from './gremlin-names.ts'
import { putEdgesScript } from './gremlin-scripts.ts'
import type { GremlinSession, Traversal } from './gremlin-session.ts'

/**
 * Adds edges or writes over them. A further stint has a label of which several may be there, so it is looked for first.
 */
export async function putEdges(
  session: GremlinSession,
  names: GremlinNames,
  edges: readonly EdgeRecord[],
  signal?: AbortSignal,
): Promise<void> {
  const further = edges.filter((edge) => labelOf(edge) !== edgeLabels(edge.attributes.relation)[0])
  const first = edges.filter((edge) => !further.includes(edge))
  if (further.length > 0) await putCarefully(session, names, further, signal)
  if (first.length === 0) return
  const rows = first.map((edge) => asMap(names, edge))
  const vertices = [...new Set(rows.flatMap((row) => [row.get('source'), row.get('target')]))]
  await session.run(putEdgesScript, { rows, vertices }, signal)
}

async function putCarefully(
  session: GremlinSession,
  names: GremlinNames,
  edges: readonly EdgeRecord[],
  signal?: AbortSignal,
): Promise<void> {
  const keys = edges.map(({ key }) => key)
  const found = edgesByKey(session, names, keys).dedup().by(property.key).values(property.key)
  const there = new Set(await session.ask<string>(found, signal))
  const old = edges.filter(({ key }) => there.has(key))
  const fresh = edges.filter(({ key }) => !there.has(key))
  if (old.length > 0) await session.ask(change(session, names, old), signal)
  if (fresh.length > 0) await session.ask(addition(session, names, fresh), signal)
}

export async function removeEdges(
  session: GremlinSession,
  names: GremlinNames,
  keys: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  if (keys.length > 0) await session.ask(edgesByKey(session, names, keys).drop(), signal)
}

/** The edges with these keys, every copy of them; of a name that is no key there is none. */
function edgesByKey(
  { g, terms }: GremlinSession,
  names: GremlinNames,
  keys: readonly string[],
): Traversal {
  const sources = new Set(keys.map((key) => names.vertex('nodes', sourceOf(key))))
  const labels = new Set(keys.flatMap((key) => edgeLabels(relationOf(key))))
  return g
    .V(...sources)
    .outE(...labels)
    .has(property.key, terms.P.within(...keys))
}

/** A key tells them, since ids have no two hyphens in a row. */
export function sourceOf(key: string): string {
  return key.split('--', 1)[0] ?? ''
}

export function relationOf(key: string): string {
  return key.split('--', 2)[1] ?? ''
}

export function targetOf(key: string): string {
  return key.split('--', 3)[2] ?? ''
}

function labelOf({ key, source, target, attributes: { relation } }: EdgeRecord): string {
  const [first, more] = edgeLabels(relation)
  return key === `${source}--${relation}--${target}` ? first : more
}

type RowMap = ReadonlyMap<string, string | number>

function asMap(names: GremlinNames, edge: EdgeRecord): RowMap {
  const { key, hash, attributes, source, target, first, last } = edge
  return new Map<string, string | number>([
    ['source', names.vertex('nodes', source)],
    ['target', names.vertex('nodes', target)],
    ['label', labelOf(edge)],
    ['key', key],
    ['hash', hash],
    ['data', JSON.stringify(attributes)],
    ...(first === undefined ? [] : ([['first', first]] as const)),
    ...(last === undefined ? [] : ([['last', last]] as const)),
  ])
}

/** All ends are read at once. */
function addition(
  { g, terms }: GremlinSession,
  names: GremlinNames,
  edges: readonly EdgeRecord[],
): Traversal {
  const { statics, t } = terms
  const rows = edges.map((edge) => asMap(names, edge))
  const ends = new Set(rows.flatMap((row) => [row.get('source'), row.get('target')]))
  const end = (name: string) => statics.select('ends').select(of(terms, name)).unfold()
  const added = g
    .withSideEffect('rows', rows)
    .V(...ends)
    .has(property.hash)
    .group()
    .by(t.id)
    .as('ends')
    .select('rows')
    .unfold()
    .as('row')
    .addE(of(terms, 'label'))
    .from_(end('source'))
    .to(end('target'))
  return withProperties(terms, added)
}

function change(
  { g, terms }: GremlinSession,
  names: GremlinNames,
  edges: readonly EdgeRecord[],
): Traversal {
  const { P, statics } = terms
  const rows = edges.map((edge) => asMap(names, edge))
  const sources = new Set(rows.map((row) => row.get('source')))
  const labels = new Set(rows.map((row) => row.get('label')))
  const changed = g
    .withSideEffect('rows', new Map(rows.map((row) => [row.get('key'), row])))
    .V(...sources)
    .outE(...labels)
    .has(property.key, P.within(...edges.map(({ key }) => key)))
    .sideEffect(statics.properties(property.first, property.last).drop())
    .as('edge')
    .select('rows')
    .select(statics.select('edge').values(property.key))
    .as('row')
    .select('edge')
  return withProperties(terms, changed)
}

function of({ statics }: GremlinSession['terms'], name: string): Traversal {
  return statics.select('row').select(name)
}

function withProperties(terms: GremlinSession['terms'], edges: Traversal): Traversal {
  const { statics } = terms
  const ifTold = (name: 'first' | 'last') =>
    statics.choose(
      of(terms, name),
      statics.property(property[name], of(terms, name)),
      statics.identity(),
    )
  return edges
    .property(property.key, of(terms, 'key'))
    .property(property.hash, of(terms, 'hash'))
    .property(property.data, of(terms, 'data'))
    .flatMap(ifTold('first'))
    .flatMap(ifTold('last'))
    .count()
}
