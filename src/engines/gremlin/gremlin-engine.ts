import { compareText } from '../../text/compare-text.ts'
import type { Engine, EngineAddress, EngineServer } from '../engine.ts'
import { gremlinBase } from './gremlin-base.ts'
import { refuseStaleCache } from './gremlin-caches.ts'
import { basesBucket, gremlinNames, property } from './gremlin-names.ts'
import { silentServer } from './gremlin-problems.ts'
import { gremlinReader } from './gremlin-reader.ts'
import { gremlinSearch } from './gremlin-search.ts'
import { type GremlinSession, openSession } from './gremlin-session.ts'
import { gremlinVocabulary } from './gremlin-vocabulary.ts'
import { gremlinWriter } from './gremlin-writer.ts'

/** Connects with a server that speaks Gremlin: JanusGraph, which lays a graph out over many servers. */
export async function connectGremlin(address: EngineAddress): Promise<EngineServer> {
  const session = await openSession(address)
  const { g, ask } = session
  try {
    await hasAnswered(session, address)
    await refuseStaleCache(session, address)
  } catch (error) {
    await session.close()
    throw error
  }
  return {
    bases: async (signal) => {
      const found = g.V().has(property.bucket, basesBucket).values(property.key)
      return (await ask<string>(found, signal)).sort(compareText)
    },
    engine: (namespace) => gremlinEngine(session, namespace),
    close: session.close,
  }
}

/** In milliseconds, until a server has shown that it speaks Gremlin. */
const longestSilence = 10_000

async function hasAnswered({ g, ask }: GremlinSession, address: EngineAddress): Promise<void> {
  const signal = AbortSignal.timeout(longestSilence)
  await ask(g.inject(0), signal).catch((error) => {
    throw signal.aborted ? silentServer(address) : error
  })
}

function gremlinEngine(session: GremlinSession, namespace: string): Engine {
  const names = gremlinNames(namespace)
  const base = gremlinBase(session, names)
  const vocabulary = gremlinVocabulary(session, names, base)
  return {
    ...gremlinReader(session, names, base),
    search: gremlinSearch(session, names, vocabulary),
    writer: gremlinWriter(session, names, base, vocabulary),
  }
}
