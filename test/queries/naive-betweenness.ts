import type { RandomGraph } from './random-graph.ts'

/** Lists the shortest chains of entities between all pairs, and counts who is on them; each chain of a pair in part. */
export function naiveBetweenness(graph: RandomGraph, through: readonly string[]) {
  const nodes = graph.types.map((_, index) => `n${index}`)
  const isOpen = (node: string) =>
    graph.types[Number(node.slice(1))] !== 'place' || through.includes('place')
  const shares = new Map<string, number>()
  for (const from of nodes) {
    for (const to of nodes) {
      const chains = from === to ? [] : shortest(graph, from, to, isOpen)
      for (const node of chains.flatMap((chain) => chain.slice(1, -1))) {
        shares.set(node, (shares.get(node) ?? 0) + 1 / chains.length)
      }
    }
  }
  const pairs = (nodes.length - 1) * (nodes.length - 2)
  return Object.fromEntries(
    [...shares].map(([node, sum]) => [node, Number((sum / pairs).toPrecision(9))]),
  )
}

function shortest(
  { edges }: RandomGraph,
  from: string,
  to: string,
  isOpen: (node: string) => boolean,
): string[][] {
  let chains = [[from]]
  while (chains.length > 0) {
    const arrived = chains.filter((chain) => chain.at(-1) === to)
    if (arrived.length > 0) return arrived
    chains = chains
      .filter((chain) => chain.length === 1 || isOpen(chain.at(-1) ?? ''))
      .flatMap((chain) => {
        const here = chain.at(-1)
        const ends = edges.flatMap(({ source, target }) =>
          source === here ? [target] : target === here ? [source] : [],
        )
        const next = new Set(ends.filter((end) => !chain.includes(end)))
        return [...next].map((end) => [...chain, end])
      })
  }
  return []
}
