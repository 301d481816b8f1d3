import type {
  EdgeAttributes,
  KnowledgeGraph,
  NodeAttributes,
  SourceAttributes,
} from '../../graph/knowledge-graph.ts'
import {
  countEvents,
  countLosses,
  countName,
  countOntology,
  type ReportLoss,
} from '../count-losses.ts'
import type { ExportOptions, Loss } from '../export-format.ts'
import { entityDossier } from './entity-dossier.ts'
import { footnotes } from './footnotes.ts'

/** What the dossier does not tell, counted. */
export function markdownLosses(graph: KnowledgeGraph, { about }: ExportOptions = {}): Loss[] {
  const { report, losses } = countLosses(lossTexts)
  const told = about === undefined ? graph.nodes() : [about]
  const isTold = new Set(told)
  for (const { node, attributes } of graph.nodeEntries()) {
    if (isTold.has(node)) countInNode(node, attributes, report)
    else report('entities-left-out', 1, node)
  }
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    if (isTold.has(source) || isTold.has(target)) {
      report('joined-lines', broken(textsOfEdge(attributes)), edge)
    } else report('relations-left-out', 1, edge)
  }
  countInIdentity(graph, isTold, report)
  countInSources(graph, told, report)
  countEvents(graph, report)
  countOntology(graph, report)
  if (about !== undefined) countName(graph, report)
  return losses()
}

const lossTexts = {
  'name-left-out': 'name of the base left out',
  'entities-left-out': 'entities have no dossier here',
  'relations-left-out': 'relations do not touch the entity',
  'kinds-left-out': 'numbers and truth values became words',
  'joined-lines': 'texts lost their line breaks',
  'events-left-out': 'ties of a projection name their event and do not lead to it',
  'sources-left-out': 'sources left out, since nothing here cites them',
  'source-details-left-out': 'sources left out their kind, language, note or number of places',
  'identity-left-out': 'decisions on identity left out that name no entity told of here',
  'ontology-left-out': 'types and relations of the ontology are there by name and sentence only',
}
type Report = ReportLoss<keyof typeof lossTexts>

function countInNode(node: string, attributes: NodeAttributes, report: Report): void {
  const values = Object.values(attributes.attributes).flat()
  const others = values.filter(({ value }) => typeof value !== 'string')
  report('kinds-left-out', others.length, node)
  report('joined-lines', broken(textsOfNode(attributes)), node)
}

function countInIdentity(graph: KnowledgeGraph, isTold: ReadonlySet<string>, report: Report): void {
  for (const { entities } of graph.getAttribute('identity')) {
    const isLost = !entities.some((id) => isTold.has(id))
    report('identity-left-out', isLost ? 1 : 0, entities.join(', '))
  }
}

function countInSources(graph: KnowledgeGraph, told: readonly string[], report: Report): void {
  const notes = footnotes(graph)
  // Which sources are cited is known to those who write of them alone.
  for (const id of told) for (const _ of entityDossier(graph, id, 1, notes));
  const cited = notes.sources()
  for (const [id, source] of Object.entries(graph.getAttribute('sources'))) {
    if (!cited.has(id)) report('sources-left-out', 1, id)
    else report('source-details-left-out', hasDetails(source) ? 1 : 0, id)
  }
}

function hasDetails({ kind, language, note, paragraphs, pages }: SourceAttributes): boolean {
  return [kind, language, note, paragraphs, pages].some((detail) => detail !== undefined)
}

type Texts = readonly (string | undefined)[]

function broken(texts: Texts): number {
  return texts.filter((text) => text !== undefined && /[\r\n\u2028\u2029]/.test(text)).length
}

function textsOfNode({ label, aliases, summary, attributes }: NodeAttributes): Texts {
  const claims = Object.values(attributes).flat()
  const values = claims.map(({ value }) => String(value))
  return [label, ...aliases, summary, ...values, ...claims.map(({ note }) => note)]
}

function textsOfEdge({ role, note, inferred, rivals }: EdgeAttributes): Texts {
  return [role, note, inferred, ...rivals.map((rival) => rival.note)]
}
