import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { Path } from '../queries/find-paths.ts'
import { drawingOf } from './path-drawing.ts'

/** For Graphviz. */
export function* pathsAsDot(graph: KnowledgeGraph, paths: readonly Path[]): Iterable<string> {
  const { nodes, edges } = drawingOf(graph, paths)
  yield 'digraph paths {\n  rankdir=LR\n  node [shape=box]\n'
  for (const { label, number } of nodes) yield `  n${number} [label=${quoted(label)}]\n`
  for (const { from, to, label, isDoubtful } of edges) {
    yield `  n${from} -> n${to} [label=${quoted(label)}${isDoubtful ? ', style=dashed' : ''}]\n`
  }
  yield '}\n'
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\p{Cc}+/gu, ' ')}"`
}
