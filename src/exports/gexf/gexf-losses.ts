import type { ClaimAttributes, KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { Vouching } from '../claim-text.ts'
import { countLosses, type ReportLoss } from '../count-losses.ts'
import type { Loss } from '../export-format.ts'
import { countUnwritable } from '../xml.ts'
import type { Column } from './gexf-columns.ts'
import { edgeColumns } from './gexf-edge-columns.ts'
import { type GexfEdge, gexfEdges } from './gexf-edges.ts'
import { evidenceOf, nodeColumns } from './gexf-node-columns.ts'
import { isUnbounded, type Spell, uniteSpells, writableSpell } from './spells.ts'
import type { GexfOptions } from './write-gexf.ts'

/** What the file says less than the graph, counted, in the order of the table below. */
export function gexfLosses(graph: KnowledgeGraph, options: GexfOptions = {}): Loss[] {
  const { report, losses } = countLosses(lossTexts)
  const timed = options.static !== true
  countInNodes(graph, timed, report)
  for (const edge of gexfEdges(graph, options.lossless === true)) countInEdge(edge, timed, report)
  countInGraph(graph, report)
  return losses()
}

const lossTexts = {
  'merged-stints': 'stints joined an edge with the same ends and relation',
  'united-spells': 'spells grew together with another of their edge',
  'unbounded-spells': 'spells went, because another stint of their edge may hold at any time',
  'times-left-out': 'nodes and edges have their time as text only',
  'dates-left-out': 'nodes and stints have a date that timelines cannot read, kept as text only',
  'rivals-as-text': 'rival readings became text',
  'claims-as-text': 'attribute values have their evidence as text only',
  'sources-left-out': 'sources left only their ids in citations',
  'identity-left-out': 'decisions on identity left out',
  'replaced-characters': 'characters that XML cannot hold became U+FFFD',
}
type Report = ReportLoss<keyof typeof lossTexts>

function countInNodes(graph: KnowledgeGraph, timed: boolean, report: Report): void {
  const columns = nodeColumns(graph)
  for (const { node, attributes } of graph.nodeEntries()) {
    countTimes([attributes], timed, node, report)
    for (const [name, claims] of Object.entries(attributes.attributes)) {
      report('rivals-as-text', rivalCount(claims), node)
      const vouched = claims.filter((claim) => hasEvidence(evidenceOf(name, claim)))
      report('claims-as-text', vouched.length, node)
    }
    countCharacters([node, attributes.label], attributes, columns, node, report)
  }
}

function countInEdge({ key, stints, kind }: GexfEdge, timed: boolean, report: Report): void {
  report('merged-stints', stints.length - 1, key)
  countTimes(stints, timed, key, report)
  if (timed) countSpells(stints, key, report)
  report('rivals-as-text', rivalCount(stints), key)
  countCharacters([key, kind, stints[0].label], stints, edgeColumns, key, report)
}

function countTimes(spells: readonly Spell[], timed: boolean, key: string, report: Report): void {
  const dated = spells.filter((spell) => !isUnbounded(spell))
  if (!timed) {
    report('times-left-out', dated.length > 0 ? 1 : 0, key)
    return
  }
  const changed = dated.filter((spell) => {
    const { start, end } = writableSpell(spell)
    return start !== spell.start || end !== spell.end
  })
  report('dates-left-out', changed.length, key)
}

function countSpells(stints: readonly Spell[], key: string, report: Report): void {
  const own = stints.map(writableSpell).filter((spell) => !isUnbounded(spell))
  const written = uniteSpells(stints)
  if (written.length === 0) report('unbounded-spells', own.length, key)
  else report('united-spells', own.length - written.length, key)
}

function countInGraph(graph: KnowledgeGraph, report: Report): void {
  const { sources, identity } = graph.getAttributes()
  report('sources-left-out', Object.keys(sources).length, Object.keys(sources)[0] ?? '')
  report('identity-left-out', identity.length, identity[0]?.entities.join(', ') ?? '')
}

function rivalCount(claims: readonly ClaimAttributes[]): number {
  return claims.reduce((sum, { rivals }) => sum + rivals.length, 0)
}

function hasEvidence({ when, citations, confidence, saidBy, inferred, note }: Vouching): boolean {
  const told = [when, confidence, inferred, note].some((part) => part !== undefined)
  return told || citations.length > 0 || saidBy.length > 0
}

function countCharacters<Subject>(
  texts: readonly string[],
  subject: Subject,
  columns: readonly Column<Subject>[],
  key: string,
  report: Report,
): void {
  for (const text of texts) report('replaced-characters', countUnwritable(text), key)
  for (const { value } of columns) {
    const cell = value(subject) ?? ''
    const text = typeof cell === 'object' ? cell.join('') : String(cell)
    report('replaced-characters', countUnwritable(text), key)
  }
}
