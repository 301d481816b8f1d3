import type { PathIndex } from '../path-index.ts'
import type { Term } from '../term.ts'

export interface Stations {
  readonly via?: readonly Term[]
  /** None of these may lie on a path, its two ends aside: a relation that is walked, or an entity on the way. */
  readonly avoid?: readonly Term[]
  /** Entity types that may be way stations although their ontology says `transit: false`. */
  readonly through?: readonly string[]
}

const byOntology = new WeakMap<PathIndex, Uint8Array<ArrayBuffer>>()

/**
 * Not 0 for each node that is no way station: by its type, unless the question goes through this type or via this
 * node, or because the question avoids it. The two ends may be what they like.
 */
export function closedNodes(
  index: PathIndex,
  question: Stations,
  ends: readonly number[],
): Uint8Array {
  const shared = closedByOntology(index)
  const { via = [], avoid = [], through = [] } = question
  const asked = via.length + avoid.length + through.length
  // The common case copies nothing: there may be a hundred thousand of them.
  if (asked === 0 && ends.every((end) => shared[end] === 0)) return shared
  const closed = shared.slice()
  const types: Term[] = through.map((id) => ({ kind: 'type', id }))
  for (const term of [...types, ...via]) mark(index, term, closed, 0)
  for (const term of avoid) mark(index, term, closed, 1)
  for (const end of ends) closed[end] = 0
  return closed
}

function closedByOntology(index: PathIndex): Uint8Array<ArrayBuffer> {
  const known = byOntology.get(index)
  if (known) return known
  const { entities } = index.graph.getAttribute('ontology')
  const closed = Uint8Array.from(index.entities, ({ type }) =>
    entities[type]?.transit === false ? 1 : 0,
  )
  byOntology.set(index, closed)
  return closed
}

function mark(index: PathIndex, { kind, id }: Term, closed: Uint8Array, value: 0 | 1): void {
  const named = index.numbers.get(id)
  if (kind === 'entity' && named !== undefined) closed[named] = value
  if (kind !== 'type') return
  for (const [node, { types }] of index.entities.entries()) {
    if (types.includes(id)) closed[node] = value
  }
}
