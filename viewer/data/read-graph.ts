import { MultiDirectedGraph } from 'graphology'
import type { SerializedGraph } from 'graphology-types'
import type {
  EdgeAttributes,
  GraphAttributes,
  KnowledgeGraph,
  NodeAttributes,
} from '../../src/graph/knowledge-graph.ts'
import { texts } from '../words/texts.ts'
import { placeLost } from './place-lost.ts'

export type ReadGraph =
  | { readonly ok: true; readonly graph: KnowledgeGraph }
  | { readonly ok: false; readonly reason: string }

export type Serialized = SerializedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>

/** A serialized graph as one that can be drawn, or why it cannot be. */
export function readGraph(serialized: Serialized): ReadGraph {
  try {
    const graph: KnowledgeGraph = new MultiDirectedGraph<
      NodeAttributes,
      EdgeAttributes,
      GraphAttributes
    >()
    graph.import(serialized)
    const problem = problemOf(graph)
    if (problem !== undefined) return { ok: false, reason: problem }
    placeLost(graph)
    return { ok: true, graph }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

/** The viewer reads what the compiler wrote; of anything else it says so before it trips over it. */
function problemOf(graph: KnowledgeGraph): string | undefined {
  const ontology = graph.getAttribute('ontology')
  if (!ontology?.entities || !ontology.relations) return texts.noOntology
  const entity = graph.findNode((_, { type }) => !Object.hasOwn(ontology.entities, type))
  if (entity !== undefined) return texts.undeclaredEntityType(entity)
  const relation = graph.findEdge((_, edge) => !Object.hasOwn(ontology.relations, edge.relation))
  if (relation !== undefined) return texts.undeclaredRelationType(relation)
  return undefined
}
