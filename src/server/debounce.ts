/**
 * Calls `action` once things have been quiet for `quiet` milliseconds, and at the latest `longest`
 * after the first call, however busy it stays.
 */
export function debounce(action: () => void, quiet: number, longest: number): Debounced {
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
  const call = () => {
    clearTimeout(quietTimer)
    quietTimer = setTimeout(fire, quiet)
    longestTimer ??= setTimeout(fire, longest)
  }
  return { call, cancel }
}

export interface Debounced {
  readonly call: () => void
  readonly cancel: () => void
}
