import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { ServedBase } from '../../src/mcp/asked-base.ts'
import { entitySearch } from '../../src/queries/search-entities.ts'

/** A base that is nothing but this graph, and what is said of it. */
export function servedGraph(graph: KnowledgeGraph, warning?: string): ServedBase {
  return {
    use: (work) =>
      work({
        ask: async (question) => question(graph),
        find: async (text, limit) => ({
          found: entitySearch(graph)(text, limit),
          truncated: false,
        }),
        ...(warning !== undefined && { warning }),
      }),
  }
}
