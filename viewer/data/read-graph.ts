import { MultiDirectedGraph } from 'graphology'
import type { SerializedGraph } from 'graphology-types'
import type {
  EdgeAttributes,
  GraphAttributes,
  KnowledgeGraph,
  NodeAttributes,
} from '../../src/graph/knowledge-graph.ts'
import { hiddenCharacters } from '../../src/text/hidden-characters.ts'
import { placeLost } from './place-lost.ts'

export type ReadGraph =
  | { readonly ok: true; readonly graph: KnowledgeGraph }
  | { readonly ok: false; readonly reason: string }

type Serialized = SerializedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>

/** The text of `graph.json` as a graph that can be drawn, or why it cannot be. */
export function readGraph(text: string): ReadGraph {
  try {
    const graph: KnowledgeGraph = new MultiDirectedGraph<
      NodeAttributes,
      EdgeAttributes,
      GraphAttributes
    >()
    graph.import(parse(text))
    const problem = problemOf(graph)
    if (problem !== undefined) return { ok: false, reason: problem }
    placeLost(graph)
    return { ok: true, graph }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

/** Looking at every value takes time, so it is done only where the text can hold such characters at all. */
function parse(text: string): Serialized {
  const suspect = text.includes('\\u') || hiddenCharacters(text).length > 0
  return JSON.parse(text, suspect ? visible : undefined) as Serialized
}

/** Characters that would change what is read without being seen are shown as what they are: unreadable. */
function visible(_key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  return hiddenCharacters(value).reduceRight(
    (text, { offset, length }) => `${text.slice(0, offset)}\ufffd${text.slice(offset + length)}`,
    value,
  )
}

/** The viewer reads what the compiler wrote; of anything else it says so before it trips over it. */
function problemOf(graph: KnowledgeGraph): string | undefined {
  const ontology = graph.getAttribute('ontology')
  if (!ontology?.entities || !ontology.relations) return 'It has no ontology.'
  const entity = graph.findNode((_, { type }) => !Object.hasOwn(ontology.entities, type))
  if (entity !== undefined) return `The entity ${entity} has a type that is not declared.`
  const relation = graph.findEdge((_, edge) => !Object.hasOwn(ontology.relations, edge.relation))
  if (relation !== undefined) return `The relation ${relation} has a type that is not declared.`
  return undefined
}
