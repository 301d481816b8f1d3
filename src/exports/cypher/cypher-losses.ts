import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { countHalves } from '../../text/half-characters.ts'
import { countLosses, countOntology, type ReportLoss } from '../count-losses.ts'
import type { Loss } from '../export-format.ts'
import { identityIds } from '../identity-ids.ts'
import type { CypherRow } from './cypher-literal.ts'
import { dayOf, edgeRow, identityRow, nodeRow, sourceRow } from './cypher-rows.ts'

/** What the script says less than the graph, counted, in the order of the table below. */
export function cypherLosses(graph: KnowledgeGraph): Loss[] {
  const { report, losses } = countLosses(lossTexts)
  for (const { node, attributes } of graph.nodeEntries()) {
    countRow(nodeRow(node, attributes, asAttribute), node, report)
    countDays(attributes, node, report)
  }
  for (const { edge, attributes } of graph.edgeEntries()) {
    countRow(edgeRow(edge, attributes), edge, report)
    countDays(attributes, edge, report)
  }
  const { sources, identity } = graph.getAttributes()
  for (const [id, source] of Object.entries(sources)) countRow(sourceRow(id, source), id, report)
  for (const [id, one] of identityIds(identity)) countRow(identityRow(id, one), id, report)
  countOntology(graph, report)
  return losses()
}

/** Set off from Dossier's own properties; what it is called in the script does not matter here. */
const asAttribute = (name: string) => `attribute ${name}`

const lossTexts = {
  'dates-left-out': 'bounds of dates are beyond the years that Neo4j knows, kept as text only',
  'ontology-left-out': 'types and relations of the ontology are there by name only',
  'replaced-characters': 'halves of characters, which no file can hold, became U+FFFD',
}
type Report = ReportLoss<keyof typeof lossTexts>

interface Dated {
  readonly start?: string
  readonly end?: string
}

function countDays({ start, end }: Dated, key: string, report: Report): void {
  const days = [start, end].filter((day) => day !== undefined)
  report('dates-left-out', days.filter((day) => dayOf(day) === undefined).length, key)
}

function countRow(row: CypherRow, key: string, report: Report): void {
  for (const value of Object.values(row)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      report('replaced-characters', typeof item === 'string' ? countHalves(item) : 0, key)
    }
  }
}
