import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import {
  countInGraph,
  countInStints,
  countInValues,
  countReplaced,
  textLossTexts,
} from '../count-in-text.ts'
import { countLosses } from '../count-losses.ts'
import type { Loss } from '../export-format.ts'
import { edgeKeys, nodeKeys } from './graphml-keys.ts'

/** What the file says less than the graph, counted. */
export function graphmlLosses(graph: KnowledgeGraph): Loss[] {
  const { report, losses } = countLosses(textLossTexts)
  const ofNodes = nodeKeys(graph)
  for (const { node, attributes } of graph.nodeEntries()) {
    countInValues(node, attributes, report)
    countReplaced([node], attributes, ofNodes, node, report)
  }
  for (const { edge, attributes } of graph.edgeEntries()) {
    countInStints(edge, [attributes], report)
    countReplaced([edge], attributes, edgeKeys, edge, report)
  }
  countInGraph(graph, report)
  return losses()
}
