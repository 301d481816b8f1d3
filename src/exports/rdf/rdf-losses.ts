import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { countHalves } from '../../text/half-characters.ts'
import { countLosses } from '../count-losses.ts'
import type { Loss } from '../export-format.ts'
import { describeGraph } from './describe-graph.ts'
import type { Property, Term } from './term.ts'

/** What the file says less than the graph: no more than characters that are none. */
export function rdfLosses(graph: KnowledgeGraph): Loss[] {
  const { report, losses } = countLosses({
    'replaced-characters': 'halves of surrogate pairs, which are no characters, became U+FFFD',
  })
  for (const { properties, key } of describeGraph(graph, 'urn:dossier:', true)) {
    report('replaced-characters', countIn(properties), key)
  }
  return losses()
}

function countIn(properties: readonly Property[]): number {
  let count = 0
  for (const { objects } of properties) for (const term of objects) count += countInTerm(term)
  return count
}

function countInTerm(term: Term): number {
  if (term.kind === 'literal') return countHalves(term.text)
  return term.kind === 'unnamed' ? countIn(term.properties) : 0
}
