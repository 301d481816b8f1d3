import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { describeEntity, describeRelation } from '../queries/describe-entity.ts'
import { entitySheet } from '../queries/entity-sheet.ts'
import { entityId } from '../queries/read-filter.ts'
import { openGraph } from './open-folder.ts'
import { print, printJson } from './output.ts'

interface Options {
  readonly data?: string
  readonly json?: boolean
}

export async function show([name = '']: readonly string[], options: Options): Promise<void> {
  const { graph } = await openGraph(options.data)
  if (graph.hasEdge(name)) {
    if (options.json) printJson({ version: 1, edge: name, ...edgeOf(graph, name) })
    else print(describeRelation(graph, name))
    return
  }
  const sheet = entitySheet(graph, entityId(graph, name))
  if (options.json) printJson({ version: 1, ...sheet })
  else print(describeEntity(graph, sheet))
}

function edgeOf(graph: KnowledgeGraph, edge: string) {
  return {
    source: graph.source(edge),
    target: graph.target(edge),
    ...graph.getEdgeAttributes(edge),
  }
}
