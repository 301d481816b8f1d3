import { inBatches } from '../in-batches.ts'

/** How many requests are under way at a time. */
export const requestsAtATime = 4

/** Asks about each of some items, a few at a time, and gives the answers in order. */
export async function someAtATime<Item, Answer>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const some of inBatches(items, requestsAtATime))
    answers.push(...(await Promise.all(some.map(ask))))
  return answers
}
