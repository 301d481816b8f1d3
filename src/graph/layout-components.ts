import type { MultiDirectedGraph, UndirectedGraph } from 'graphology'
import { compareText } from '../text/compare-text.ts'
import type { GraphAttributes, NodeAttributes } from './knowledge-graph.ts'

/** What a layout looks at. Every `KnowledgeGraph` is one. */
export type GraphOutline = MultiDirectedGraph<
  Pick<NodeAttributes, 'type'>,
  object,
  Pick<GraphAttributes, 'ontology'>
>

/** Nodes that hang together, in order of id, with one tie a pair however many edges there are. */
export interface Component {
  readonly nodes: readonly string[]
  readonly ties: readonly Tie[]
}

interface Tie {
  readonly source: string
  readonly target: string
  readonly weight: number
}

/** A component ready for the layout libraries, its nodes in order of id. */
export type TieGraph = UndirectedGraph<{ x: number; y: number }, { weight: number }>

/** The connected parts of a graph, largest first; the order of insertion leaves no trace. */
export function componentsOf(graph: GraphOutline): Component[] {
  const nodes = graph.nodes().sort(compareText)
  const ties = tiesOf(graph, nodes)
  const rootOf = rootsOf(nodes, ties)
  const components = new Map<string, { nodes: string[]; ties: Tie[] }>()
  for (const node of nodes) {
    const component = components.get(rootOf(node))
    if (component === undefined) components.set(rootOf(node), { nodes: [node], ties: [] })
    else component.nodes.push(node)
  }
  for (const tie of ties) components.get(rootOf(tie.source))?.ties.push(tie)
  return [...components.values()].sort((a, b) => b.nodes.length - a.nodes.length)
}

function tiesOf(graph: GraphOutline, nodes: readonly string[]): Tie[] {
  const rank = new Map(nodes.map((node, index) => [node, index]))
  const isEnd = endTest(graph)
  const weights = new Map<number, number>()
  for (const { source, target } of graph.edgeEntries()) {
    if (source === target) continue
    const [a = 0, b = 0] = [rank.get(source), rank.get(target)]
    const pair = Math.min(a, b) * nodes.length + Math.max(a, b)
    const weight = isEnd(source) || isEnd(target) ? weakWeight : 1
    weights.set(pair, Math.max(weights.get(pair) ?? 0, weight))
  }
  return [...weights]
    .sort(([a], [b]) => a - b)
    .map(([pair, weight]) => ({
      source: nodes[Math.floor(pair / nodes.length)] ?? '',
      target: nodes[pair % nodes.length] ?? '',
      weight,
    }))
}

/** What paths do not run through should not pull the picture together either. */
function endTest(graph: GraphOutline): (node: string) => boolean {
  const types = graph.getAttribute('ontology').entities
  return (node) => types[graph.getNodeAttribute(node, 'type')]?.transit === false
}

const weakWeight = 0.2

function rootsOf(nodes: readonly string[], ties: readonly Tie[]): (node: string) => string {
  const parents = new Map(nodes.map((node) => [node, node]))
  for (const { source, target } of ties) {
    const [a, b] = [rootOf(source), rootOf(target)]
    if (compareText(a, b) < 0) parents.set(b, a)
    else if (a !== b) parents.set(a, b)
  }
  return rootOf

  function rootOf(node: string): string {
    let root = node
    for (let parent = parents.get(root); parent !== root && parent; parent = parents.get(root)) {
      parents.set(root, parents.get(parent) ?? parent)
      root = parent
    }
    return root
  }
}
