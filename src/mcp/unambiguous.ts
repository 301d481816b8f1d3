import { marksOf } from '../graph/entity-in-words.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { entityNamed } from '../queries/entity-named.ts'
import { WrongQuestion } from '../queries/wrong-question.ts'
import { inLine } from '../text/in-line.ts'

const mostChoices = 20

/** The word itself. Where it names several entities, `WrongQuestion` tells them apart, to choose from. */
export function unambiguous(graph: KnowledgeGraph, word: string): string {
  const named = entityNamed(graph, word)
  if (named.kind !== 'several') return word
  const { ids } = named
  const more = ids.length - mostChoices
  throw new WrongQuestion(
    [
      `"${word}" names several entities. Ask again with the id of one of them:`,
      ...ids.slice(0, mostChoices).map((id) => `  ${choiceInWords(graph, id)}`),
      ...(more > 0 ? [`  and ${more} more`] : []),
    ].join('\n'),
  )
}

function choiceInWords(graph: KnowledgeGraph, id: string): string {
  const { label, summary } = graph.getNodeAttributes(id)
  const told = `${id}: ${inLine(label)} (${marksOf(graph, id).join(', ')})`
  return summary === undefined ? told : `${told}. ${inLine(summary)}`
}
