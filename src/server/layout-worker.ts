import { parentPort, workerData } from 'node:worker_threads'
import { MultiDirectedGraph } from 'graphology'
import type { OntologyAttributes } from '../graph/knowledge-graph.ts'
import type { GraphOutline } from '../graph/layout-components.ts'
import { positionsIn } from '../graph/layout-graph.ts'

/** What of a graph decides where its nodes stand. */
export interface LayoutTask {
  readonly ontology: OntologyAttributes
  readonly nodes: readonly (readonly [id: string, type: string])[]
  readonly edges: readonly (readonly [source: string, target: string])[]
}

// The program of a thread: it is given a task, answers with the places, and ends.
parentPort?.postMessage(positionsIn(outlineOf(workerData)))

function outlineOf({ ontology, nodes, edges }: LayoutTask): GraphOutline {
  const outline: GraphOutline = new MultiDirectedGraph()
  for (const [id, type] of nodes) outline.addNode(id, { type })
  for (const [source, target] of edges) outline.addEdge(source, target)
  outline.setAttribute('ontology', ontology)
  return outline
}
