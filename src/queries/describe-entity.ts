import { citationsInWords, closed, dateDoubt } from '../graph/evidence-in-words.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { dated, sentenceOf } from '../graph/sentence.ts'
import { indented } from '../text/indented.ts'
import { attributeInWords, evidenceInWords, relationInWords } from './claim-in-words.ts'
import { neighbours } from './neighbours.ts'

/** All that is said about an entity, with the evidence. Ends without a newline. */
export function describeEntity(graph: KnowledgeGraph, id: string): string {
  const { aliases, summary, attributes, file, line } = graph.getNodeAttributes(id)
  const claims = Object.entries(attributes).flatMap(([name, values]) =>
    values.map((claim) => attributeInWords(graph, name, claim)),
  )
  const relations = neighbours(graph, id).map((neighbour) => relationInWords(graph, neighbour))
  return [
    `${titleOf(graph, id)}\n${id}, ${file}:${line}`,
    ...(summary === undefined ? [] : [closed(summary)]),
    ...(aliases.length === 0 ? [] : [`Also called ${aliases.join(', ')}.`]),
    ...[...claims, ...relations, ...identityInWords(graph, id)].map(indented),
  ].join('\n\n')
}

/** `Ilhom (Person)`: the name, and what a reader must know to take it for no other. */
export function titleOf(graph: KnowledgeGraph, id: string): string {
  return `${graph.getNodeAttribute(id, 'label')} (${marksOf(graph, id).join(', ')})`
}

function marksOf(graph: KnowledgeGraph, id: string): string[] {
  const { type, unnamed, count } = graph.getNodeAttributes(id)
  return [
    graph.getAttribute('ontology').entities[type]?.label ?? type,
    ...(count === undefined ? [] : [`${count} of them`]),
    ...(unnamed ? ['name withheld by the sources'] : []),
  ]
}

/** One relation as a cited sentence, and where it is written. Ends without a newline. */
export function describeRelation(graph: KnowledgeGraph, edge: string): string {
  const claim = graph.getEdgeAttributes(edge)
  const evidence = [evidenceInWords(graph, claim), dateDoubt(graph, edge) ?? []].flat().join('\n')
  const sentence = dated(sentenceOf(graph, edge), claim.when)
  return `${sentence}.\n${indented(evidence)}\n  ${claim.file}:${claim.line}`
}

function identityInWords(graph: KnowledgeGraph, id: string): string[] {
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
      const names = others.map((other) => `${graph.getNodeAttribute(other, 'label')} (${other})`)
      const why = `${closed(reason)} [${citationsInWords(citations)}]`
      return `${told[verdict]} ${names.join(' and ')}.\n  ${why}`
    })
}
