import type { ImportReport } from '../import-report.ts'
import type { Imported, ImportedThing, ImportedType, Origin } from '../imported.ts'
import type { PropertyEdge, PropertyGraph, PropertyNode } from './property-graph.ts'
import { readEdges } from './read-edges.ts'
import { readNodes } from './read-nodes.ts'

/** A graph of another program in our words: what its values mean is guessed from their names. */
export function readPropertyGraph(
  graph: PropertyGraph,
  origin: Origin,
  report: ImportReport,
): Imported {
  const things = readNodes(graph.nodes, report)
  const keys = new Set(things.map(({ key }) => key))
  const { ties, sources } = readEdges(graph.edges, keys, report)
  for (const edge of graph.edges) inventEnds(edge, keys, things, report)
  return {
    ...(graph.name !== undefined && { name: graph.name }),
    ...{ things, ties, origin, types: typesOf(things, graph.nodes) },
    ...{ relations: new Map(), sources, identity: [] },
    ...(graph.untyped && { untyped: true }),
  }
}

function inventEnds(
  { source, target, sourceType, targetType }: PropertyEdge,
  keys: Set<string>,
  things: ImportedThing[],
  report: ImportReport,
): void {
  for (const [key, type = 'thing'] of [
    [source, sourceType],
    [target, targetType],
  ] as const) {
    if (keys.has(key)) continue
    keys.add(key)
    report.note('invented-entities', key)
    things.push({ key, type, name: key, attributes: [] })
  }
}

/** Where all nodes of a type have one colour, it is that of the type. */
function typesOf(
  things: readonly ImportedThing[],
  nodes: readonly PropertyNode[],
): Map<string, ImportedType> {
  const colours = new Map<string, Set<string | undefined>>()
  for (const [at, { type }] of things.entries()) {
    const known = colours.get(type) ?? new Set()
    colours.set(type, known.add(nodes[at]?.colour))
  }
  return new Map(
    [...colours].flatMap(([type, seen]) => {
      const [colour] = seen
      const isShared = seen.size === 1 && colour !== undefined && colours.size > 1
      return isShared ? [[type, { colour }] as const] : []
    }),
  )
}
