import { bySourceOrder, type Diagnostic } from './diagnostics/diagnostic.ts'
import type { SourceFile } from './documents/document.ts'
import type { Sources } from './documents/read-sources.ts'
import { buildGraph } from './graph/build-graph.ts'
import type { KnowledgeGraph } from './graph/knowledge-graph.ts'
import { type CheckedModel, checkModel } from './model/check-model.ts'
import { type LineIndex, lineIndex, positionAt } from './text/line-index.ts'
import type { Span } from './text/span.ts'

export interface Compilation {
  /** The graph of all that could be resolved, without positions: `layoutGraph` gives it some. */
  readonly graph: KnowledgeGraph
  /** In order of place. */
  readonly diagnostics: readonly Diagnostic[]
}

/** The whole compiler: text in, graph and diagnostics out. It never touches the disk and never throws on bad data. */
export function compile(sources: Sources): Compilation {
  const { base, diagnostics } = check(sources)
  const indexOf = lineIndexes(sources.files)
  const locate = ({ file, start }: Span) => {
    const index = indexOf(file)
    return index ? positionAt(index, start) : { line: 1, column: 1 }
  }
  return { graph: buildGraph(base, locate), diagnostics }
}

/** The compiler without its last step, for those who want the diagnostics alone. */
export function check(sources: Sources): CheckedModel {
  const { base, diagnostics } = checkModel(sources.files)
  return { base, diagnostics: [...sources.diagnostics, ...diagnostics].sort(bySourceOrder) }
}

/** The line index of a file by its path, made when it is first asked for. */
export function lineIndexes(files: readonly SourceFile[]): (path: string) => LineIndex | undefined {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const indexes = new Map<string, LineIndex>()
  return (path) => {
    const text = texts.get(path)
    if (text === undefined) return undefined
    const index = indexes.get(path) ?? lineIndex(text)
    indexes.set(path, index)
    return index
  }
}
