import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { describeObstacles } from './describe-obstacles.ts'
import { describePath } from './describe-path.ts'
import { findPaths, type Path, type PathAnswer, type PathQuestion } from './find-paths.ts'
import { type Obstacles, obstacles } from './obstacles.ts'
import { type PathOptions, readPathQuestion } from './read-path-question.ts'
import { type Readable, readable } from './readable.ts'

/** An answer that can be walked with `for … of`; each path prints as numbered, cited sentences. */
export interface Paths extends PathAnswer, Iterable<Readable<Path>> {
  readonly paths: readonly Readable<Path>[]
  /** What stands in the way; absent where there are paths, and where the search was cut. */
  readonly obstacles?: Obstacles
}

export function readablePaths(
  graph: KnowledgeGraph,
  from: string,
  to: string,
  options: PathOptions = {},
): Readable<Paths> {
  const question = readPathQuestion(graph, from, to, options)
  const answer = findPaths(graph, question)
  const isEmpty = answer.paths.length === 0 && !answer.truncated
  const why = isEmpty ? obstacles(graph, question.from, question.to, options) : undefined
  return tellPaths(graph, { question, answer, ...(why && { why }) }, options)
}

/** An answer, and where there are no paths what stands in the way. */
export interface FoundPaths {
  readonly question: PathQuestion
  readonly answer: PathAnswer
  readonly why?: Obstacles
}

export function tellPaths(
  graph: KnowledgeGraph,
  { question, answer, why }: FoundPaths,
  options: PathOptions,
): Readable<Paths> {
  const tell = (path: Path) => readable({ ...path }, () => describePath(graph, path))
  const paths = answer.paths.map(tell)
  const value = {
    ...answer,
    paths,
    ...(why && { obstacles: why }),
    [Symbol.iterator]: () => paths[Symbol.iterator](),
  }
  return readable(value, () => pathsInWords(graph, value, question, options))
}

function pathsInWords(
  graph: KnowledgeGraph,
  { paths, truncated, obstacles: why }: Paths,
  question: PathQuestion,
  options: PathOptions,
): string {
  if (paths.length > 0) return paths.map(String).join('\n\n')
  if (truncated) return 'No path was found. The search was cut short, so there may be one.'
  const reasons = why === undefined ? [] : describeObstacles(graph, question, options, why)
  return ['There is no such path.', ...reasons].join('\n')
}
