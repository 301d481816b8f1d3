import { groupBy } from '../../model/group-by.ts'
import type { ImportReport } from '../import-report.ts'
import type { Imported } from '../imported.ts'
import type {
  Properties,
  PropertyEdge,
  PropertyNode,
  TimedValue,
} from '../property-graph/property-graph.ts'
import { readPropertyGraph } from '../property-graph/read-property-graph.ts'
import type { GexfColumns, GexfEdge, GexfFile, GexfNode } from './gexf-file.ts'
import { gexfValues } from './gexf-values.ts'

/** A graph of Gephi, networkx, graphology or any other program. */
export function readForeignGexf(
  { columns, nodes, edges, creator, description }: GexfFile,
  name: string,
  report: ImportReport,
): Imported {
  const ofNode = propertyReader(columns.node)
  const ofEdge = propertyReader(columns.edge)
  const origin = {
    title: name,
    note: 'A graph that was imported from GEXF. A locator is the id of a node or an edge in it, or what an edge ties.',
    ...(creator !== '' && { publisher: creator }),
  }
  const graph = {
    nodes: nodes.map((node) => nodeOf(node, ofNode, report)),
    edges: edges.map((edge, at) => edgeOf(edge, at, ofEdge)),
    ...(description !== '' && description.length < 200 && { name: description }),
  }
  return readPropertyGraph(graph, origin, report)
}

type PropertyReader = (item: Pick<GexfNode, 'values'>) => {
  readonly properties: Properties
  readonly timed: readonly TimedValue[]
}

function nodeOf(node: GexfNode, read: PropertyReader, report: ImportReport): PropertyNode {
  const { id, label, colour, hasLook, spells } = node
  if (hasLook) report.note('left-out-looks', id)
  return {
    ...{ key: id, spells, ...read(node) },
    ...(label !== undefined && { label }),
    ...(colour !== undefined && { colour }),
  }
}

function edgeOf(edge: GexfEdge, at: number, read: PropertyReader): PropertyEdge {
  const { id, source, target, label, kind, undirected, weight, spells } = edge
  const { properties, timed } = read(edge)
  const weighted = weight === undefined ? [] : [['weight', gexfValues(weight, 'double')] as const]
  return {
    ...{ key: id ?? `edge-${at + 1}`, source, target, undirected, spells, timed },
    properties: new Map([...weighted, ...properties]),
    ...(label !== undefined && { label }),
    ...(kind !== undefined && { kind }),
  }
}

/** Gives values the titles of their columns, and those that an item lacks their default. */
function propertyReader(columns: GexfColumns): PropertyReader {
  const titles = new Map<string, string>()
  const taken = new Set<string>()
  for (const [id, { title }] of columns) {
    titles.set(id, taken.has(title) || title.trim() === '' ? id : title)
    taken.add(title)
  }
  const fallbacks = [...columns].flatMap(([id, { fallback, type }]) =>
    fallback === undefined ? [] : [[id, gexfValues(fallback, type)] as const],
  )
  return ({ values }) => {
    const all = [...values].flatMap(([id, told]) =>
      told.map(({ value, spell }) => ({ name: titles.get(id) ?? id, value, spell })),
    )
    const timed = all.flatMap(({ spell, ...told }) => (spell ? [{ ...told, spell }] : []))
    const lacking = fallbacks
      .filter(([id]) => !values.has(id))
      .flatMap(([id, told]) => told.map((value) => ({ name: titles.get(id) ?? id, value })))
    const timeless = [...all.filter(({ spell }) => !spell), ...lacking]
    const byName = groupBy(timeless, ({ name }) => name)
    const properties = new Map(
      Array.from(byName, ([name, told]) => [name, told.map(({ value }) => value)] as const),
    )
    return { properties, timed }
  }
}
