import type { ClaimAttributes, KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { countLosses, countName, countOntology, type ReportLoss } from '../count-losses.ts'
import type { Loss } from '../export-format.ts'
import { ftmDrafts, isExact } from './ftm-drafts.ts'
import { countRepeated, countTidied } from './ftm-entity.ts'
import { isA, relationOf, schemaOf } from './ftm-words.ts'

/** What the file says less than the graph, counted, in the order of the table below. */
export function ftmLosses(graph: KnowledgeGraph): Loss[] {
  const { report, losses } = countLosses(lossTexts)
  countName(graph, report)
  countOntology(graph, report)
  for (const node of graph.nodes()) countInNode(graph, node, report)
  for (const edge of graph.edges()) countInEdge(graph, edge, report)
  for (const draft of ftmDrafts(graph)) {
    report('repeated-values', countRepeated(draft), draft.key)
    report('tidied-texts', countTidied(draft), draft.key)
  }
  return losses()
}

const lossTexts = {
  'name-left-out': 'name of the base left out',
  'ontology-left-out':
    'types and relations of the ontology are there by name, without their kinds, sentences, colours and rules',
  'words-missing':
    'entities became an Event or a LegalEntity, because the ontology has no "ftm" for their type',
  'words-unfit':
    'relations became an UnknownLink only, because their ends do not fit the ontology\'s "ftm"',
  'dates-as-text': 'dates say more than dates can there, and are kept whole as text',
  'attributes-as-text': 'attribute values became text, with their evidence',
  'evidence-as-text':
    'relations have their confidence, speakers, inference, note, locators or quotes as text',
  'rivals-as-text': 'rival readings became text',
  'repeated-values': 'aliases and attribute values stand there once that the graph has twice',
  'tidied-texts':
    'texts lost spaces, quotation marks around a name, invisible characters or halves of characters, as every reader would do',
}
type Report = ReportLoss<keyof typeof lossTexts>

function countInNode(graph: KnowledgeGraph, node: string, report: Report): void {
  const { schema, chosen } = schemaOf(graph, node)
  const { when, attributes } = graph.getNodeAttributes(node)
  report('words-missing', chosen ? 0 : 1, node)
  const isHeld = when === undefined || (isA(schema, 'Interval') && isExact(when))
  report('dates-as-text', isHeld ? 0 : 1, node)
  const claims = Object.entries(attributes)
  const values = claims.filter(([name]) => name !== 'when').flatMap(([, all]) => all)
  report('attributes-as-text', values.length, node)
  report('rivals-as-text', rivalCount(claims.flatMap(([, all]) => all)), node)
}

function countInEdge(graph: KnowledgeGraph, edge: string, report: Report): void {
  const attributes = graph.getEdgeAttributes(edge)
  const { when, confidence, saidBy, inferred, note, citations } = attributes
  report('words-unfit', relationOf(graph, edge).fits ? 0 : 1, edge)
  report('dates-as-text', isExact(when) ? 0 : 1, edge)
  const told = [confidence, inferred, note].some((part) => part !== undefined)
  const located = citations.some(({ at, quote }) => at !== undefined || quote !== undefined)
  report('evidence-as-text', told || located || saidBy.length > 0 ? 1 : 0, edge)
  report('rivals-as-text', rivalCount([attributes]), edge)
}

function rivalCount(claims: readonly ClaimAttributes[]): number {
  return claims.reduce((sum, { rivals }) => sum + rivals.length, 0)
}
