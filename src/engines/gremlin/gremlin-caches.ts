import type { EngineAddress } from '../engine.ts'
import { EngineProblem } from '../engine-problem.ts'
import type { GremlinSession } from './gremlin-session.ts'

/**
 * Rejects where a server keeps in a cache of its own what others change: for minutes it would tell what was there before,
 * beside what is there now, and a push through it would take for unchanged what is not. A server that does not tell
 * (it is no JanusGraph, or who asks may run no scripts) is believed.
 */
export async function refuseStaleCache(
  session: GremlinSession,
  { url }: EngineAddress,
): Promise<void> {
  const [isCached, servers] = await session.run(cacheScript, {}).catch(() => [])
  if (isCached !== true || Number(servers) < 2) return
  throw new EngineProblem(
    `The JanusGraph at ${url} is one of ${servers} that are registered for its graph (one that crashed still is), and keeps a cache of its own: it would tell what was there before another one changed it. Set cache.db-cache=false for each of them, as JanusGraph itself has it where nothing is said, and start them again.`,
  )
}

/** With `storage.batch-loading` nothing is kept, whatever is set. */
const cacheScript = `
def graph = g.getGraph()
def settings = graph.getConfiguration().getConfiguration()
def options = org.janusgraph.graphdb.configuration.GraphDatabaseConfiguration
def management = graph.openManagement()
try {
  [settings.get(options.DB_CACHE) && !settings.get(options.STORAGE_BATCH), management.getOpenInstances().size()]
} finally {
  management.rollback()
}`
