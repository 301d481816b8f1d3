import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { relationInWords } from './claim-in-words.ts'
import { describeNeighbours } from './describe-neighbours.ts'
import { edgePage, type NeighbourPage, type NeighbourQuestion } from './neighbour-page.ts'
import { type Neighbour, neighbourBy } from './neighbours.ts'
import { lazily, type Readable, readable } from './readable.ts'

/** A page that can be walked with `for … of`; who stops early has no sentence made for the rest. */
export interface Neighbours extends NeighbourPage, Iterable<Readable<Neighbour>> {
  readonly neighbours: readonly Readable<Neighbour>[]
}

export function readableNeighbours(
  graph: KnowledgeGraph,
  question: NeighbourQuestion,
): Readable<Neighbours> {
  const { edges, ...page } = edgePage(graph, question)
  const walk = lazily(edges, (edge) => {
    const neighbour = neighbourBy(graph, page.entity, edge)
    return readable(neighbour, () => relationInWords(graph, neighbour))
  })
  let all: readonly Readable<Neighbour>[] | undefined
  const answer = {
    ...page,
    get neighbours() {
      all ??= [...walk]
      return all
    },
    [Symbol.iterator]: () => walk[Symbol.iterator](),
  }
  return readable(answer, () => describeNeighbours(graph, answer))
}
