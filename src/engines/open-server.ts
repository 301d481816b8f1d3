import { isKebabName } from '../text/entity-id.ts'
import { parseUrl } from '../text/parse-url.ts'
import type { EngineAddress, EngineServer } from './engine.ts'
import { EngineProblem } from './engine-problem.ts'

export interface OpenServer {
  readonly server: EngineServer
  /** Where it is, without a password. */
  readonly url: string
  /** The base that the address names. */
  readonly base?: string
}

/** What an address may begin with, and what it opens. A driver is loaded when an address asks for it. */
const families: readonly {
  readonly schemes: readonly string[]
  readonly connect: (address: EngineAddress) => Promise<EngineServer>
}[] = [
  {
    schemes: ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'],
    connect: async (address) => (await import('./bolt/bolt-engine.ts')).connectBolt(address),
  },
  {
    schemes: ['ws', 'wss', 'gremlin', 'gremlin+s'],
    connect: async (address) =>
      (await import('./gremlin/gremlin-engine.ts')).connectGremlin(address),
  },
]

/**
 * Connects with the server at an address such as `bolt://user:password@host:7687/database?base=name`. Who asks may stand
 * in it or in DOSSIER_ENGINE_USER and DOSSIER_ENGINE_PASSWORD. Rejects with `EngineProblem` where that is no address,
 * where the driver is not installed, and where the server does not answer or does not let this user in.
 */
export async function openServer(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<OpenServer> {
  const url = parseUrl(text)
  const scheme = url?.protocol.slice(0, -1) ?? ''
  const family = families.find(({ schemes }) => schemes.includes(scheme))
  if (url === undefined || family === undefined || url.hostname === '') throw noAddress()
  const base = url.searchParams.get('base') ?? undefined
  if (base !== undefined && !isKebabName(base)) {
    throw new EngineProblem(
      `"${base}" cannot name a base. A name has small letters, digits and single hyphens.`,
    )
  }
  const unknown = [...url.searchParams.keys()].find((key) => key !== 'base')
  if (unknown !== undefined) {
    throw new EngineProblem(
      `The address of a server has no "${unknown}". Behind its "?" may stand "base=NAME" alone.`,
    )
  }
  const address = addressOf(url, environment)
  const server = await family.connect(address)
  return { server, url: address.url, ...(base !== undefined && { base }) }
}

/** The address is not repeated: there may be a password in it. */
function noAddress(): EngineProblem {
  const schemes = families.flatMap(({ schemes }) => schemes.map((scheme) => `${scheme}://`))
  return new EngineProblem(
    `That is no address of a server. One begins with ${schemes.join(', ')}, as in "bolt://localhost:7687".`,
  )
}

/** The text is not repeated: it may be a password. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new EngineProblem('In the address of a server a "%" is written "%25".')
  }
}

function addressOf(
  url: URL,
  { DOSSIER_ENGINE_USER, DOSSIER_ENGINE_PASSWORD }: Readonly<Record<string, string | undefined>>,
): EngineAddress {
  const database = decoded(url.pathname.replace(/^\/|\/$/g, ''))
  const user = decoded(url.username) || DOSSIER_ENGINE_USER
  const password = decoded(url.password) || DOSSIER_ENGINE_PASSWORD
  return {
    url: `${url.protocol}//${url.host}`,
    ...(database !== '' && { database }),
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
  }
}
