export interface Abortable {
  /**
   * Throws its reason where it is aborted when the question is asked, and when the next item of the answer is asked for:
   * a signal cannot fire while a question is being answered, but it can between two items of a loop that awaits.
   */
  readonly signal?: AbortSignal
}

/** Answers a question for one who may lose interest. */
export function untilAborted<Options, Item, Answer extends Iterable<Item>>(
  { signal, ...options }: Options & Abortable,
  ask: (options: Omit<Options & Abortable, 'signal'>) => Answer,
): Answer {
  if (signal === undefined) return ask(options)
  signal.throwIfAborted()
  const answer = ask(options)
  const all = answer[Symbol.iterator].bind(answer)
  const items = function* () {
    for (const item of { [Symbol.iterator]: all }) {
      signal.throwIfAborted()
      yield item
    }
  }
  return Object.assign(answer, { [Symbol.iterator]: items })
}
