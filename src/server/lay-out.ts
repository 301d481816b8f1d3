import { Worker } from 'node:worker_threads'
import { buildGraph } from '../graph/build-graph.ts'
import type { GraphParts } from '../graph/graph-part.ts'
import { positionsIn } from '../graph/layout-graph.ts'
import type { Position } from '../graph/layout-position.ts'
import type { LayoutTask } from './layout-worker.ts'

/** Finds places for all nodes of a graph. Rejects when the signal ends it. */
export type LayOut = (
  graph: GraphParts,
  signal: AbortSignal,
) => Promise<ReadonlyMap<string, Position>>

/** Here and now: nothing else happens meanwhile. */
export const layOutHere: LayOut = async (graph) => positionsIn(buildGraph(graph))

/** In a thread of its own, which takes a second or more in a large graph. Needs the built worker beside the program. */
export const layOutAside: LayOut = (graph, signal) =>
  new Promise((resolve, reject) => {
    const program = new URL('./layout-worker.js', import.meta.url)
    const worker = new Worker(program, { workerData: taskOf(graph) })
    const stop = () => void worker.terminate()
    signal.addEventListener('abort', stop)
    worker.once('message', resolve).once('error', reject)
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop)
      reject(new Error('The layout was ended before it was made.'))
    })
  })

/** The rest of a graph is ten times as much to copy. */
function taskOf({ attributes: { ontology }, parts }: GraphParts): LayoutTask {
  const entries = [...parts]
  return {
    ontology,
    nodes: entries.map(([id, { node }]) => [id, node.type]),
    edges: entries.flatMap(([id, { edges }]) => edges.map(({ target }) => [id, target] as const)),
  }
}
