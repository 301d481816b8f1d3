export interface Abortable {
  /**
   * Throws its reason where it is aborted when the question is asked, and when the next item of the answer is asked for:
   * a signal cannot fire while a question is being answered, but it can between two items of a loop that awaits.
   */
  readonly signal?: AbortSignal
}

/** Answers a question for one who may lose interest. */
export function untilAborted<Item, Answer extends Iterable<Item>>(
  signal: AbortSignal | undefined,
  ask: () => Answer,
): Answer {
  if (signal === undefined) return ask()
  signal.throwIfAborted()
  const answer = ask()
  const all = answer[Symbol.iterator].bind(answer)
  const items = function* () {
    for (const item of { [Symbol.iterator]: all }) {
      signal.throwIfAborted()
      yield item
    }
  }
  return Object.assign(answer, { [Symbol.iterator]: items })
}
