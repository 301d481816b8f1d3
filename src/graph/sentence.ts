import { describeEdtf } from '../dates/describe-edtf.ts'
import { parseEdtf } from '../dates/parse-edtf.ts'
import type { KnowledgeGraph } from './knowledge-graph.ts'

/** A piece of a sentence: words of the ontology, or a name or a role, which may be of another script. */
export interface SentencePart {
  readonly text: string
  readonly isName: boolean
}

/** An edge as a sentence, in the direction in which it is read, without its date and without a full stop. */
export function sentenceOf(graph: KnowledgeGraph, edge: string, forward = true): string {
  return sentenceParts(graph, edge, forward)
    .map(({ text }) => text)
    .join('')
}

/** The same in pieces, for who draws each name in the direction of its own script. */
export function sentenceParts(
  graph: KnowledgeGraph,
  edge: string,
  forward = true,
): readonly SentencePart[] {
  const { relation, role, event } = graph.getEdgeAttributes(edge)
  const type = graph.getAttribute('ontology').relations[relation]
  if (type === undefined) throw new Error(`Edge ${edge} has the undeclared relation ${relation}.`)
  const names: Record<string, string> = {
    source: graph.getNodeAttribute(graph.source(edge), 'label'),
    target: graph.getNodeAttribute(graph.target(edge), 'label'),
    ...(event && { event: event.label }),
  }
  const template = forward ? type.says : type.saysInverse
  const sentence = template
    .split(/\{(source|target|event)\}/)
    .map((text, index) => (index % 2 === 0 ? words(text) : name(names[text] ?? '')))
    .filter(({ text }) => text !== '')
  if (role === undefined) return sentence
  return type.symmetric
    ? [...sentence, words(', '), name(names.source ?? ''), words(' as '), name(role)]
    : [...sentence, words(', as '), name(role)]
}

function words(text: string): SentencePart {
  return { text, isName: false }
}

function name(text: string): SentencePart {
  return { text, isName: true }
}

/** A date for people, with its preposition: `in March 2012`. The text as written where it is no EDTF date. */
export function whenInWords(when: string): string {
  const parsed = parseEdtf(when)
  return parsed.ok ? describeEdtf(parsed.date) : when
}

/** A sentence with its date, still without a full stop. */
export function dated(sentence: string, when: string | undefined): string {
  return `${sentence}${dateAfter(sentence, when)}`
}

/**
 * The date that follows a sentence: `, in March 2012`. A day or a month that a name in it holds already is not said
 * twice; a year alone is, because a name may hold it for another reason.
 */
export function dateAfter(sentence: string, when: string | undefined): string {
  if (when === undefined) return ''
  const words = whenInWords(when)
  const [, ...date] = words.split(' ')
  return date.length > 1 && sentence.includes(date.join(' ')) ? '' : `, ${words}`
}
