import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { countInStints, countInValues, countReplaced, textLossTexts } from '../count-in-text.ts'
import { countBeside, countLosses, type ReportLoss } from '../count-losses.ts'
import { edgeColumns } from '../edge-columns.ts'
import type { Loss } from '../export-format.ts'
import { listedAttributes, nodeColumns } from '../node-columns.ts'
import { type GexfEdge, gexfEdges } from './gexf-edges.ts'
import { isUnbounded, type Spell, uniteSpells, writableSpell } from './spells.ts'
import type { GexfOptions } from './write-gexf.ts'

/** What the file says less than the graph, counted, in the order of the table below. */
export function gexfLosses(graph: KnowledgeGraph, options: GexfOptions = {}): Loss[] {
  const { report, losses } = countLosses(lossTexts)
  const timed = options.static !== true
  countInNodes(graph, timed, report)
  for (const edge of gexfEdges(graph, options.lossless === true)) countInEdge(edge, timed, report)
  countBeside(graph, report)
  return losses()
}

const lossTexts = {
  'merged-stints': 'stints joined an edge with the same ends and relation',
  'united-spells': 'spells grew together with another of their edge',
  'unbounded-spells': 'spells went, because another stint of their edge may hold at any time',
  'times-left-out': 'nodes and edges have their time as text only',
  'dates-left-out': 'nodes and stints have a date that timelines cannot read, kept as text only',
  ...textLossTexts,
}
type Report = ReportLoss<keyof typeof lossTexts>

function countInNodes(graph: KnowledgeGraph, timed: boolean, report: Report): void {
  const columns = nodeColumns(graph)
  const listed = listedAttributes(graph)
  for (const { node, attributes } of graph.nodeEntries()) {
    countTimes([attributes], timed, node, report)
    countInValues(node, attributes, listed, report)
    countReplaced([node, attributes.label], attributes, columns, node, report)
  }
}

function countInEdge({ key, stints, kind }: GexfEdge, timed: boolean, report: Report): void {
  report('merged-stints', stints.length - 1, key)
  countTimes(stints, timed, key, report)
  if (timed) countSpells(stints, key, report)
  countInStints(key, stints, report)
  countReplaced([key, kind, stints[0].label], stints, edgeColumns, key, report)
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
