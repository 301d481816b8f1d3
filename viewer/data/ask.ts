import type { GraphAnswers, GraphQuestion } from '../../src/server/graph-question.ts'
import { parseVisible } from './parse-visible.ts'

/** Asks the server about the graph of which the page has a part. Rejects with a sentence for the reader, also where it is aborted. */
export async function ask<Question extends GraphQuestion>(
  question: Question,
  signal: AbortSignal | null = null,
): Promise<GraphAnswers[Question['kind']]> {
  const address = `ask/${encodeURIComponent(JSON.stringify(question))}`
  const response = await fetch(address, { signal }).catch(() => {
    throw new Error('The server does not answer.')
  })
  // A base on another server: why that one gave no answer.
  if (response.status === 503) throw new Error((await response.text()).trim())
  if (!response.ok) throw new Error(`The server answered ${response.status}.`)
  return parseVisible(await response.text()) as GraphAnswers[Question['kind']]
}
