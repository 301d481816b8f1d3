import { describeEdtf } from '../dates/describe-edtf.ts'
import { parseEdtf } from '../dates/parse-edtf.ts'
import type { KnowledgeGraph } from './knowledge-graph.ts'

/** An edge as a sentence, in the direction in which it is read, without its date and without a full stop. */
export function sentenceOf(graph: KnowledgeGraph, edge: string, forward = true): string {
  const { relation, role, event } = graph.getEdgeAttributes(edge)
  const type = graph.getAttribute('ontology').relations[relation]
  if (type === undefined) throw new Error(`Edge ${edge} has the undeclared relation ${relation}.`)
  const names: Record<string, string> = {
    source: graph.getNodeAttribute(graph.source(edge), 'label'),
    target: graph.getNodeAttribute(graph.target(edge), 'label'),
    ...(event && { event: event.label }),
  }
  const template = forward ? type.says : type.saysInverse
  const sentence = template.replace(
    /\{(source|target|event)\}/g,
    (_, end: string) => names[end] ?? '',
  )
  if (role === undefined) return sentence
  return type.symmetric ? `${sentence}, ${names.source} as ${role}` : `${sentence}, as ${role}`
}

/** A date for people, with its preposition: `in March 2012`. The text as written where it is no EDTF date. */
export function whenInWords(when: string): string {
  const parsed = parseEdtf(when)
  return parsed.ok ? describeEdtf(parsed.date) : when
}

/**
 * A sentence with its date, still without a full stop. A day or a month that a name in it holds already is not said
 * twice; a year alone is, because a name may hold it for another reason.
 */
export function dated(sentence: string, when: string | undefined): string {
  if (when === undefined) return sentence
  const words = whenInWords(when)
  const [, ...date] = words.split(' ')
  return date.length > 1 && sentence.includes(date.join(' ')) ? sentence : `${sentence}, ${words}`
}
