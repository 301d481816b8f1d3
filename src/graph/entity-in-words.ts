import { closed } from './evidence-in-words.ts'
import type { CitationAttributes, KnowledgeGraph } from './knowledge-graph.ts'

/** `Ilhom (Person)`: the name, and what a reader must know to take it for no other. */
export function titleOf(graph: KnowledgeGraph, id: string): string {
  return `${graph.getNodeAttribute(id, 'label')} (${marksOf(graph, id).join(', ')})`
}

/** What an entity is: its type, how many stand behind it, and that its name is withheld. */
export function marksOf(graph: KnowledgeGraph, id: string): string[] {
  const { type, unnamed, count } = graph.getNodeAttributes(id)
  return [
    graph.getAttribute('ontology').entities[type]?.label ?? type,
    ...(count === undefined ? [] : [`${count} of them`]),
    ...(unnamed ? ['name withheld by the sources'] : []),
  ]
}

export interface ToldDecision {
  readonly sentence: string
  readonly reason: string
  readonly citations: readonly CitationAttributes[]
}

/** What was decided on who an entity is and is not. */
export function identityInWords(graph: KnowledgeGraph, id: string): ToldDecision[] {
  const told = {
    same: 'The same as',
    different: 'Not to be confused with',
    undecided: 'Perhaps the same as',
  }
  return graph
    .getAttribute('identity')
    .filter(({ entities }) => entities.includes(id))
    .map(({ verdict, entities, reason, citations }) => {
      const others = entities.filter((other) => other !== id)
      const names = others.map((other) => `${labelOf(graph, other)} (${other})`)
      const sentence = `${told[verdict]} ${names.join(' and ')}.`
      return { sentence, reason: closed(reason), citations }
    })
}

/** A part of a graph may lack an entity that a decision names. */
function labelOf(graph: KnowledgeGraph, id: string): string {
  return graph.hasNode(id) ? graph.getNodeAttribute(id, 'label') : id
}
