import { distance } from 'fastest-levenshtein'
import { MultiDirectedGraph } from 'graphology'
import type { GraphAttributes, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { edgesFrom, firstAfter } from '../queries/expand.ts'
import { type PathIndex, pathIndex } from '../queries/path-index.ts'
import type { SoughtWord } from '../queries/search-entities.ts'
import { compareText } from '../text/compare-text.ts'
import {
  type BaseFacts,
  type BaseState,
  type EdgeRecord,
  type Engine,
  type EngineReach,
  type EngineServer,
  type EngineWriter,
  type FileRecord,
  layoutVersion,
  type NodeRecord,
  type StoredEdge,
} from './engine.ts'

/** A server in memory, over the same index as all questions: what the others are measured by. */
export function embeddedServer(): EngineServer {
  const engines = new Map<string, { readonly records: Records; readonly engine: Engine }>()
  return {
    bases: async () =>
      [...engines]
        .filter(([, { records }]) => records.state !== undefined)
        .map(([namespace]) => namespace)
        .sort(compareText),
    engine: (namespace) => {
      const records = emptyRecords()
      const { engine } = engines.get(namespace) ?? { engine: engineOver(records) }
      if (!engines.has(namespace)) engines.set(namespace, { records, engine })
      return engine
    },
    close: async () => {},
  }
}

function engineOver(records: Records): Engine {
  const index = () => pathIndex(graphOf(records))
  return {
    state: async (signal) => {
      signal?.throwIfAborted()
      return records.state
    },
    version: async () => JSON.stringify([records.state?.unfinished, records.state?.facts?.version]),
    nodes: async (ids, signal) => {
      signal?.throwIfAborted()
      return ids.flatMap((id) => {
        const node = records.nodes.get(id)
        return node === undefined ? [] : { id, attributes: node.attributes }
      })
    },
    expand: async (ids, { limit, cursor, ...reach }, signal) => {
      signal?.throwIfAborted()
      const found = edgesOf(index(), ids, reach, cursor, limit + 1)
      const edges = found.slice(0, limit).map((edge) => storedEdge(index(), edge))
      const last = edges.at(-1)
      return { edges, ...(found.length > limit && last !== undefined && { next: last.key }) }
    },
    between: async (ids) => {
      const asked = new Set(ids)
      return edgesOf(index(), ids, { direction: 'out' })
        .map((edge) => storedEdge(index(), edge))
        .filter(({ target }) => asked.has(target))
    },
    degrees: async (ids) => {
      const graph = graphOf(records)
      const there = ids.filter((id) => graph.hasNode(id))
      return new Map(there.map((id) => [id, graph.degree(id)]))
    },
    search: async (words, limit) => {
      const nodes = [...records.nodes.values()]
      const isFound = (node: NodeRecord) =>
        node.words.some((word) => words.some((sought) => isMet(sought, word)))
      return nodes
        .filter(isFound)
        .slice(0, limit)
        .map(({ id }) => id)
    },
    scan: async function* (kind: 'nodes' | 'edges' | 'files') {
      yield [...records[kind].values()]
    } as Engine['scan'],
    writer: writerOf(records),
  }
}

interface Records {
  readonly nodes: Map<string, NodeRecord>
  readonly edges: Map<string, EdgeRecord>
  readonly files: Map<string, FileRecord>
  state: BaseState | undefined
  /** Of the nodes and edges as they are; made when it is asked for. */
  graph: KnowledgeGraph | undefined
}

function emptyRecords(): Records {
  return {
    nodes: new Map(),
    edges: new Map(),
    files: new Map(),
    state: undefined,
    graph: undefined,
  }
}

function graphOf(records: Records): KnowledgeGraph {
  records.graph ??= makeGraph(records)
  return records.graph
}

function makeGraph({ nodes, edges, state }: Records): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph()
  for (const id of [...nodes.keys()].sort(compareText)) {
    graph.addNode(id, nodes.get(id)?.attributes)
  }
  const byKey = [...edges.values()].sort((a, b) => compareText(a.key, b.key))
  for (const { key, source, target, attributes } of byKey) {
    graph.addEdgeWithKey(key, source, target, attributes)
  }
  graph.replaceAttributes(state?.facts?.graph ?? ({} as GraphAttributes))
  return graph
}

function edgesOf(
  index: PathIndex,
  ids: readonly string[],
  reach: EngineReach,
  cursor?: string,
  limit?: number,
): number[] {
  const { relations, direction, from = -Infinity, to = Infinity } = reach
  const nodes = ids.flatMap((id) => index.numbers.get(id) ?? [])
  const keeps = (edge: number) =>
    relations?.includes(index.claims[edge]?.relation ?? '') !== false &&
    (index.spans.last[edge] as number) >= from &&
    (index.spans.first[edge] as number) <= to
  const first = cursor === undefined ? 0 : firstAfter(index.edges, cursor)
  return edgesFrom(index, nodes, { direction, keeps, first, ...(limit && { limit }) })
}

function storedEdge({ graph, edges }: PathIndex, edge: number): StoredEdge {
  const key = edges[edge] as string
  const [source, target] = graph.extremities(key)
  return { key, source, target, attributes: graph.getEdgeAttributes(key) }
}

function isMet({ text, prefix, edits }: SoughtWord, word: string): boolean {
  if (word === text || (prefix && word.startsWith(text))) return true
  return Math.abs(word.length - text.length) <= edits && distance(word, text) <= edits
}

function writerOf(records: Records): EngineWriter {
  const put = <Item>(
    map: Map<string, Item>,
    items: readonly Item[],
    keyOf: (item: Item) => string,
  ) => {
    records.graph = undefined
    for (const item of items) map.set(keyOf(item), item)
  }
  return {
    begin: async () => {
      records.state = { ...records.state, layout: layoutVersion, unfinished: true }
    },
    stored: async function* (kind) {
      yield [...records[kind]].map(([key, { hash }]) => ({ key, hash }))
    },
    putNodes: async (nodes) => put(records.nodes, nodes, ({ id }) => id),
    putEdges: async (edges) => put(records.edges, edges, ({ key }) => key),
    putFiles: async (files) => put(records.files, files, ({ path }) => path),
    remove: async (kind, keys) => {
      records.graph = undefined
      for (const key of keys) records[kind].delete(key)
      if (kind === 'nodes') removeTies(records, new Set(keys))
    },
    finish: async (facts: BaseFacts) => {
      records.graph = undefined
      records.state = { layout: layoutVersion, unfinished: false, facts }
    },
    batchSize: 1000,
  }
}

function removeTies({ edges }: Records, gone: ReadonlySet<string>): void {
  for (const [key, { source, target }] of edges) {
    if (gone.has(source) || gone.has(target)) edges.delete(key)
  }
}
