import type { PathIndex } from '../path-index.ts'
import type { Term } from '../term.ts'
import type { Monitor } from './monitor.ts'

/** For each term that must lie on a path, a bit: whether it has been met. */
export function viaMonitor(
  index: PathIndex,
  via: readonly Term[],
  { from, to }: { readonly from: string; readonly to: string },
): Monitor {
  const bits = (holds: (term: Term) => boolean) =>
    via.reduce((met, term, at) => (holds(term) ? met | (1 << at) : met), 0)
  const byRelation = index.relations.map((relation) =>
    bits(({ kind, id }) => kind === 'relation' && id === relation),
  )
  const goal = index.numbers.get(to)
  const atNode = new Int16Array(index.nodes.length).fill(-1)
  const metAt = (node: number) => {
    const known = atNode[node] as number
    if (known >= 0) return known
    // A type names way stations, an id any entity on the path.
    const met = bits(({ kind, id }) =>
      kind === 'entity'
        ? index.nodes[node] === id
        : kind === 'type' && node !== goal && index.entities[node]?.types.includes(id) === true,
    )
    atNode[node] = met
    return met
  }
  const all = (1 << via.length) - 1
  return {
    states: all + 1,
    start: bits(({ kind, id }) => kind === 'entity' && id === from),
    next: (met, edge, _isForward, node) =>
      met | (byRelation[index.relation[edge] as number] ?? 0) | metAt(node),
    accepts: (met) => met === all,
  }
}

/** Each name doubles the states that a search has to tell apart. */
export const mostVia = 8
