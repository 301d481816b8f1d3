import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { describeEntity, describeRelation } from '../queries/describe-entity.ts'
import { entitySheet } from '../queries/entity-sheet.ts'
import { entityId } from '../queries/read-filter.ts'
import { type BaseOptions, printAnswer } from './asked-base.ts'

interface Options extends BaseOptions {
  readonly json?: boolean
}

export async function show([name = '']: readonly string[], options: Options): Promise<void> {
  await printAnswer(
    options,
    (graph) =>
      graph.hasEdge(name) ? edgeOf(graph, name) : entitySheet(graph, entityId(graph, name)),
    (graph, answer) =>
      'edge' in answer ? describeRelation(graph, answer.edge) : describeEntity(graph, answer),
  )
}

function edgeOf(graph: KnowledgeGraph, edge: string) {
  return {
    edge,
    source: graph.source(edge),
    target: graph.target(edge),
    ...graph.getEdgeAttributes(edge),
  }
}
