import { Agent } from 'node:http'
import { Agent as TlsAgent } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import type { driver, process } from 'gremlin'
import type { EngineAddress } from '../engine.ts'
import { EngineProblem } from '../engine-problem.ts'
import { orAborted } from '../or-aborted.ts'
import { gremlinProblem, isTransient, knowsNoBase } from './gremlin-problems.ts'

export type Traversal = process.GraphTraversal

/** A connection over which traversals are sent: as bytecode, in which data is data. */
export interface GremlinSession {
  /** Makes traversals; they do nothing until they are asked. */
  readonly g: process.GraphTraversalSource
  readonly terms: typeof process
  /** What a traversal gives, all of it. Tries again what fails for the moment only. */
  readonly ask: <Item>(traversal: Traversal, signal?: AbortSignal) => Promise<Item[]>
  /** Runs a script that is the same text always; data is bound to its names. Gives what it ends with. */
  readonly run: (
    script: string,
    bindings: Readonly<Record<string, unknown>>,
    signal?: AbortSignal,
  ) => Promise<unknown[]>
  readonly close: () => Promise<void>
}

export async function openSession(address: EngineAddress): Promise<GremlinSession> {
  const gremlin = await loadGremlin()
  const agent = new (isEncrypted(address) ? TlsAgent : Agent)()
  const client = clientFor(gremlin, address, agent)
  const { process: terms, structure } = gremlin
  const g = new terms.GraphTraversalSource(new structure.Graph(), new terms.TraversalStrategies())
  const send = (
    message: string | process.Bytecode,
    bindings: unknown,
    signal?: AbortSignal,
  ): Promise<driver.ResultSet> =>
    withRetries(() => inTime(client.submit(message, bindings, options), address), address, signal)
  return {
    g,
    terms,
    ask: async <Item>(traversal: Traversal, signal?: AbortSignal) => {
      try {
        const answer = await send(traversal.getBytecode(), null, signal)
        return answer.toArray().flatMap(unpacked) as Item[]
      } catch (error) {
        if (knowsNoBase(error)) return []
        throw error
      }
    },
    run: async (script, bindings, signal) => (await send(script, bindings, signal)).toArray(),
    close: async () => {
      await client.close()
      // A handshake that nobody answers would go on.
      agent.destroy()
    },
  }
}

type Gremlin = typeof import('gremlin')

async function loadGremlin(): Promise<Gremlin> {
  try {
    const loaded = await import('gremlin')
    return (loaded as { default?: Gremlin }).default ?? loaded
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new EngineProblem(
      'To speak with such a server Dossier needs the package "gremlin". Install it beside Dossier: npm install gremlin@3.8',
    )
  }
}

function clientFor(gremlin: Gremlin, address: EngineAddress, agent: Agent): driver.Client {
  const { Client, auth } = gremlin.driver
  const { user, password = '' } = address
  return new Client(endpoint(address), {
    traversalSource: 'g',
    agent,
    // The other format breaks the process where a server sends a type of its own.
    mimeType: 'application/vnd.gremlin-v3.0+json',
    ...(user !== undefined && {
      authenticator: new auth.PlainTextSaslAuthenticator(user, password),
    }),
  })
}

/** `gremlin://host` is a WebSocket at `/gremlin`, where servers listen unless told otherwise. */
function endpoint(address: EngineAddress): string {
  const { url, database = 'gremlin' } = address
  return `${isEncrypted(address) ? 'wss' : 'ws'}:${url.replace(/^[^:]*:/, '')}/${database}`
}

function isEncrypted({ url }: EngineAddress): boolean {
  return /^(wss|gremlin\+s):/.test(url)
}

/** A server packs equal items together. */
function unpacked({ object, bulk }: { object: unknown; bulk: number }): unknown[] {
  return new Array(Number(bulk)).fill(object)
}

/** In milliseconds: a batch of writes on a busy server takes seconds, and an answer that never comes must end. */
const longestEvaluation = 120_000
const longestSilence = longestEvaluation + 10_000
const options = { evaluationTimeout: longestEvaluation } as driver.RequestOptions

async function inTime<Answer>(answer: Promise<Answer>, { url }: EngineAddress): Promise<Answer> {
  const timer = new AbortController()
  const silence = sleep(longestSilence, undefined, { signal: timer.signal, ref: false }).then(
    () => {
      throw new EngineProblem(`The server at ${url} does not answer.`)
    },
  )
  try {
    return await Promise.race([answer, silence])
  } finally {
    timer.abort()
    silence.catch(() => {})
  }
}

const pauses = [100, 400, 1600, 3000]

async function withRetries<Answer>(
  attempt: () => Promise<Answer>,
  address: EngineAddress,
  signal?: AbortSignal,
): Promise<Answer> {
  for (let failures = 0; ; failures++) {
    signal?.throwIfAborted()
    try {
      return await orAborted(attempt(), signal)
    } catch (error) {
      signal?.throwIfAborted()
      const pause = pauses[failures]
      if (pause === undefined || !isTransient(error)) throw gremlinProblem(error, address)
      await sleep(pause, undefined, { signal }).catch(() => {})
    }
  }
}
