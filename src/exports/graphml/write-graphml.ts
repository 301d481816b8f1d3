import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { listText } from '../../text/list-text.ts'
import type { Cell } from '../columns.ts'
import { inChunks } from '../in-chunks.ts'
import { type NamedColumn, namedEdgeColumns, namedNodeColumns } from '../named-columns.ts'
import { escapeXml } from '../xml.ts'

/** GraphML as networkx, igraph, Cytoscape, yEd and Gephi read it: directed, with an id for every edge. */
export function writeGraphml(graph: KnowledgeGraph): Iterable<string> {
  return inChunks(graphmlPieces(graph))
}

function* graphmlPieces(graph: KnowledgeGraph): Generator<string> {
  const { name, generator } = graph.getAttributes()
  const ofEdges = namedEdgeColumns.map(keyOf('e'))
  const ofNodes = namedNodeColumns(graph).map(keyOf('n'))
  yield head
  yield declaration('graph', { id: 'g_name', name: 'title', type: 'string' })
  yield declaration('graph', { id: 'g_generator', name: 'generator', type: 'string' })
  for (const key of ofNodes) yield declaration('node', key)
  // The key again as a value, because igraph mistakes the ids of edges for those of nodes.
  yield declaration('edge', { id: 'e_claim', name: 'claim', type: 'string' })
  for (const key of ofEdges) yield declaration('edge', key)
  yield '<graph edgedefault="directed">\n'
  yield datum('g_name', name) + datum('g_generator', generator)
  for (const { node, attributes } of graph.nodeEntries()) {
    yield `<node id="${escapeXml(node)}">\n${dataOf(attributes, ofNodes)}</node>\n`
  }
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    const ends = `source="${escapeXml(source)}" target="${escapeXml(target)}"`
    const data = datum('e_claim', edge) + dataOf(attributes, ofEdges)
    yield `<edge id="${escapeXml(edge)}" ${ends}>\n${data}</edge>\n`
  }
  yield '</graph>\n</graphml>\n'
}

/** A column as GraphML declares it: no two keys share an id, be they of nodes or of edges. */
function keyOf(prefix: string) {
  return <Subject>(column: NamedColumn<Subject>): NamedColumn<Subject> => ({
    ...column,
    id: `${prefix}_${column.id}`,
  })
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`

const types = {
  string: 'string',
  integer: 'int',
  double: 'double',
  boolean: 'boolean',
  liststring: 'string',
} as const

function declaration(
  about: string,
  { id, name, type }: Pick<NamedColumn<never>, 'id' | 'name' | 'type'>,
): string {
  return `<key id="${id}" for="${about}" attr.name="${escapeXml(name)}" attr.type="${types[type]}"/>\n`
}

function dataOf<Subject>(subject: Subject, keys: readonly NamedColumn<Subject>[]): string {
  let text = ''
  for (const { id, value } of keys) text += datum(id, value(subject))
  return text
}

/** Nothing for what is not there; an empty list is not there either. */
function datum(id: string, cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell !== 'object') return ` <data key="${id}">${escapeXml(String(cell))}</data>\n`
  return cell.length === 0 ? '' : ` <data key="${id}">${escapeXml(listText(cell))}</data>\n`
}
