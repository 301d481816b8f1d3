import { writeGexf } from '../exports/gexf/write-gexf.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { layoutGraph } from '../graph/layout-graph.ts'
import type { Path } from '../queries/find-paths.ts'
import { pathsAsCsv } from './paths-as-csv.ts'
import { pathsAsDot } from './paths-as-dot.ts'
import { pathsAsMarkdown } from './paths-as-markdown.ts'
import { pathsAsMermaid } from './paths-as-mermaid.ts'

type Write = (graph: KnowledgeGraph, paths: readonly Path[]) => Iterable<string>

/** What paths can be written as, beside sentences and JSON. The pictures show each claim once. */
export const pathFormats: Readonly<Record<string, Write>> = {
  mermaid: pathsAsMermaid,
  dot: pathsAsDot,
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
