import type { ImportReport } from '../import-report.ts'
import type { Imported, ImportedThing, ImportedType, Origin } from '../imported.ts'
import { type NamedTie, thingNames, tiesByName } from '../named-ends.ts'
import type { PropertyGraph, PropertyNode } from './property-graph.ts'
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
  const { ties: read, sources } = readEdges(graph.edges, keys, report)
  const ontology = { types: typesOf(things, graph.nodes), relations: new Map() }
  const named = graph.hasNamedEnds ? tiesByName(read, thingNames(things), ontology, report) : read
  for (const tie of named) inventEnds(tie, keys, things, report)
  return {
    ...(graph.name !== undefined && { name: graph.name }),
    ...{ things, ties: named.map(({ tie }) => tie), origin, sources, identity: [] },
    ...ontology,
    ...(graph.untyped && { untyped: true }),
  }
}

function inventEnds(
  { tie: { source, target }, sourceType, targetType }: NamedTie,
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
