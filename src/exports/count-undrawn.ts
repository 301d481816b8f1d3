import type { EdgeAttributes, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { countBeside, type ReportLoss } from './count-losses.ts'

/** What a picture has no place for: it shows names, types, relations and how sure they are. */
export const undrawnTexts = {
  'values-left-out': 'values of attributes left out, with their evidence',
  'aliases-left-out': 'aliases left out',
  'rivals-left-out': 'rival readings left out',
  'citations-left-out': 'citations of relations left out',
  'notes-left-out': 'notes on relations left out',
  'events-left-out': 'ties of a projection became ties without their event',
  'sources-left-out': 'sources left out',
  'identity-left-out': 'decisions on identity left out',
  'ontology-left-out': 'types and relations of the ontology are there by name and look only',
}

/** What a picture has no place for that tells nothing under the pointer either. */
export const untoldTexts = {
  'types-as-looks': 'entities show their type by colour and shape only',
  'summaries-left-out': 'summaries left out',
  'dates-left-out': 'dates left out',
  'roles-left-out': 'roles in relations left out',
  'speakers-left-out': 'relations left out who said so',
  'doubts-as-lines': 'relations show how sure they are, and why, by their line only',
  ...undrawnTexts,
}

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
    report('notes-left-out', countOf(note), edge)
  }
  countBeside(graph, report)
}

/** For pictures in which nothing shows under the pointer, all that they have no place for. */
export function countUntold(
  graph: KnowledgeGraph,
  report: ReportLoss<keyof typeof untoldTexts>,
): void {
  for (const { node, attributes } of graph.nodeEntries()) {
    report('types-as-looks', 1, node)
    report('summaries-left-out', countOf(attributes.summary), node)
    report('dates-left-out', countOf(attributes.when), node)
  }
  for (const { edge, attributes } of graph.edgeEntries()) {
    const { when, role, saidBy } = attributes
    report('dates-left-out', countOf(when), edge)
    report('roles-left-out', countOf(role), edge)
    report('speakers-left-out', saidBy.length > 0 ? 1 : 0, edge)
    report('doubts-as-lines', isDoubted(attributes) ? 1 : 0, edge)
  }
  countUndrawn(graph, report)
}

function isDoubted({ confidence, inferred }: EdgeAttributes): boolean {
  return confidence !== undefined || inferred !== undefined
}

function countOf(text: string | undefined): number {
  return text === undefined ? 0 : 1
}
