import { embeddedServer } from '../../src/engines/embedded.ts'
import type { EngineServer } from '../../src/engines/engine.ts'
import { openServer } from '../../src/engines/open-server.ts'
import { startCassandra } from './cassandra-cluster.ts'
import { startJanusGraph } from './janusgraph-server.ts'
import { startNeo4j } from './neo4j-server.ts'

/** A server with a connection to it. */
export interface StartedServer {
  readonly server: EngineServer
  /** What `dossier push` takes, and the environment that goes with it; absent where nobody listens. */
  readonly address?: string
  readonly environment: Readonly<Record<string, string>>
  readonly stop: () => Promise<void>
}

/** Every engine there is, each to be started by itself: two of the servers take five gigabytes. */
export const engineServers: readonly {
  readonly name: string
  /** Whether other processes can reach it. */
  readonly listens: boolean
  readonly start: () => Promise<StartedServer>
}[] = [
  { name: 'memory', listens: false, start: startMemory },
  { name: 'Neo4j', listens: true, start: startNeo4jServer },
  { name: 'JanusGraph over Cassandra', listens: true, start: startJanusGraphServer },
]

async function startMemory(): Promise<StartedServer> {
  const server = embeddedServer()
  return { server, environment: {}, stop: server.close }
}

const password = 'correct horse'

async function startNeo4jServer(): Promise<StartedServer> {
  const neo4j = await startNeo4j(password)
  const environment = { DOSSIER_ENGINE_USER: 'neo4j', DOSSIER_ENGINE_PASSWORD: password }
  return opened(neo4j.address, environment, neo4j.stop)
}

async function startJanusGraphServer(): Promise<StartedServer> {
  const cassandra = await startCassandra()
  const [port = 0] = cassandra.ports
  try {
    const janusgraph = await startJanusGraph({ cassandra: port, keyspace: 'dossier' })
    return opened(janusgraph.url, {}, async () => {
      await janusgraph.stop()
      await cassandra.stop()
    })
  } catch (error) {
    await cassandra.stop()
    throw error
  }
}

async function opened(
  address: string,
  environment: Readonly<Record<string, string>>,
  end: () => Promise<void>,
): Promise<StartedServer> {
  const { server } = await openServer(address, environment)
  const stop = async () => {
    await server.close()
    await end()
  }
  return { server, address, environment, stop }
}
