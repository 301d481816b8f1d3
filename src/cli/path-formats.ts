import { writeDot } from '../exports/dot/write-dot.ts'
import { writeGexf } from '../exports/gexf/write-gexf.ts'
import { writeMermaid } from '../exports/mermaid/write-mermaid.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { layoutGraph } from '../graph/layout-graph.ts'
import type { Path } from '../queries/find-paths.ts'
import { pathDiagram } from './path-diagram.ts'
import { pathsAsCsv } from './paths-as-csv.ts'
import { pathsAsMarkdown } from './paths-as-markdown.ts'

export type WritePaths = (graph: KnowledgeGraph, paths: readonly Path[]) => Iterable<string>

/** What paths can be written as, beside sentences and JSON. The pictures show each claim once. */
export const pathFormats: Readonly<Record<string, WritePaths>> = {
  mermaid: (graph, paths) => writeMermaid(pathDiagram(graph, paths)),
  dot: (graph, paths) => writeDot(pathDiagram(graph, paths)),
  csv: pathsAsCsv,
  markdown: pathsAsMarkdown,
  gexf: (graph, paths) => {
    // The whole graph is laid out first, so that entities stay where people know them.
    layoutGraph(graph)
    return writeGexf(onlyPaths(graph, paths))
  },
}

function onlyPaths(graph: KnowledgeGraph, paths: readonly Path[]): KnowledgeGraph {
  const hops = paths.flatMap((path) => path.hops)
  const edges = new Set(hops.map(({ edge }) => edge))
  const nodes = new Set(hops.flatMap(({ from, to }) => [from, to]))
  const part = graph.copy() as KnowledgeGraph
  for (const edge of graph.edges()) if (!edges.has(edge)) part.dropEdge(edge)
  for (const node of graph.nodes()) if (!nodes.has(node)) part.dropNode(node)
  return part
}
