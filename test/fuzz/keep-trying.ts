import fc from 'fast-check'

const minutes = Number(process.env.FUZZ_MINUTES ?? 1)
const seed = Number(process.env.FUZZ_SEED ?? 1)
const atOnce = 500
/** In milliseconds. No input of these sizes may take longer, on a machine that does other things, too. */
const slow = 5000

/**
 * Tries inputs for a share of the time, in rounds with a seed each, and tells how many. Fails with the seed, the path and
 * the smallest input that does not hold, or that takes very long.
 */
export async function keepTrying<T>(
  name: string,
  share: number,
  input: fc.Arbitrary<T>,
  holds: (value: T) => void | Promise<void>,
): Promise<void> {
  const until = performance.now() + minutes * 60_000 * share
  const timed = async (value: T) => {
    const began = process.cpuUsage()
    await holds(value)
    count++
    const { user, system } = process.cpuUsage(began)
    if ((user + system) / 1000 > slow) throw new Error(`This takes ${user + system} µs.`)
  }
  let count = 0
  let round = 0
  do {
    await fc.assert(fc.asyncProperty(input, timed), {
      ...{ seed: seed + round, numRuns: atOnce },
      interruptAfterTimeLimit: Math.max(1, until - performance.now()),
    })
    round++
  } while (performance.now() < until)
  console.log(`${name}: ${count} inputs, seeds ${seed} to ${seed + round - 1}`)
}
