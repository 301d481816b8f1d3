import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { countInStints, countInValues, countReplaced, textLossTexts } from '../count-in-text.ts'
import { countBeside, countLosses } from '../count-losses.ts'
import type { Loss } from '../export-format.ts'
import { namedEdgeColumns, namedNodeColumns } from '../named-columns.ts'
import { listedAttributes } from '../node-columns.ts'

/** What the file says less than the graph, counted. */
export function graphmlLosses(graph: KnowledgeGraph): Loss[] {
  const { report, losses } = countLosses(textLossTexts)
  const ofNodes = namedNodeColumns(graph)
  const listed = listedAttributes(graph)
  for (const { node, attributes } of graph.nodeEntries()) {
    countInValues(node, attributes, listed, report)
    countReplaced([node], attributes, ofNodes, node, report)
  }
  for (const { edge, attributes } of graph.edgeEntries()) {
    countInStints(edge, [attributes], report)
    countReplaced([edge], attributes, namedEdgeColumns, edge, report)
  }
  countBeside(graph, report)
  return losses()
}
