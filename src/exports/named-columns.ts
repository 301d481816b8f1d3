import type { EdgeAttributes, KnowledgeGraph, NodeAttributes } from '../graph/knowledge-graph.ts'
import type { Cell, Column, ColumnType } from './columns.ts'
import { edgeColumns } from './edge-columns.ts'
import { nodeColumns } from './node-columns.ts'

/** A column with the name under which programs and people find it, for formats that hold every edge for itself. */
export interface NamedColumn<Subject> {
  /** Safe in XML. */
  readonly id: string
  /** Unique, and none that readers use themselves. */
  readonly name: string
  readonly type: ColumnType
  readonly value: (subject: Subject) => Cell
}

/** The prefix of columns that every graph has. */
const fixed = 'kg_'

export function namedNodeColumns(graph: KnowledgeGraph): NamedColumn<NodeAttributes>[] {
  const columns: Column<NodeAttributes>[] = [
    { id: 'kg_label', title: 'Label', type: 'string', value: ({ label }) => label },
    ...nodeColumns(graph),
    { id: 'kg_start', title: 'Start', type: 'string', value: ({ start }) => start },
    { id: 'kg_end', title: 'End', type: 'string', value: ({ end }) => end },
    { id: 'kg_x', title: 'X', type: 'double', value: ({ x }) => x },
    { id: 'kg_y', title: 'Y', type: 'double', value: ({ y }) => y },
    { id: 'kg_size', title: 'Size', type: 'double', value: ({ size }) => size },
    { id: 'kg_color', title: 'Colour', type: 'string', value: ({ color }) => color },
  ]
  const taken = new Set([...readersOwn, ...columns.map(({ id }) => fixedName(id))])
  return columns.map(({ id, title, type, value }) => {
    const isFixed = id.startsWith(fixed)
    return {
      id: plainId(id),
      name: isFixed ? fixedName(id) : free(title, taken),
      type,
      value,
    }
  })
}

/** An edge is one claim: parallel ones stay apart, and nothing is joined. */
export const namedEdgeColumns: readonly NamedColumn<EdgeAttributes>[] = [
  { id: 'label', name: 'label', type: 'string', value: ({ label }) => label },
  ...edgeColumns
    .filter(({ id }) => id !== 'kg_stints')
    .map(({ id, type, value }) => ({
      id: plainId(id),
      name: fixedName(id),
      type,
      value: (claim: EdgeAttributes) => value([claim]),
    })),
  { id: 'start', name: 'start', type: 'string', value: ({ start }) => start },
  { id: 'end', name: 'end', type: 'string', value: ({ end }) => end },
]

/** Names under which readers keep something of their own: igraph takes `name` and `id` for itself. */
const readersOwn = ['id', 'name']

function fixedName(id: string): string {
  return id.slice(fixed.length)
}

function plainId(id: string): string {
  return id.startsWith(fixed) ? fixedName(id) : id
}

function free(title: string, taken: ReadonlySet<string>): string {
  return taken.has(title.toLowerCase()) ? `${title} (attribute)` : title
}
