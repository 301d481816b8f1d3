import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { type DateTable, dateTableOf } from './date-table.ts'

/** The entities and relations of a graph as rows, with the dates that decide whether they hold. */
export interface TimeIndex {
  readonly dates: DateTable
  readonly nodes: Rows
  readonly edges: Rows
  /** The rows of the ends of each edge. */
  readonly sources: Int32Array
  readonly targets: Int32Array
}

interface Rows {
  readonly ids: readonly string[]
  readonly rowOf: ReadonlyMap<string, number>
  /** The place of a row's date among the dates; -1 where it has none. */
  readonly dates: Int32Array
}

export function timeIndexOf(graph: KnowledgeGraph): TimeIndex {
  const texts = new Map<string, number>()
  const dateOf = (when: string | undefined) => {
    if (when === undefined) return -1
    const known = texts.get(when) ?? texts.size
    texts.set(when, known)
    return known
  }
  const nodes = rows(graph.order)
  graph.forEachNode((id, { when }) => nodes.add(id, dateOf(when)))
  const edges = rows(graph.size)
  const sources = new Int32Array(graph.size)
  const targets = new Int32Array(graph.size)
  graph.forEachEdge((id, { when }, source, target) => {
    const row = edges.add(id, dateOf(when))
    sources[row] = nodes.rowOf.get(source) ?? -1
    targets[row] = nodes.rowOf.get(target) ?? -1
  })
  return { dates: dateTableOf(texts.keys()), nodes, edges, sources, targets }
}

function rows(size: number): Rows & { readonly add: (id: string, date: number) => number } {
  const ids: string[] = []
  const rowOf = new Map<string, number>()
  const dates = new Int32Array(size)
  const add = (id: string, date: number) => {
    const row = ids.length
    ids.push(id)
    rowOf.set(id, row)
    dates[row] = date
    return row
  }
  return { ids, rowOf, dates, add }
}
