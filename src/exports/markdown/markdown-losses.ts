import type { EdgeAttributes, KnowledgeGraph, NodeAttributes } from '../../graph/knowledge-graph.ts'
import { countLosses } from '../count-losses.ts'
import type { ExportOptions, Loss } from '../export-format.ts'

/** What the dossier does not tell, counted. */
export function markdownLosses(graph: KnowledgeGraph, { about }: ExportOptions = {}): Loss[] {
  const { report, losses } = countLosses({
    'entities-left-out': 'entities have no dossier here',
    'relations-left-out': 'relations do not touch the entity',
    'joined-lines': 'texts lost their line breaks',
  })
  for (const { node, attributes } of graph.nodeEntries()) {
    if (about !== undefined && node !== about) report('entities-left-out', 1, node)
    else report('joined-lines', broken(textsOfNode(attributes)), node)
  }
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    const isTold = about === undefined || source === about || target === about
    if (isTold) report('joined-lines', broken(textsOfEdge(attributes)), edge)
    else report('relations-left-out', 1, edge)
  }
  return losses()
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
