import type { Path } from '../../src/queries/find-paths.ts'
import type { PathAnswerView } from './answer-path.ts'
import type { PathView } from './view-state.ts'

/** The path that the reader looks at; a number from an old link that is too great shows the last one. */
export function shownPath(answer: PathAnswerView | null, asked: PathView): Path | undefined {
  if (answer === null) return undefined
  return answer.paths[Math.min(asked.shown, answer.paths.length - 1)]
}
