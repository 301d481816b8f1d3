import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { Path } from '../queries/find-paths.ts'
import { drawingOf } from './path-drawing.ts'

/** A flowchart for Markdown: GitHub, GitLab and many editors draw it. */
export function* pathsAsMermaid(graph: KnowledgeGraph, paths: readonly Path[]): Iterable<string> {
  const { nodes, edges } = drawingOf(graph, paths)
  yield 'flowchart LR\n'
  for (const { label, number } of nodes) yield `  n${number}["${escaped(label)}"]\n`
  for (const { from, to, label, isDoubtful } of edges) {
    yield `  n${from} ${isDoubtful ? '-.->' : '-->'}|"${escaped(label)}"| n${to}\n`
  }
}

/** What Mermaid or HTML would read as its own is written as a number. */
function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} ,.:–-]/gu, (sign) => `#${sign.codePointAt(0)};`)
}
