import { boundsOf } from '../dates/bounds.ts'
import { parseEdtf } from '../dates/parse-edtf.ts'
import { confidenceRank } from '../graph/filter.ts'
import type { EdgeAttributes, KnowledgeGraph, NodeAttributes } from '../graph/knowledge-graph.ts'
import { type Confidence, confidences } from '../model/claim.ts'
import { compareText } from '../text/compare-text.ts'

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
  readonly relations: readonly string[]
  /** For each edge, where its relation stands in `relations`. */
  readonly relation: Uint16Array
  readonly kinds: readonly string[]
  readonly kind: Uint16Array
  /** For each edge, how far it is to be doubted: from 0 to 11, see `doubtLevels`. */
  readonly doubt: Uint8Array
  /** The steps out of each node, into it, and either way. Self loops are left out: no path runs over one. */
  readonly out: Rows
  readonly into: Rows
  readonly either: Rows
  /** The days between which each edge may hold. */
  readonly spans: Spans
}

/** The steps of node `n` stand in `edges` and `ends` from `starts[n]` up to `starts[n + 1]`, in order of edge. */
export interface Rows {
  readonly starts: Int32Array
  readonly edges: Int32Array
  readonly ends: Int32Array
}

/** First and last possible day by edge, infinite where time is open or no date is known. */
export interface Spans {
  readonly first: Float64Array
  readonly last: Float64Array
}

/** Five words for confidence and none stated, each once as a source states it and once as the curator concludes it. */
export const doubtLevels = 2 * (confidences.length + 1)

const indexes = new WeakMap<KnowledgeGraph, PathIndex>()

/** Made once for a graph, and again when it has another number of nodes or edges. */
export function pathIndex(graph: KnowledgeGraph): PathIndex {
  const known = indexes.get(graph)
  const isCurrent = known?.nodes.length === graph.order && known.edges.length === graph.size
  if (known && isCurrent) return known
  const index = buildIndex(graph)
  indexes.set(graph, index)
  return index
}

function buildIndex(graph: KnowledgeGraph): PathIndex {
  const nodes = graph.nodes()
  const numbers = new Map(nodes.map((node, number) => [node, number]))
  const entities = nodes.map((node) => graph.getNodeAttributes(node))
  const listed = inOrder(graph)
  const edges = listed.map(({ key }) => key)
  const claims = listed.map(({ attributes }) => attributes)
  const numberOf = (id: string) => numbers.get(id) ?? 0
  const sources = Int32Array.from(listed, ({ source }) => numberOf(source))
  const targets = Int32Array.from(listed, ({ target }) => numberOf(target))
  const relation = column(claims, (claim) => claim.relation)
  const kind = column(claims, (claim) => claim.kind)
  const order = nodes.length
  const out = once(() => rows(order, [[sources, targets]]))
  const into = once(() => rows(order, [[targets, sources]]))
  const either = once(() =>
    rows(order, [
      [sources, targets],
      [targets, sources],
    ]),
  )
  const spans = once(() => spansOf(claims))
  return {
    graph,
    nodes,
    numbers,
    entities,
    edges,
    claims,
    sources,
    targets,
    relations: relation.names,
    relation: relation.numbers,
    kinds: kind.names,
    kind: kind.numbers,
    doubt: Uint8Array.from(claims, doubtLevel),
    get out() {
      return out()
    },
    get into() {
      return into()
    },
    get either() {
      return either()
    },
    get spans() {
      return spans()
    },
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** A graph that was compiled is in order of key already, unless someone had ten stints. */
function inOrder(graph: KnowledgeGraph) {
  const listed = graph.mapEdges((key, attributes, source, target) => {
    return { key, attributes, source, target }
  })
  const isInOrder = listed.every(({ key }, at) => at === 0 || (listed[at - 1]?.key ?? '') < key)
  return isInOrder ? listed : listed.sort((a, b) => compareText(a.key, b.key))
}

function column(claims: readonly EdgeAttributes[], nameOf: (claim: EdgeAttributes) => string) {
  const numbers = new Uint16Array(claims.length)
  const known = new Map<string, number>()
  for (const [edge, claim] of claims.entries()) {
    const name = nameOf(claim)
    const number = known.get(name) ?? known.size
    if (number === known.size) known.set(name, number)
    numbers[edge] = number
  }
  return { names: [...known.keys()], numbers }
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

type Ends = readonly [from: Int32Array, to: Int32Array]

function rows(order: number, ways: readonly Ends[]): Rows {
  const starts = startsOf(order, ways)
  const edges = new Int32Array(starts[order] as number)
  const ends = new Int32Array(edges.length)
  const free = starts.slice()
  const put = (edge: number, [from, to]: Ends) => {
    const [node, end] = [from[edge] as number, to[edge] as number]
    if (node === end) return
    const at = free[node] as number
    edges[at] = edge
    ends[at] = end
    free[node] = at + 1
  }
  const size = ways[0]?.[0].length ?? 0
  for (let edge = 0; edge < size; edge++) for (const way of ways) put(edge, way)
  return { starts, edges, ends }
}

/** How many steps each node has, added up. */
function startsOf(order: number, ways: readonly Ends[]): Int32Array {
  const starts = new Int32Array(order + 1)
  for (const [from, to] of ways) {
    for (const [edge, node] of from.entries()) {
      if (node !== to[edge]) starts[node + 1] = (starts[node + 1] as number) + 1
    }
  }
  for (let node = 0; node < order; node++) {
    starts[node + 1] = (starts[node + 1] as number) + (starts[node] as number)
  }
  return starts
}

function spansOf(claims: readonly EdgeAttributes[]): Spans {
  const first = new Float64Array(claims.length).fill(-Infinity)
  const last = new Float64Array(claims.length).fill(Infinity)
  const known = new Map<string, readonly [number, number]>()
  for (const [edge, { when }] of claims.entries()) {
    if (when === undefined) continue
    const span = known.get(when) ?? spanOf(when)
    known.set(when, span)
    first[edge] = span[0]
    last[edge] = span[1]
  }
  return { first, last }
}

function spanOf(when: string): readonly [number, number] {
  const parsed = parseEdtf(when)
  if (!parsed.ok) return [-Infinity, Infinity]
  const { earliestStart, latestEnd } = boundsOf(parsed.date)
  return [earliestStart, latestEnd]
}
