import type { Config, Driver } from 'neo4j-driver'
import type { EngineAddress } from '../engine.ts'
import { EngineProblem } from '../engine-problem.ts'
import { orAborted } from '../or-aborted.ts'

export type Row = readonly unknown[]
type Parameters = Readonly<Record<string, unknown>>

/** Runs Cypher. What fails for the moment only is tried again; what fails for good rejects with `EngineProblem`. */
export interface BoltSession {
  readonly read: (query: string, parameters: Parameters, signal?: AbortSignal) => Promise<Row[]>
  readonly write: (query: string, parameters: Parameters, signal?: AbortSignal) => Promise<void>
  /** Changes of the schema, which no transaction may hold together with data. */
  readonly define: (statement: string, signal?: AbortSignal) => Promise<void>
  /** A whole number, as a LIMIT wants it. */
  readonly whole: (number: number) => unknown
  readonly close: () => Promise<void>
}

/** Loads the driver, and connects; rejects where there is no server, or where it will not have the user. */
export async function openBolt(address: EngineAddress): Promise<BoltSession> {
  const { default: neo4j } = await loadDriver()
  const { url, user, password = '' } = address
  const driver = neo4j.driver(
    url,
    user === undefined ? undefined : neo4j.auth.basic(user, password),
    driverOptions,
  )
  const told = (error: unknown) => problemOf(error, address)
  await verified(driver, address).catch(async (error: unknown) => {
    await driver.close()
    throw told(error)
  })
  const inSession = async <Result>(
    signal: AbortSignal | undefined,
    work: (session: ReturnType<Driver['session']>) => Promise<Result>,
  ): Promise<Result> => {
    signal?.throwIfAborted()
    const session = driver.session(databaseOf(address))
    try {
      return await orAborted(work(session), signal)
    } catch (error) {
      throw signal?.aborted ? signal.reason : told(error)
    } finally {
      // An aborted query ends when its session does; nobody waits for that.
      const closed = session.close().catch(() => {})
      if (!signal?.aborted) await closed
    }
  }
  return {
    read: (query, parameters, signal) =>
      inSession(signal, async (session) => {
        const { records } = await session.executeRead((tx) => tx.run(query, parameters))
        return records.map((record) => record.keys.map((key) => record.get(key)))
      }),
    write: (query, parameters, signal) =>
      inSession(signal, async (session) => {
        await session.executeWrite((tx) => tx.run(query, parameters))
      }),
    define: (statement, signal) =>
      inSession(signal, async (session) => {
        await session.run(statement)
      }),
    whole: (number) => neo4j.int(number),
    close: () => driver.close(),
  }
}

const driverOptions: Config = {
  disableLosslessIntegers: true,
  connectionTimeout: 10_000,
  connectionAcquisitionTimeout: 20_000,
  maxTransactionRetryTime: 30_000,
  userAgent: 'dossier',
}

function databaseOf({ database }: EngineAddress): { database?: string } {
  return database === undefined ? {} : { database }
}

async function verified(driver: Driver, address: EngineAddress): Promise<void> {
  await driver.verifyConnectivity()
  // Only a query tells whether the database is there.
  await driver.executeQuery('RETURN 1', {}, databaseOf(address))
}

async function loadDriver(): Promise<{ default: typeof import('neo4j-driver').default }> {
  try {
    return await import('neo4j-driver')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new EngineProblem(
      'To speak with such a server Dossier needs the package "neo4j-driver". Install it beside Dossier: npm install neo4j-driver@6',
    )
  }
}

/** What is wrong, and what to do. The words of the server are kept where no better ones are known. */
function problemOf(error: unknown, { url, user, database }: EngineAddress): unknown {
  if (!(error instanceof Error)) return error
  const { code = '' } = error as { code?: string }
  const known = Object.keys(sentences).find((part) => code.includes(part))
  const tell = known === undefined ? undefined : sentences[known]
  const said = error.message.split('\n')[0] ?? ''
  if (tell !== undefined) return new EngineProblem(tell({ url, user, database, said }))
  return code === '' ? error : new EngineProblem(`The server at ${url} says: ${said} (${code})`)
}

interface Told extends Pick<EngineAddress, 'url'> {
  readonly user: string | undefined
  readonly database: string | undefined
  readonly said: string
}

/** By a part of the code that the driver gives. */
const sentences: Readonly<Record<string, (told: Told) => string>> = {
  'Security.Unauthorized': ({ url, user }) =>
    user === undefined
      ? `The server at ${url} wants a user and a password. Set DOSSIER_ENGINE_USER and DOSSIER_ENGINE_PASSWORD.`
      : `The server at ${url} does not accept the user "${user}" with this password. DOSSIER_ENGINE_USER and DOSSIER_ENGINE_PASSWORD say who asks.`,
  AuthenticationRateLimit: ({ url }) =>
    `The server at ${url} was given a wrong password too often, and takes none for some seconds.`,
  CredentialsExpired: ({ url, user }) =>
    `The password of "${user}" at ${url} must be changed first: the server's own shell does that.`,
  'Security.Forbidden': ({ url, user, said }) =>
    `The server at ${url} does not let the user "${user ?? ''}" do this: ${said}`,
  DatabaseNotFound: ({ url, database }) =>
    `The server at ${url} has no database "${database}". Name another one in the address: ${url}/NAME`,
  ServiceUnavailable: ({ url, said }) =>
    `No server answers at ${url} (${said.split('Caused by: ').at(-1)}). Is it running, and is this its Bolt port?`,
  SessionExpired: ({ url }) => `The connection to ${url} broke, and could not be made again.`,
}
