import type {
  EdgeAttributes,
  GraphAttributes,
  KnowledgeGraph,
  NodeAttributes,
} from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'
import { isEntityId } from '../text/entity-id.ts'
import type { Direction } from './rows.ts'

/** Which edges of a row a question may want; all, where nothing is said. */
export interface RowFilter {
  /** Ids of relations, in order. */
  readonly relations?: readonly string[]
  readonly from?: number
  readonly to?: number
}

/** What a question touched that has not been fetched. */
export type Lack =
  | { readonly kind: 'nodes'; readonly ids: readonly string[] }
  | {
      readonly kind: 'rows'
      readonly direction: Direction
      readonly filter: RowFilter
      readonly ids: readonly string[]
    }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'whole' }

/** Gives up a question. Who fetches what it lacks asks it again. */
export class Lacking extends Error {
  override readonly name = 'Lacking'
  readonly lack: Lack

  constructor(lack: Lack) {
    super(`Not fetched yet: ${lack.kind}.`)
    this.lack = lack
  }
}

interface PartialNode {
  readonly id: string
  readonly attributes: NodeAttributes
}

interface PartialEdge {
  readonly key: string
  readonly source: string
  readonly target: string
  readonly attributes: EdgeAttributes
}

/**
 * What has been fetched of a graph that is elsewhere. Questions run on `graph` as on a whole one, and give the same
 * answers in the same order: ids and keys are sorted alike, and rows are read whole or not at all. Where they touch what
 * is not there they throw `Lacking`.
 */
export interface PartialGraph {
  /** Has what questions read of a graph. Whatever looks at all of it lacks the whole. */
  readonly graph: KnowledgeGraph
  /** Ids that were asked for and are not among the nodes are no entities. */
  readonly addNodes: (asked: readonly string[], nodes: readonly PartialNode[]) => void
  /** Both ends of each are there. */
  readonly addEdges: (edges: readonly PartialEdge[]) => void
  /** All edges of these nodes that lead this way and pass the filter have been added. */
  readonly coverRows: (direction: Direction, filter: RowFilter, ids: readonly string[]) => void
  /** All nodes that bear this name have been added. */
  readonly coverName: (name: string) => void
  readonly hasNode: (id: string) => boolean
  readonly hasEdge: (key: string) => boolean
  /** Whether it is known that there is such a node, or that there is none. */
  readonly isKnown: (id: string) => boolean
  readonly isCovered: (direction: Direction, filter: RowFilter, id: string) => boolean
  /** In the order in which they came. */
  readonly ids: () => Iterable<string>
}

/** What is there of a graph: of a whole one, all. */
export type Seen = Pick<
  KnowledgeGraph,
  | 'order'
  | 'size'
  | 'nodes'
  | 'edges'
  | 'forEachNode'
  | 'mapNodes'
  | 'forEachEdge'
  | 'getNodeAttributes'
  | 'getEdgeAttributes'
  | 'source'
  | 'target'
>

interface Part {
  readonly seen: Seen
  readonly needRows: (
    direction: Direction,
    filter: RowFilter,
    ids: readonly string[],
    next?: () => readonly string[],
  ) => void
  readonly needName: (name: string) => void
}

const parts = new WeakMap<KnowledgeGraph, Part>()

/** The part of a graph that is there; undefined where it is whole. */
export function partOf(graph: KnowledgeGraph): Part | undefined {
  return parts.get(graph)
}

export function seenOf(graph: KnowledgeGraph): Seen {
  return parts.get(graph)?.seen ?? graph
}

export function partialGraph(attributes: GraphAttributes): PartialGraph {
  const held = nothingHeld()
  const read = readerOf(held, attributes)
  const graph = wholeBeyond(read)
  parts.set(graph, {
    // Spread, its counts would be those of now.
    seen: Object.assign(listsOf(held), read) as unknown as Seen,
    needRows: (...asked) => needRows(held, ...asked),
    needName: (name) => {
      if (!held.names.has(name)) throw new Lacking({ kind: 'name', name })
    },
  })
  return { graph, ...additionsTo(held), ...knowledgeOf(held) }
}

/** What has been fetched, and of what it is known that there is no more. */
interface Held {
  readonly nodes: Map<string, NodeAttributes>
  readonly edges: Map<string, PartialEdge>
  readonly absent: Set<string>
  readonly names: Set<string>
  /** Ids of the nodes of which rows are there, by the name of their cover. */
  readonly rows: Map<string, Set<string>>
}

function nothingHeld(): Held {
  const [absent, names] = [new Set<string>(), new Set<string>()]
  return { nodes: new Map(), edges: new Map(), absent, names, rows: new Map() }
}

function isCovered({ rows }: Held, direction: Direction, filter: RowFilter, id: string): boolean {
  return coversOf(direction, filter).some((cover) => rows.get(cover)?.has(id))
}

function needRows(
  held: Held,
  direction: Direction,
  filter: RowFilter,
  asked: readonly string[],
  next: () => readonly string[] = () => [],
): void {
  const lacking = (ids: readonly string[]) =>
    ids.filter((id) => !isCovered(held, direction, filter, id))
  const now = lacking(asked)
  if (now.length === 0) return
  throw new Lacking({ kind: 'rows', direction, filter, ids: [...now, ...lacking(next())] })
}

/** What questions read of a graph. */
function readerOf(held: Held, attributes: GraphAttributes) {
  const { nodes, edges, absent } = held
  const nodeOf = (id: string) => {
    const node = nodes.get(id)
    if (node === undefined) throw new Lacking({ kind: 'nodes', ids: [id] })
    return node
  }
  const hasNode = (id: string) => {
    if (nodes.has(id)) return true
    if (absent.has(id) || !isEntityId(id)) return false
    throw new Lacking({ kind: 'nodes', ids: [id] })
  }
  return {
    getAttributes: () => attributes,
    getAttribute: (name: keyof GraphAttributes) => attributes[name],
    hasNode,
    getNodeAttributes: nodeOf,
    getNodeAttribute: (id: string, name: keyof NodeAttributes) => nodeOf(id)[name],
    hasEdge: (key: string) => {
      const source = key.split('--')[0] ?? ''
      if (!hasNode(source)) return false
      needRows(held, 'out', {}, [source])
      return edges.has(key)
    },
    ...edgeReader(edges),
    degree: (id: string) => {
      needRows(held, 'either', {}, [id])
      return [...edges.values()].reduce(
        (sum, { source, target }) => sum + Number(source === id) + Number(target === id),
        0,
      )
    },
  }
}

/** Of edges that have been found. */
function edgeReader(edges: ReadonlyMap<string, PartialEdge>) {
  const edgeOf = (key: string) => {
    const edge = edges.get(key)
    if (edge === undefined) throw new Error(`The edge ${key} is read before it is found.`)
    return edge
  }
  return {
    getEdgeAttributes: (key: string) => edgeOf(key).attributes,
    getEdgeAttribute: (key: string, name: keyof EdgeAttributes) => edgeOf(key).attributes[name],
    source: (key: string) => edgeOf(key).source,
    target: (key: string) => edgeOf(key).target,
    extremities: (key: string) => [edgeOf(key).source, edgeOf(key).target],
    opposite: (id: string, key: string) => {
      const { source, target } = edgeOf(key)
      return source === id ? target : source
    },
  }
}

/** All that is there, in the order of the graph. */
function listsOf({ nodes, edges }: Held) {
  const ids = sortedKeys(nodes)
  const keys = sortedKeys(edges)
  const nodeOf = (id: string) => nodes.get(id) as NodeAttributes
  return {
    get order() {
      return nodes.size
    },
    get size() {
      return edges.size
    },
    nodes: ids,
    edges: keys,
    forEachNode: (visit: (id: string, attributes: NodeAttributes) => void) => {
      for (const id of ids()) visit(id, nodeOf(id))
    },
    mapNodes: <T>(visit: (id: string, attributes: NodeAttributes) => T) =>
      ids().map((id) => visit(id, nodeOf(id))),
    forEachEdge: (visit: (...edge: [string, EdgeAttributes, string, string]) => void) => {
      for (const key of keys()) {
        const { attributes, source, target } = edges.get(key) as PartialEdge
        visit(key, attributes, source, target)
      }
    },
  }
}

function additionsTo({
  nodes,
  edges,
  absent,
  names,
  rows,
}: Held): Pick<PartialGraph, 'addNodes' | 'addEdges' | 'coverRows' | 'coverName'> {
  return {
    addNodes: (asked, found) => {
      for (const { id, attributes } of found) nodes.set(id, attributes)
      for (const id of asked) if (!nodes.has(id)) absent.add(id)
    },
    addEdges: (found) => {
      for (const edge of found) edges.set(edge.key, edge)
    },
    coverRows: (direction, filter, covered) => {
      const name = coverName(direction, filter)
      const known = rows.get(name) ?? new Set()
      rows.set(name, known)
      for (const id of covered) known.add(id)
    },
    coverName: (name) => void names.add(name),
  }
}

function knowledgeOf(
  held: Held,
): Pick<PartialGraph, 'hasNode' | 'hasEdge' | 'isKnown' | 'isCovered' | 'ids'> {
  const { nodes, edges, absent } = held
  return {
    hasNode: (id) => nodes.has(id),
    hasEdge: (key) => edges.has(key),
    isKnown: (id) => nodes.has(id) || absent.has(id),
    isCovered: (direction, filter, id) => isCovered(held, direction, filter, id),
    ids: () => nodes.keys(),
  }
}

/** The keys of a map in order, sorted anew when there are more. Sorting what is nearly sorted costs little. */
function sortedKeys(map: ReadonlyMap<string, unknown>): () => string[] {
  let keys: string[] = []
  return () => {
    // New keys come last in a map.
    const added = [...map.keys()].slice(keys.length)
    if (added.length > 0) keys = [...keys, ...added.sort(compareText)].sort(compareText)
    return [...keys]
  }
}

/** What holds at least the rows that are asked for. */
function coversOf(direction: Direction, filter: RowFilter): string[] {
  const ways: Direction[] = direction === 'either' ? ['either'] : [direction, 'either']
  return ways.flatMap((way) => [coverName(way, filter), coverName(way, {})])
}

function coverName(direction: Direction, { relations, from, to }: RowFilter): string {
  return JSON.stringify([direction, relations ?? null, from ?? null, to ?? null])
}

/** A graph that has these functions; to touch another one is to lack the whole. */
function wholeBeyond(read: object): KnowledgeGraph {
  return new Proxy(read, {
    get: (target, name) => {
      if (name in target) return Reflect.get(target, name)
      // Promises and printers ask every value for these.
      if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined
      throw new Lacking({ kind: 'whole' })
    },
  }) as KnowledgeGraph
}
