import type { AskedEngine } from '../engines/asked-engine.ts'
import type { ServedBase } from '../mcp/asked-base.ts'

/** A base on a server. Each question sees what has been pushed before it, and what it fetches is forgotten after it. */
export function servedEngine(base: AskedEngine): ServedBase {
  return {
    use: async (work, signal) => {
      signal?.throwIfAborted()
      const { asking, find, facts, unfinished } = await base.again()
      return work({
        ask: asking(),
        find,
        statistics: facts.statistics,
        ...(unfinished && {
          warning:
            'A push to this base is under way, or was broken off: this answer may lack something.',
        }),
      })
    },
  }
}
