import type { Diagnostic } from './diagnostics/diagnostic.ts'
import type { Sources } from './documents/read-sources.ts'
import { buildGraph } from './graph/build-graph.ts'
import type { Locate } from './graph/claim-attributes.ts'
import type { GraphParts } from './graph/graph-part.ts'
import { openParts } from './graph/graph-parts.ts'
import { type GraphStream, streamGraph } from './graph/graph-stream.ts'
import type { KnowledgeGraph } from './graph/knowledge-graph.ts'
import { checkSources, openChecker } from './model/check-model.ts'
import { asPlainData } from './model/name-finding.ts'
import type { NamedView } from './model/named-view.ts'
import { type LineIndex, positionAt } from './text/line-index.ts'
import { lineIndexes } from './text/line-indexes.ts'

export interface Compilation {
  /** The graph of all that could be resolved, without positions: `layoutGraph` gives it some. */
  readonly graph: KnowledgeGraph
  /** In order of place. */
  readonly diagnostics: readonly Diagnostic[]
  /** What the viewer offers by name. */
  readonly views: readonly NamedView[]
}

/** The graph as its parts, of which the same ones were there the last time unless an edit has changed them. */
export interface CompiledParts extends Omit<Compilation, 'graph'> {
  readonly graph: GraphParts
  readonly indexOf: (path: string) => LineIndex | undefined
}

/** The whole compiler: text in, graph and diagnostics out. It never touches the disk and never throws on bad data. */
export function compile(sources: Sources): Compilation {
  const { graph, diagnostics, views } = openCompiler()(sources)
  return { graph: buildGraph(graph), diagnostics: asPlainData(diagnostics), views }
}

/** The same for who takes the graph piece by piece: it is never there as a whole. */
export interface StreamedCompilation extends Omit<Compilation, 'graph'> {
  readonly graph: GraphStream
}

export function compileToStream(sources: Sources): StreamedCompilation {
  const { base, diagnostics } = checkSources(sources)
  const locate = locateIn(lineIndexes(sources.files))
  return { graph: streamGraph(base, locate), diagnostics, views: base.views }
}

/** A compiler that remembers: given all sources again after an edit, it looks only at what the edit can touch. */
export function openCompiler(): (sources: Sources) => CompiledParts {
  const check = openChecker()
  const partsOf = openParts()
  return (sources) => {
    const { base, diagnostics } = check(sources)
    const indexOf = lineIndexes(sources.files)
    return { graph: partsOf(base, locateIn(indexOf)), diagnostics, views: base.views, indexOf }
  }
}

function locateIn(indexOf: (path: string) => LineIndex | undefined): Locate {
  return ({ file, start }) => {
    const index = indexOf(file)
    return index ? positionAt(index, start) : { line: 1, column: 1 }
  }
}
