import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort, type ServerProcess, startServer } from './server-process.ts'

// Its names are not exported one by one.
const { driver }: typeof import('gremlin') = createRequire(import.meta.url)('gremlin')

/** A JanusGraph on the loopback, with its data in a Cassandra. */
export interface JanusGraphServer extends ServerProcess {
  readonly url: string
  /** Runs a script in Groovy, as its operator would; throws what the server says of it. */
  readonly run: (script: string) => Promise<void>
}

export interface JanusGraphSettings {
  /** Where a node of Cassandra speaks CQL. */
  readonly cassandra: number
  /** Each keyspace is a graph of its own. */
  readonly keyspace: string
  /** Settings of the graph, beside and above those below. */
  readonly graph?: Readonly<Record<string, string>>
  /** Lets in nobody but this user. */
  readonly only?: { readonly user: string; readonly password: string }
}

export async function startJanusGraph(settings: JanusGraphSettings): Promise<JanusGraphServer> {
  const home = mkdtempSync(join(tmpdir(), 'dossier-janusgraph-'))
  const port = await freePort()
  mkdirSync(join(home, 'conf'))
  writeFileSync(join(home, 'conf', 'graph.properties'), graphProperties(settings))
  writeFileSync(join(home, 'conf', 'start.groovy'), startScript)
  const users = { ...settings, keyspace: `${settings.keyspace}_users`, graph: ownSchema }
  writeFileSync(join(home, 'conf', 'users.properties'), graphProperties(users))
  writeFileSync(join(home, 'conf', 'server.yaml'), serverYaml(port, settings))
  const server = await startServer({
    name: 'JanusGraph',
    args: serverArguments,
    home,
    // Any answer will do: that a request over HTTP holds no question is one.
    answers: () => fetch(`http://127.0.0.1:${port}`).then(() => true),
  })
  const stop = async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
  const run = async (script: string) => {
    const client = new driver.Client(`ws://127.0.0.1:${port}/gremlin`, { traversalSource: 'g' })
    await client.submit(script).finally(() => client.close())
  }
  return { ...server, stop, run, url: `gremlin://127.0.0.1:${port}` }
}

/** As docs/scale.md tells users to set it, with less memory. */
function graphProperties({ cassandra, keyspace, graph }: JanusGraphSettings): string {
  const settings = {
    'gremlin.graph': 'org.janusgraph.core.JanusGraphFactory',
    'storage.backend': 'cql',
    'storage.hostname': '127.0.0.1',
    'storage.port': String(cassandra),
    'storage.cql.keyspace': keyspace,
    'storage.cql.local-datacenter': 'datacenter1',
    'graph.set-vertex-id': 'true',
    'graph.allow-custom-vid-types': 'true',
    'schema.default': 'none',
    'query.batch.enabled': 'true',
    ...graph,
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`)
  return lines.join('')
}

/** A graph that JanusGraph fills itself, with ids and a schema of its own. */
const ownSchema = {
  'graph.set-vertex-id': 'false',
  'graph.allow-custom-vid-types': 'false',
  'schema.default': 'default',
}

const startScript = 'def globals = [:]\nglobals << [g: traversal().withEmbedded(graph)]\n'

function serverYaml(port: number, { only }: JanusGraphSettings): string {
  const plugins = {
    'org.janusgraph.graphdb.tinkerpop.plugin.JanusGraphGremlinPlugin': {},
    'org.apache.tinkerpop.gremlin.server.jsr223.GremlinServerGremlinPlugin': {},
    'org.apache.tinkerpop.gremlin.jsr223.ImportGremlinPlugin': {
      classImports: ['java.lang.Math'],
      methodImports: ['java.lang.Math#*'],
    },
    'org.apache.tinkerpop.gremlin.jsr223.ScriptFileGremlinPlugin': {
      files: ['conf/start.groovy'],
    },
  }
  // YAML holds JSON.
  return JSON.stringify({
    host: '127.0.0.1',
    port,
    evaluationTimeout: 60_000,
    channelizer: 'org.apache.tinkerpop.gremlin.server.channel.WsAndHttpChannelizer',
    graphManager: 'org.janusgraph.graphdb.management.JanusGraphManager',
    graphs: { graph: 'conf/graph.properties' },
    scriptEngines: { 'gremlin-groovy': { plugins } },
    maxContentLength: 20_971_520,
    ...(only !== undefined && {
      authentication: {
        authenticator:
          'org.janusgraph.graphdb.tinkerpop.gremlin.server.auth.JanusGraphSimpleAuthenticator',
        authenticationHandler:
          'org.apache.tinkerpop.gremlin.server.handler.SaslAndHttpBasicAuthenticationHandler',
        config: {
          defaultUsername: only.user,
          defaultPassword: only.password,
          credentialsDb: 'conf/users.properties',
        },
      },
    }),
  })
}

const serverArguments = [
  ...['-Xms256m', '-Xmx1g'],
  ...['java.util', 'java.lang', 'java.nio'].map(
    (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
  ),
  ...['-cp', `conf:${resolve('.peers/janusgraph/lib/*')}`],
  ...['org.janusgraph.graphdb.server.JanusGraphServer', 'conf/server.yaml'],
]
