import type { EngineAddress } from '../engine.ts'
import { EngineProblem } from '../engine-problem.ts'

/** What a driver's error says, if it is one: a status of the server, or a code of the network. */
interface DriverError {
  readonly message: string
  readonly code?: string
  readonly statusCode?: number
  readonly statusAttributes?: ReadonlyMap<string, unknown>
}

/** A graph to which nothing was ever pushed has not even the names of what is looked for, and some refuse to look. */
export function knowsNoBase(error: unknown): boolean {
  return /Undefined type used in query: dossier[A-Z]/.test(messageOf(error))
}

/** What may work the next time: the connection broke. What its store lacks, a server has tried again by itself. */
export function isTransient(error: unknown): boolean {
  const { code = '', statusCode } = error as DriverError
  return statusCode === 596 || networkCodes.has(code) || brokenOff.test(messageOf(error))
}

const networkCodes = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'])
const brokenOff = /Connection has been closed|WebSocket was closed|socket hang up/

function isOfStore(error: unknown): boolean {
  const classes = (error as DriverError).statusAttributes?.get?.('exceptions')
  const said = Array.isArray(classes) ? classes.map(String) : []
  return [...said, messageOf(error)].some((text) => storeExceptions.test(text))
}

const storeExceptions =
  /(?:Temporary|Permanent)\w*Exception|AllNodesFailed|NoNodeAvailable|Unavailable|(?:Read|Write|Driver)Timeout|backend exception/

/** What is wrong, and what to do. The words of the server are kept where no better ones are known. */
export function gremlinProblem(error: unknown, address: EngineAddress): unknown {
  const said = firstLine(messageOf(error))
  const { code = '', statusCode } = error as DriverError
  const tell = sentences.find(({ when }) => when({ error, said, code, statusCode }))?.tell
  if (tell !== undefined) return new EngineProblem(tell({ ...address, said }), { cause: error })
  if (statusCode === undefined) return error
  return new EngineProblem(`The server at ${address.url} says: ${said}`, { cause: error })
}

export function silentServer({ url, database = 'gremlin' }: EngineAddress): EngineProblem {
  return new EngineProblem(
    `What listens at ${url} says nothing under /${database}. Is this its Gremlin port (8182 unless told)?`,
  )
}

interface Failure {
  readonly error: unknown
  readonly said: string
  readonly code: string
  readonly statusCode: number | undefined
}

interface Told extends EngineAddress {
  readonly said: string
}

const sentences: readonly {
  readonly when: (failure: Failure) => boolean
  readonly tell: (told: Told) => string
}[] = [
  {
    when: ({ statusCode, said }) =>
      [401, 403, 407].includes(statusCode ?? 0) || /response code 40[13]/.test(said),
    tell: ({ url, user }) =>
      user === undefined
        ? `The server at ${url} wants a user and a password. Set DOSSIER_ENGINE_USER and DOSSIER_ENGINE_PASSWORD.`
        : `The server at ${url} does not accept the user "${user}" with this password. DOSSIER_ENGINE_USER and DOSSIER_ENGINE_PASSWORD say who asks.`,
  },
  {
    when: ({ code }) => /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT/.test(code),
    tell: ({ url, said }) =>
      `No server answers at ${url} (${said}). Is it running, and is this its Gremlin port (8182 unless told)?`,
  },
  {
    when: ({ code, said }) =>
      /HPE_|WS_ERR/.test(code) || /Unexpected server response|Invalid WebSocket/.test(said),
    tell: ({ url, database = 'gremlin', said }) =>
      `What answers at ${url} does not speak Gremlin under /${database}: ${said}`,
  },
  {
    when: ({ said }) =>
      /user supplied identifiers|custom string id|For input string: "dossier:/i.test(said),
    tell: ({ url }) =>
      `The graph at ${url} gives ids of its own to vertices, and Dossier needs to give them. Set graph.set-vertex-id=true and graph.allow-custom-vid-types=true before a graph is made: one that is there keeps what it was made with.`,
  },
  {
    when: ({ error }) => isOfStore(error),
    tell: ({ url, said }) =>
      `The store behind ${url} does not answer; a server of it may be down. No answer is made of the rest. ${said}`,
  },
  {
    when: ({ statusCode }) => statusCode === 598,
    tell: ({ url, said }) => `The server at ${url} needed too long. ${said}`,
  },
  {
    when: ({ error }) => isTransient(error),
    tell: ({ url, said }) =>
      `The connection to ${url} broke, again and again. A server breaks off, too, where it takes only short requests: set its maxContentLength to 20971520. ${said}`,
  },
]

/** Where a name stands for several addresses, the error of all of them says nothing but its code. */
function messageOf(error: unknown): string {
  return error instanceof Error
    ? error.message || ((error as DriverError).code ?? error.name)
    : String(error)
}

function firstLine(text: string): string {
  const line =
    text.replace(/^Server error(?: \(no request information\))?: /, '').split('\n')[0] ?? ''
  return line.length > 300 ? `${line.slice(0, 300)} …` : line
}
