/**
 * Runs `task` never twice at once. Any number of calls during a run are one more run after it, so
 * what a call wants seen is always seen. `task` must not reject.
 */
export function oneAtATime(task: () => Promise<void>): OneAtATime {
  let running: Promise<void> | undefined
  let again = false

  const loop = async () => {
    do {
      again = false
      await task()
    } while (again)
    running = undefined
  }
  const run = () => {
    if (running === undefined) running = loop()
    else again = true
  }
  const settled = () => running ?? Promise.resolve()
  return { run, settled }
}

export interface OneAtATime {
  readonly run: () => void
  /** Resolves once nothing runs. */
  readonly settled: () => Promise<void>
}
