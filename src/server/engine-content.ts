import type { AskedEngine } from '../engines/asked-engine.ts'
import type { Content } from './content.ts'
import { engineAnswerer } from './engine-answerer.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { standingIn } from './overview-on.ts'
import type { Status } from './status.ts'

/** In milliseconds: a push that has ended is seen this late. */
const lookEvery = 5000

/**
 * A base on a server. Pages ask for parts of it, however small it is; they cannot write. Throws `EngineProblem` where the
 * base does not tell what a page begins with.
 */
export async function engineContent(first: AskedEngine): Promise<Content> {
  standingIn(first.facts)
  let base = first
  let version = await first.engine.version()
  let tell: (status: Status) => void = () => {}
  const look = oneAtATime(async () => {
    // A server that is away for a while is asked again; questions tell that it is.
    const now = await base.engine.version().catch(() => version)
    if (now === version) return
    const next = await base.again().catch(() => undefined)
    if (next === undefined) return
    version = now
    base = next
    tell(statusOf(base))
  })
  const timer = setInterval(look.run, lookEvery).unref()
  return {
    status: () => statusOf(base),
    ask: engineAnswerer(() => base),
    act: async () => ({ kind: 'refused', status: 404, reason: 'Nothing is written here.' }),
    onListener: look.run,
    follow: (listener) => {
      tell = listener
    },
    close: async () => {
      clearInterval(timer)
      await look.settled()
      await base.close()
    },
  }
}

/** Of an unfinished push nothing is told but what the last one has ended with. */
function statusOf({ facts }: AskedEngine): Status {
  const none = { errors: 0, warnings: 0, diagnostics: [], views: [] }
  return { graph: facts.version, inParts: true, stale: false, ...none }
}
