const every = 100

let last = performance.now()
/** The late turns of the loop: when they came, and how long nothing had turned, in milliseconds. */
const lags: { readonly at: number; readonly length: number }[] = []

setInterval(() => {
  const now = performance.now()
  if (now - last > 10 * every) lags.push({ at: now, length: now - last })
  last = now
}, every).unref()

/** How long this process has not turned its loop at most, since then: what came late was not the server's. */
export function ownLagSince(began: number): number {
  const now = performance.now()
  const lengths = lags.filter(({ at }) => at >= began).map(({ length }) => length)
  return Math.max(now - last, ...lengths)
}
