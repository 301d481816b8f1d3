import type { GraphParts } from '../graph/graph-part.ts'
import { nodeLook } from '../graph/node-look.ts'
import type { NodeDegrees } from './changed-parts.ts'
import type { Touched } from './graph-history.ts'
import { type PartLines, partLines, touchedEdges } from './graph-lines.ts'
import { type AttributeTexts, attributeTexts } from './graph-version.ts'
import type { NodePlaces } from './node-places.ts'

/** A graph as lines of JSON, of which only those that change are written again. */
export interface WrittenParts {
  readonly lines: ReadonlyMap<string, PartLines>
  readonly attributes: () => AttributeTexts
  /** Writes the lines of these parts again, and the attributes of the graph; tells which are others now. */
  readonly write: (graph: GraphParts, ids: Iterable<string>) => Touched
}

export function openWrittenParts(
  places: Pick<NodePlaces, 'of'>,
  degrees: Pick<NodeDegrees, 'of'>,
): WrittenParts {
  const lines = new Map<string, PartLines>()
  let attributes: AttributeTexts = new Map()

  const write: WrittenParts['write'] = (graph, ids) => {
    const types = graph.attributes.ontology.entities
    const touched = { nodes: new Set<string>(), edges: new Set<string>() }
    for (const id of ids) {
      const part = graph.parts.get(id)
      const look = part && nodeLook(part.node.type, places.of(id), degrees.of(id), types)
      const before = lines.get(id)
      const now = part && look && partLines(id, part, look, before)
      if (now) lines.set(id, now)
      else lines.delete(id)
      if (before?.node !== now?.node) touched.nodes.add(id)
      for (const key of touchedEdges(before, now)) touched.edges.add(key)
    }
    const last = attributes
    attributes = attributeTexts(graph.attributes, last)
    const keys = [...attributes.keys()]
    const differs = keys.filter((key) => attributes.get(key)?.text !== last.get(key)?.text)
    return { ...touched, attributes: new Set(differs) }
  }
  return { lines, attributes: () => attributes, write }
}
