import { EngineProblem } from '../engine-problem.ts'

/** What a driver's error says, if it is one: a status of the server, or a code of the network. */
interface DriverError {
  readonly message: string
  readonly code?: string
  readonly statusCode?: number
  readonly statusAttributes?: ReadonlyMap<string, unknown>
}

/** Something is there already that was to be added: by a push before this one, perhaps one that was killed just now. */
export function isThereAlready(error: unknown): boolean {
  return /Vertex with given id already exists|An edge with the given label already exists/.test(
    messageOf(error),
  )
}

/** What may work the next time: the connection broke, or the store did not answer in time. */
export function isTransient(error: unknown): boolean {
  const { code = '', statusCode } = error as DriverError
  return (
    statusCode === 596 ||
    networkCodes.has(code) ||
    /Connection has been closed|WebSocket was closed|socket hang up/.test(messageOf(error)) ||
    isOfStore(error)
  )
}

const networkCodes = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'])

function isOfStore(error: unknown): boolean {
  const { statusAttributes } = error as DriverError
  const classes = statusAttributes?.get?.('exceptions')
  return (
    (Array.isArray(classes) && classes.some((name) => storeExceptions.test(String(name)))) ||
    storeExceptions.test(messageOf(error)) ||
    /Could not (?:execute operation due to|commit transaction due to|call index|find type).*|NoNodeAvailable|Unavailable/.test(
      messageOf(error),
    )
  )
}

const storeExceptions =
  /Temporary\w*Exception|AllNodesFailed|NoNodeAvailable|Unavailable|(?:Read|Write|Driver)Timeout|BusyConnection|BackendException/

/** What a person can do about an error that stayed. */
export function gremlinProblem(error: unknown, place: string): unknown {
  const { code = '', statusCode } = error as DriverError
  const problem = (text: string) => new EngineProblem(text, { cause: error })
  const said = firstLine(messageOf(error))
  if (statusCode === 401 || /response code 401/.test(said)) {
    return problem(`The server at ${place} refuses this name and password.`)
  }
  if (statusCode === 407 || statusCode === 403 || /response code 403/.test(said)) {
    return problem(`The server at ${place} asks for a name and a password. Give them.`)
  }
  if (/ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH/.test(code)) {
    return problem(`There is no server at ${place}. Is it running, and is the address right?`)
  }
  if (/Unexpected server response|WebSocket protocol|Parse Error/.test(said)) {
    return problem(
      `What answers at ${place} does not speak Gremlin: ${said}. The path is mostly /gremlin.`,
    )
  }
  if (isOfStore(error)) {
    return problem(
      `The store behind ${place} does not answer as it must; one of its servers may be down. Nothing is answered from the rest. It says: ${said}`,
    )
  }
  if (isTransient(error))
    return problem(`The server at ${place} broke off, again and again: ${said}`)
  if (statusCode === 598) return problem(`The server at ${place} took too long to answer. ${said}`)
  if (/user supplied identifiers|Custom string id|Must provide vertex id/i.test(said)) {
    return problem(
      `The graph at ${place} gives its vertices ids of its own, and Dossier needs to give them. Set graph.set-vertex-id=true and graph.allow-custom-vid-types=true before the graph is made; an existing one keeps what it was made with.`,
    )
  }
  if (statusCode !== undefined) return problem(`The server at ${place} refuses: ${said}`)
  return error
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function firstLine(text: string): string {
  const line =
    text.replace(/^Server error(?: \(no request information\))?: /, '').split('\n')[0] ?? ''
  return line.length > 300 ? `${line.slice(0, 300)} …` : line
}
