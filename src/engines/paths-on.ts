import { findPaths, type PathAnswer } from '../queries/find-paths.ts'
import { obstacles } from '../queries/obstacles.ts'
import { type PathOptions, readPathQuestion } from '../queries/read-path-question.ts'
import type { FoundPaths } from '../queries/readable-paths.ts'
import { type Ask, BudgetSpent } from './ask-engine.ts'

/**
 * The paths between two entities. Where finding them would take more of the base than may be fetched, none is given and
 * the answer says that it was cut: those that lie in what was fetched need not be the shortest.
 */
export async function pathsOn(
  ask: Ask,
  from: string,
  to: string,
  options: PathOptions,
  signal?: AbortSignal,
): Promise<FoundPaths> {
  const told = signal && { signal }
  const question = await ask((graph) => readPathQuestion(graph, from, to, options), told)
  const cut: PathAnswer = { paths: [], truncated: true }
  const answer = await orInstead(
    ask((graph) => findPaths(graph, question), told),
    cut,
  )
  if (answer.paths.length > 0 || answer.truncated) return { question, answer }
  const looking = ask((graph) => obstacles(graph, question.from, question.to, options), {
    ...told,
    budget: mostForObstacles,
  })
  const why = await orInstead(looking, undefined)
  return { question, answer, ...(why && { why }) }
}

/** What is in the way is found by looking at all that can be reached, which is worth less than the path. */
const mostForObstacles = 50_000

async function orInstead<Answer, Instead>(
  asked: Promise<Answer>,
  instead: Instead,
): Promise<Answer | Instead> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof BudgetSpent) return instead
    throw error
  }
}
