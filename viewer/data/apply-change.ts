import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { forgetIndexes } from '../../src/queries/kept-index.ts'
import type { GraphChange } from '../../src/server/graph-change.ts'

/**
 * Changes a graph in place: at ten thousand entities to make another one would take longer than to save a file may.
 * Gives whether the change fits; where it does not, the graph is as it was.
 */
export function applyChange(graph: KnowledgeGraph, change: GraphChange): boolean {
  if (!fits(graph, change)) return false
  quietly(graph, () => {
    drop(graph, change)
    put(graph, change)
    graph.mergeAttributes(change.attributes)
  })
  forgetIndexes(graph)
  return true
}

/** What came and went between the two versions was never here. */
function drop(graph: KnowledgeGraph, { dropped }: GraphChange): void {
  for (const edge of dropped.edges) if (graph.hasEdge(edge)) graph.dropEdge(edge)
  for (const node of dropped.nodes) if (graph.hasNode(node)) graph.dropNode(node)
}

function put(graph: KnowledgeGraph, { nodes, edges }: GraphChange): void {
  for (const { key, attributes } of nodes) {
    if (graph.hasNode(key)) graph.replaceNodeAttributes(key, attributes)
    else graph.addNode(key, attributes)
  }
  for (const { key, source, target, attributes } of edges) {
    if (graph.hasEdge(key)) graph.replaceEdgeAttributes(key, attributes)
    else graph.addEdgeWithKey(key, source, target, attributes)
  }
}

/** Every type is declared, and every relation has its ends. */
function fits(graph: KnowledgeGraph, { attributes, dropped, nodes, edges }: GraphChange): boolean {
  const ontology = attributes.ontology ?? graph.getAttribute('ontology')
  const come = new Set(nodes.map(({ key }) => key))
  const gone = new Set(dropped.nodes)
  const isThere = (id: string) => come.has(id) || (graph.hasNode(id) && !gone.has(id))
  return (
    nodes.every(({ attributes: { type } }) => Object.hasOwn(ontology.entities, type)) &&
    edges.every(
      ({ source, target, attributes: { relation } }) =>
        isThere(source) && isThere(target) && Object.hasOwn(ontology.relations, relation),
    )
  )
}

/** Who draws the graph goes through all of it again after each thing that is dropped: once, after all of them, will do. */
function quietly(graph: KnowledgeGraph, change: () => void): void {
  const listeners = graph
    .eventNames()
    .map((event) => [event, graph.rawListeners(event as 'cleared')] as const)
  graph.removeAllListeners()
  try {
    change()
  } finally {
    for (const [event, each] of listeners) {
      for (const listener of each) graph.on(event as 'cleared', listener as () => void)
    }
  }
}
