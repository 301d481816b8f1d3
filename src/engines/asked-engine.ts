import { type Ask, askEngine } from './ask-engine.ts'
import type { BaseFacts, Engine, EngineServer } from './engine.ts'
import { type FoundOn, findOn } from './find-on.ts'
import { factsIn, namespaceOn } from './open-base.ts'
import { openServer } from './open-server.ts'

/** A base on a server, to be asked. */
export interface AskedEngine {
  readonly engine: Engine
  readonly facts: BaseFacts
  /** A push is under way or was broken off: answers may lack something, or have what is gone. */
  readonly unfinished: boolean
  /** Begins anew: what earlier questions have fetched is forgotten. */
  readonly asking: () => Ask
  readonly find: (text: string, limit: number, signal?: AbortSignal) => Promise<FoundOn>
  /** The base as it is now. */
  readonly again: () => Promise<AskedEngine>
  readonly close: () => Promise<void>
}

/** Opens the base that an address names, or the only one there. Rejects with `EngineProblem` where there is none. */
export async function openAskedEngine(
  address: string,
  environment: Readonly<Record<string, string | undefined>>,
  signal?: AbortSignal,
): Promise<AskedEngine> {
  const { server, base } = await openServer(address, environment)
  try {
    return await askedEngine(server, await namespaceOn(server, base, signal), signal)
  } catch (error) {
    await server.close()
    throw error
  }
}

/** The same of a server to which there is a connection, which it closes in the end. */
export async function askedEngine(
  server: EngineServer,
  namespace: string,
  signal?: AbortSignal,
): Promise<AskedEngine> {
  const engine = server.engine(namespace)
  const state = await engine.state(signal)
  const facts = factsIn(state)
  return {
    engine,
    facts,
    unfinished: state?.unfinished === true,
    asking: () => askEngine(engine, facts),
    find: (text, limit, ending) => findOn(engine, facts, text, limit, ending),
    again: () => askedEngine(server, namespace),
    close: server.close,
  }
}
