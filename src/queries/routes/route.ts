/** A path before it is told: the numbers of its edges, in the order in which they are walked. */
export interface Route {
  /** By `cost.ts`: of two routes, the one that costs less is the better one. */
  readonly cost: number
  readonly edges: readonly number[]
}

/** By cost, then by the keys of the edges: numbers of edges are in order of key. */
export function byCost(a: Route, b: Route): number {
  if (a.cost !== b.cost) return a.cost - b.cost
  const length = Math.min(a.edges.length, b.edges.length)
  for (let at = 0; at < length; at++) {
    const difference = (a.edges[at] as number) - (b.edges[at] as number)
    if (difference !== 0) return difference
  }
  return a.edges.length - b.edges.length
}
