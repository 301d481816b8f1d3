import { identityInWords, titleOf } from '../graph/entity-in-words.ts'
import { citationsInWords, closed, dateDoubt } from '../graph/evidence-in-words.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { dated, sentenceOf } from '../graph/sentence.ts'
import { counted } from '../text/counted.ts'
import { indented } from '../text/indented.ts'
import { attributeInWords, evidenceInWords, relationInWords } from './claim-in-words.ts'
import type { EntitySheet } from './entity-sheet.ts'

/** All that is said about an entity, with the evidence. Ends without a newline. */
export function describeEntity(graph: KnowledgeGraph, sheet: EntitySheet): string {
  const { entity: id, aliases, summary, attributes, file, line, relations, total } = sheet
  const claims = Object.entries(attributes).flatMap(([name, values]) =>
    values.map((claim) => attributeInWords(graph, name, claim)),
  )
  const told = relations.map((neighbour) => relationInWords(graph, neighbour))
  const decisions = identityInWords(graph, id).map(
    ({ sentence, reason, citations }) =>
      `${sentence}\n  ${reason} [${citationsInWords(citations)}]`,
  )
  const more = total - relations.length
  return [
    `${titleOf(graph, id)}\n${id}, ${file}:${line}`,
    ...(summary === undefined ? [] : [closed(summary)]),
    ...(aliases.length === 0 ? [] : [`Also called ${aliases.join(', ')}.`]),
    ...[...claims, ...told, ...decisions].map(indented),
    ...(more > 0
      ? [
          `${counted(more, 'more relation')}: "dossier neighbours ${id} --limit 100" pages through all.`,
        ]
      : []),
  ].join('\n\n')
}

/** One relation as a cited sentence, and where it is written. Ends without a newline. */
export function describeRelation(graph: KnowledgeGraph, edge: string): string {
  const claim = graph.getEdgeAttributes(edge)
  const evidence = [evidenceInWords(graph, claim), dateDoubt(graph, edge) ?? []].flat().join('\n')
  const sentence = dated(sentenceOf(graph, edge), claim.when)
  return `${sentence}.\n${indented(evidence)}\n  ${claim.file}:${claim.line}`
}
