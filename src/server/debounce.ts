/**
 * Calls `action` once things have been quiet for as many milliseconds as the last call asked for, and at the latest
 * `longest` after the first call, however busy it stays.
 */
export function debounce(action: () => void, longest: number): Debounced {
  let quietTimer: NodeJS.Timeout | undefined
  let longestTimer: NodeJS.Timeout | undefined

  const cancel = () => {
    clearTimeout(quietTimer)
    clearTimeout(longestTimer)
    longestTimer = undefined
  }
  const fire = () => {
    cancel()
    action()
  }
  const call = (quiet: number) => {
    clearTimeout(quietTimer)
    quietTimer = setTimeout(fire, quiet)
    longestTimer ??= setTimeout(fire, longest)
  }
  return { call, cancel }
}

export interface Debounced {
  readonly call: (quiet: number) => void
  readonly cancel: () => void
}
