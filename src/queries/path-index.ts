import { confidenceRank } from '../graph/filter.ts'
import type { EdgeAttributes, KnowledgeGraph, NodeAttributes } from '../graph/knowledge-graph.ts'
import { type Confidence, confidences } from '../model/claim.ts'
import { compareText } from '../text/compare-text.ts'
import { keptIndex } from './kept-index.ts'
import { partOf, type RowFilter, type Seen, seenOf } from './partial-graph.ts'
import { type Direction, type RowOrder, type Rows, rowsOf } from './rows.ts'
import { type Spans, spansOf } from './spans.ts'

/**
 * The graph as columns, for questions that look at many edges: nodes and edges are numbers, and what a search asks of
 * an edge stands in typed arrays. Two claims between the same two entities are two edges.
 */
export interface PathIndex {
  readonly graph: KnowledgeGraph
  /** Ids by number, in the order of the graph. */
  readonly nodes: readonly string[]
  readonly numbers: ReadonlyMap<string, number>
  readonly entities: readonly NodeAttributes[]
  /** Keys by number, in order of key: of two edges, the one with the lesser key has the lower number. */
  readonly edges: readonly string[]
  readonly claims: readonly EdgeAttributes[]
  readonly sources: Int32Array
  readonly targets: Int32Array
  /** Those that the ontology declares first. */
  readonly relations: readonly string[]
  /** For each edge, where its relation stands in `relations`. */
  readonly relation: Uint16Array
  readonly kinds: readonly string[]
  readonly kind: Uint16Array
  /** For each edge, how far it is to be doubted: from 0 to 11, see `doubtLevels`. */
  readonly doubt: Uint8Array
  /** The steps from each node. They are made when they are first asked for, and so are the spans. */
  readonly rows: (direction: Direction, order: RowOrder) => Rows
  /** The days between which each edge may hold. */
  readonly spans: Spans
  /**
   * Throws `Lacking` where rows of these nodes are to be read of which not all edges that pass the filter are there, and
   * asks for those of the `next` ones with them. Absent where the graph is whole.
   */
  readonly needRows?: (
    direction: Direction,
    filter: RowFilter,
    nodes: Iterable<number>,
    next?: () => Iterable<number>,
  ) => void
}

/** Five words for confidence and none stated, each once as a source states it and once as the curator concludes it. */
export const doubtLevels = 2 * (confidences.length + 1)

/** Made once for a graph, and again when it has another number of nodes or edges. */
export const pathIndex = keptIndex(buildIndex, ({ nodes, edges }, graph) => {
  const { order, size } = seenOf(graph)
  return nodes.length === order && edges.length === size
})

function buildIndex(graph: KnowledgeGraph): PathIndex {
  const seen = seenOf(graph)
  const ofNodes = nodeColumns(seen)
  const ofEdges = edgeColumns(seen, ofNodes.numbers, declaredRelations(graph))
  const needRows = partOf(graph)?.needRows
  const idsOf = (nodes: Iterable<number>) =>
    Array.from(nodes, (node) => ofNodes.nodes[node] as string)
  const made = new Map<string, Rows>()
  let spans: Spans | undefined
  return {
    graph,
    ...ofNodes,
    ...ofEdges,
    ...(needRows && {
      needRows: (direction, filter, nodes, next) =>
        needRows(direction, filter, idsOf(nodes), next && (() => idsOf(next()))),
    }),
    rows: (direction, order) => {
      const name = `${direction} ${order}`
      const rows = made.get(name) ?? rowsOf(ofNodes.nodes.length, ofEdges, direction, order)
      made.set(name, rows)
      return rows
    },
    get spans() {
      spans ??= spansOf(ofEdges.claims)
      return spans
    },
  }
}

function nodeColumns(graph: Seen) {
  const nodes: string[] = []
  const entities: NodeAttributes[] = []
  const numbers = new Map<string, number>()
  graph.forEachNode((node, attributes) => {
    numbers.set(node, nodes.length)
    nodes.push(node)
    entities.push(attributes)
  })
  return { nodes, entities, numbers }
}

/** All columns in one pass: a graph of a hundred thousand entities has half a million edges. */
function edgeColumns(
  graph: Seen,
  numbers: ReadonlyMap<string, number>,
  declared: readonly string[],
) {
  const { size } = graph
  const edges: string[] = []
  const claims: EdgeAttributes[] = []
  const sources = new Int32Array(size)
  const targets = new Int32Array(size)
  const relation = column(size, declared)
  const kind = column(size, [])
  const doubt = new Uint8Array(size)
  eachInOrder(graph, (key, claim, source, target) => {
    const edge = edges.length
    edges.push(key)
    claims.push(claim)
    sources[edge] = numbers.get(source) as number
    targets[edge] = numbers.get(target) as number
    relation.put(edge, claim.relation)
    kind.put(edge, claim.kind)
    doubt[edge] = doubtLevel(claim)
  })
  return {
    ...{ edges, claims, sources, targets, doubt },
    ...{ relations: relation.names, relation: relation.numbers },
    ...{ kinds: kind.names, kind: kind.numbers },
  }
}

/** What is asked of relations must not depend on which of them have edges, or have been fetched. */
function declaredRelations(graph: KnowledgeGraph): string[] {
  const { relations = {} } = graph.getAttribute('ontology') ?? {}
  return Object.keys(relations)
}

type Visit = (key: string, claim: EdgeAttributes, source: string, target: string) => void

/** A graph that was compiled is in order of key already, unless someone had ten stints. */
function eachInOrder(graph: Seen, visit: Visit): void {
  const keys = graph.edges()
  const isInOrder = keys.every((key, at) => at === 0 || (keys[at - 1] as string) < key)
  if (isInOrder) graph.forEachEdge(visit)
  else {
    for (const key of keys.sort(compareText)) {
      visit(key, graph.getEdgeAttributes(key), graph.source(key), graph.target(key))
    }
  }
}

/** Names that come again and again, as numbers. */
function column(size: number, first: readonly string[]) {
  const names = [...first]
  const numbers = new Uint16Array(size)
  const known = new Map(names.map((name, at) => [name, at]))
  const put = (at: number, name: string) => {
    let number = known.get(name)
    if (number === undefined) {
      number = names.push(name) - 1
      known.set(name, number)
    }
    numbers[at] = number
  }
  return { names, numbers, put }
}

function doubtLevel({ confidence, inferred }: EdgeAttributes): number {
  return 2 * trustPlace(confidence) + (inferred === undefined ? 0 : 1)
}

/** Where a confidence stands on the ladder of levels, each of which has two places in `doubt`. */
export function trustPlace(confidence: Confidence | undefined): number {
  const rank = confidenceRank(confidence)
  // Between the first two words of the ladder stands the claim that states none.
  return rank === 0 ? 0 : Math.floor(rank) + 1
}
