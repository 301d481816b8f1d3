import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { whenInWords } from '../graph/sentence.ts'
import { counted } from '../text/counted.ts'
import { indented } from '../text/indented.ts'
import { attributeInWords, evidenceInWords, relationInWords } from './claim-in-words.ts'
import type { Timeline, Told } from './timeline.ts'

/**
 * What is dated, under its dates in words, and then what is not. Ends without a newline. Of a part that begins later,
 * whoever asks tells himself what is left out.
 */
export function describeTimeline(
  graph: KnowledgeGraph,
  timeline: Timeline,
  rest: 'told' | 'untold' = 'told',
): string {
  const { entity, dated, undated, total, totalUndated } = timeline
  const label = graph.getNodeAttribute(entity, 'label')
  const shown = dated.reduce((sum, { told }) => sum + told.length, 0)
  const isRestTold = rest === 'told'
  return [
    `${label}: ${counted(total, 'dated claim')}, ${totalUndated} undated`,
    ...dated.map(({ when, told }) => section(graph, heading(when), told)),
    ...(isRestTold && shown < total
      ? [
          `${counted(total - shown, 'later claim is', 'later claims are')} left out; --limit shows more than ${shown}.`,
        ]
      : []),
    ...(undated.length === 0 ? [] : [section(graph, 'Without a date', undated)]),
    ...(isRestTold && undated.length < totalUndated
      ? [`${totalUndated - undated.length} more without a date; --limit shows more.`]
      : []),
  ].join('\n\n')
}

function section(graph: KnowledgeGraph, title: string, told: readonly Told[]): string {
  return [title, ...told.map((one) => indented(toldInWords(graph, one)))].join('\n\n')
}

/** `On 17 March 2012`, `Until 2012 (start unknown)`: the words begin the section. */
function heading(when: string): string {
  const words = whenInWords(when)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The date stands above, so that the sentence does without. */
function toldInWords(graph: KnowledgeGraph, told: Told): string {
  const { when: _when, ...undated } = told
  if ('edge' in undated) return relationInWords(graph, undated)
  if (undated.attribute !== 'when') return attributeInWords(graph, undated.attribute, undated)
  return ['This is its date.', ...evidenceInWords(graph, undated).map(indented)].join('\n')
}
