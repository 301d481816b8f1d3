import { filterGraph } from '../graph/filter-graph.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { type FilterOptions, readPart } from './read-filter.ts'

/**
 * With `project`, the graph of what the filters keep, with events as ties, and the options without those filters:
 * they chose the claims that the ties are made of, and would not know the ties. Else graph and options as they are.
 */
export function projected<Options extends FilterOptions>(
  graph: KnowledgeGraph,
  project: string | undefined,
  options: Options,
): { readonly graph: KnowledgeGraph; readonly options: Options } {
  if (project === undefined) return { graph, options }
  const { type, relation, kind, asOf, from, to, certain, minConfidence, source, ...rest } = options
  const { withoutSource, saidBy, withoutSpeaker, inferred, ...others } = rest
  const filters = {
    ...{ type, relation, kind, asOf, from, to, certain },
    ...{ minConfidence, source, withoutSource, saidBy, withoutSpeaker, inferred },
  }
  const given = Object.entries(filters).filter(([, value]) => value !== undefined)
  const part = readPart(graph, { ...Object.fromEntries(given), project })
  // Every filter may be absent, so that options without any are still options.
  return { graph: filterGraph(graph, part), options: others as unknown as Options }
}
