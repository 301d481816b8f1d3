import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { ExportFormat } from './export-format.ts'
import { inChunks } from './in-chunks.ts'
import { edgeLine, jsonOfLines, nodeLine } from './json-lines.ts'

export const json = {
  extension: 'json',
  mediaType: 'application/json',
  description: "The whole graph in graphology's own serialization, one node or edge a line.",
  hasPositions: true,
  options: {},
  cannotHold: [
    'Rules of the ontology, the kinds of its attributes, and the sections and timecodes of sources are in the data files alone.',
  ],
  write: writeJson,
  losses: () => [],
} as const satisfies ExportFormat

/** `MultiDirectedGraph.from` reads it back. */
function writeJson(graph: KnowledgeGraph): Iterable<string> {
  return inChunks(jsonPieces(graph))
}

function jsonPieces(graph: KnowledgeGraph): Iterable<string> {
  return jsonOfLines(graph, graph.getAttributes(), nodeLines(graph), edgeLines(graph))
}

function* nodeLines(graph: KnowledgeGraph): Generator<string> {
  for (const { node, attributes } of graph.nodeEntries()) yield nodeLine(node, attributes)
}

function* edgeLines(graph: KnowledgeGraph): Generator<string> {
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    yield edgeLine(edge, source, target, attributes)
  }
}
