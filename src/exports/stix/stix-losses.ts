import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { countEvents, countLosses, type ReportLoss } from '../count-losses.ts'
import type { Loss } from '../export-format.ts'
import { type Spell, writableSpell } from '../gexf/spells.ts'
import { countUnwritable } from './stix-json.ts'
import { stixKind } from './stix-kinds.ts'
import { restsOn } from './stix-report.ts'
import { publicationTime } from './stix-time.ts'

/** What the bundle says less than the graph, or has to say where the graph says nothing, counted. */
export function stixLosses(graph: KnowledgeGraph): Loss[] {
  const { report, losses } = countLosses(lossTexts)
  for (const { node, attributes } of graph.nodeEntries()) {
    const { chosen, seen } = stixKind(graph, attributes.type)
    report('words-missing', chosen ? 0 : 1, node)
    if (seen) countDates(attributes, node, report)
    report('replaced-characters', countUnwritable(attributes), node)
  }
  for (const { edge, attributes } of graph.edgeEntries()) {
    countDates(attributes, edge, report)
    report('replaced-characters', countUnwritable(attributes), edge)
  }
  countEvents(graph, report)
  countRecords(graph, report)
  return losses()
}

const lossTexts = {
  'words-missing':
    'entities became identities or incidents, because the ontology has no "stix" for their type',
  'dates-left-out': 'dates are beyond the years 1 to 9999, kept in the extension only',
  'events-left-out': 'ties of a projection name their event and do not lead to it',
  'reports-undated': 'reports bear the date 1970-01-01, because their sources tell none',
  'sources-left-out':
    'sources are in the extension only, because a report must be about something and nothing cites them',
  'identity-left-out': 'decisions on identity left out, because none of their entities is there',
  'replaced-characters': 'halves of characters and noncharacters became U+FFFD',
}
type Report = ReportLoss<keyof typeof lossTexts>

function countDates(spell: Spell, key: string, report: Report): void {
  const { start, end } = writableSpell(spell)
  report('dates-left-out', start === spell.start && end === spell.end ? 0 : 1, key)
}

function countRecords(graph: KnowledgeGraph, report: Report): void {
  const { name, ontology, sources, identity } = graph.getAttributes()
  const resting = restsOn(graph)
  report('replaced-characters', countUnwritable({ name, ontology }), name)
  for (const [id, source] of Object.entries(sources)) {
    if (!resting.has(id)) report('sources-left-out', 1, id)
    else if (publicationTime(source) === undefined) report('reports-undated', 1, id)
    report('replaced-characters', countUnwritable(source), id)
  }
  for (const decision of identity) {
    const { entities } = decision
    const isLost = !entities.some((id) => graph.hasNode(id))
    report('identity-left-out', isLost ? 1 : 0, entities.join(', '))
    report('replaced-characters', countUnwritable(decision), entities.join(', '))
  }
}
