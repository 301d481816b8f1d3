import type { Diagnostic } from './diagnostics/diagnostic.ts'
import type { Sources } from './documents/read-sources.ts'
import { buildGraph } from './graph/build-graph.ts'
import type { KnowledgeGraph } from './graph/knowledge-graph.ts'
import { openChecker } from './model/check-model.ts'
import { positionAt } from './text/line-index.ts'
import { lineIndexes } from './text/line-indexes.ts'
import type { Span } from './text/span.ts'

export interface Compilation {
  /** The graph of all that could be resolved, without positions: `layoutGraph` gives it some. */
  readonly graph: KnowledgeGraph
  /** In order of place. */
  readonly diagnostics: readonly Diagnostic[]
}

/** The whole compiler: text in, graph and diagnostics out. It never touches the disk and never throws on bad data. */
export function compile(sources: Sources): Compilation {
  return openCompiler()(sources)
}

/** A compiler that remembers: given all sources again after an edit, it checks only what the edit can touch. */
export function openCompiler(): (sources: Sources) => Compilation {
  const check = openChecker()
  return (sources) => {
    const { base, diagnostics } = check(sources)
    const indexOf = lineIndexes(sources.files)
    const locate = ({ file, start }: Span) => {
      const index = indexOf(file)
      return index ? positionAt(index, start) : { line: 1, column: 1 }
    }
    return { graph: buildGraph(base, locate), diagnostics }
  }
}
