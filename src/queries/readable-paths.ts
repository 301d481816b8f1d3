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
  const tell = (path: Path) => readable({ ...path }, () => describePath(graph, path))
  const paths = answer.paths.map(tell)
  const isEmpty = paths.length === 0 && !answer.truncated
  const value = {
    ...answer,
    paths,
    ...(isEmpty && { obstacles: obstacles(graph, question.from, question.to, options) }),
    [Symbol.iterator]: () => paths[Symbol.iterator](),
  }
  return readable(value, () => pathsInWords(graph, value, question, options))
}

function pathsInWords(
  graph: KnowledgeGraph,
  { paths, obstacles: why }: Paths,
  question: PathQuestion,
  options: PathOptions,
): string {
  if (paths.length > 0) return paths.map(String).join('\n\n')
  const reasons = why === undefined ? [] : describeObstacles(graph, question, options, why)
  return ['There is no such path.', ...reasons].join('\n')
}
