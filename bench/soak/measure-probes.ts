import { setTimeout as delay } from 'node:timers/promises'
import type { FollowingPage } from './following-page.ts'
import type { RandomEdits } from './random-edits.ts'

const count = 5
const quiet = 1000
const longest = 30_000

/** In milliseconds, for some saves: from the save until a page has the new graph. The longest is infinite. */
export async function measureProbes(
  edits: RandomEdits,
  page: FollowingPage,
): Promise<readonly number[]> {
  const taken: number[] = []
  for (let turn = 0; turn < count; turn++) {
    await delay(quiet)
    const name = `Probe ${Math.floor(performance.now())}`
    edits.saveProbe(name)
    const saved = performance.now()
    const arrived = new Promise<number>((resolve) => {
      page.onApplied(() => {
        if (page.label('probe') === name) resolve(performance.now() - saved)
      })
    })
    taken.push(await Promise.race([arrived, delay(longest, Number.POSITIVE_INFINITY)]))
  }
  return taken
}
