import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { ExportFormat } from './export-format.ts'
import { inChunks } from './in-chunks.ts'

export const json = {
  extension: 'json',
  mediaType: 'application/json',
  description: "The whole graph in graphology's own serialization, one node or edge a line.",
  options: {},
  cannotHold: [],
  write: writeJson,
  losses: () => [],
} as const satisfies ExportFormat

/** `MultiDirectedGraph.from` reads it back. */
function writeJson(graph: KnowledgeGraph): Iterable<string> {
  return inChunks(jsonPieces(graph))
}

function* jsonPieces(graph: KnowledgeGraph): Generator<string> {
  const { type, multi, allowSelfLoops } = graph
  yield `{\n"options":${JSON.stringify({ type, multi, allowSelfLoops })},\n`
  yield `"attributes":${JSON.stringify(graph.getAttributes(), null, 1)},\n"nodes":[`
  let separator = '\n'
  for (const { node, attributes } of graph.nodeEntries()) {
    yield separator + JSON.stringify({ key: node, attributes })
    separator = ',\n'
  }
  yield '\n],\n"edges":['
  separator = '\n'
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    yield separator + JSON.stringify({ key: edge, source, target, attributes })
    separator = ',\n'
  }
  yield '\n]\n}\n'
}
