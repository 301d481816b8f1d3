import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { countIdentity, countSources, type ReportLoss } from './count-losses.ts'

/** What a picture has no place for: it shows names, types, relations and how sure they are. */
export const undrawnTexts = {
  'values-left-out': 'values of attributes left out, with their evidence',
  'aliases-left-out': 'aliases left out',
  'rivals-left-out': 'rival readings left out',
  'citations-left-out': 'citations of relations left out',
  'notes-left-out': 'notes on relations left out',
  'sources-left-out': 'sources left out',
  'identity-left-out': 'decisions on identity left out',
}

/** What a picture has no place for that does not show dates under the pointer either. */
export const undatedTexts = { 'dates-left-out': 'dates left out', ...undrawnTexts }

type Report = ReportLoss<keyof typeof undrawnTexts>

export function countUndrawn(graph: KnowledgeGraph, report: Report): void {
  for (const { node, attributes } of graph.nodeEntries()) {
    const claims = Object.values(attributes.attributes).flat()
    report('values-left-out', claims.length, node)
    report('rivals-left-out', claims.flatMap(({ rivals }) => rivals).length, node)
    report('aliases-left-out', attributes.aliases.length, node)
  }
  for (const { edge, attributes } of graph.edgeEntries()) {
    const { rivals, citations, note } = attributes
    report('rivals-left-out', rivals.length, edge)
    report('citations-left-out', citations.length, edge)
    report('notes-left-out', note === undefined ? 0 : 1, edge)
  }
  countSources(graph, report)
  countIdentity(graph, report)
}

/** For pictures that show no dates. */
export function countDates(graph: KnowledgeGraph, report: ReportLoss<'dates-left-out'>): void {
  for (const { node, attributes } of graph.nodeEntries()) {
    report('dates-left-out', attributes.when === undefined ? 0 : 1, node)
  }
  for (const { edge, attributes } of graph.edgeEntries()) {
    report('dates-left-out', attributes.when === undefined ? 0 : 1, edge)
  }
}
