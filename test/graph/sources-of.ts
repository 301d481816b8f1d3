import { type Compilation, compile } from '../../src/compile.ts'
import type { Sources } from '../../src/documents/read-sources.ts'
import { json } from '../../src/exports/json.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'

/** What the compiler takes, from texts by path, in the order in which they are given. */
function sourcesOf(texts: Readonly<Record<string, string>>): Sources {
  return {
    files: Object.entries(texts).map(([path, text]) => ({ path, text })),
    diagnostics: [],
  }
}

export function compiled(texts: Readonly<Record<string, string>>): Compilation {
  return compile(sourcesOf(texts))
}

export function graphOf(texts: Readonly<Record<string, string>>): KnowledgeGraph {
  return compiled(texts).graph
}

export function jsonOf(graph: KnowledgeGraph): string {
  return [...json.write(graph)].join('')
}
