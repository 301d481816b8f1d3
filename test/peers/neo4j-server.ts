import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { run } from './readers.ts'
import { freePort, startServer } from './server-process.ts'

/** A Neo4j of one's own, on the loopback, with nothing in it. */
export interface Neo4jServer {
  /** Runs a script as people do, with cypher-shell; throws what it says where it fails. */
  readonly run: (script: string) => void
  /** The rows that a query returns. Whole numbers are numbers, days are texts. */
  readonly ask: (query: string) => Promise<Record<string, unknown>[]>
  readonly stop: () => Promise<void>
}

export async function startNeo4j(): Promise<Neo4jServer> {
  const home = mkdtempSync(join(tmpdir(), 'dossier-neo4j-'))
  const port = await freePort()
  mkdirSync(join(home, 'conf'))
  writeFileSync(join(home, 'conf', 'neo4j.conf'), configuration(port))
  const address = `bolt://127.0.0.1:${port}`
  const driver = neo4jDriver().driver(address, undefined, { disableLosslessIntegers: true })
  const remove = async () => {
    await driver.close()
    rmSync(home, { recursive: true, force: true })
  }
  const answers = () => driver.executeQuery('RETURN 1')
  const args = serverArguments(home)
  const server = await startServer({ name: 'Neo4j', args, home, answers }).catch(async (error) => {
    await remove()
    throw error
  })
  return {
    run: (script) => {
      const file = join(home, 'script.cypher')
      writeFileSync(file, script)
      const shell = ['-cp', libraries, 'org.neo4j.shell.Main', '--format', 'plain']
      run('java', [...shell, '--address', address, '--file', file])
    },
    ask: async (query) => {
      const { records } = await driver.executeQuery(query)
      return records.map((record) => record.toObject())
    },
    stop: async () => {
      await server.stop()
      await remove()
    },
  }
}

const libraries = resolve('.peers/neo4j/lib/*')

function configuration(port: number): string {
  return `server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size=64m
`
}

/** Neo4j reaches into packages of Java that are closed to others. */
function serverArguments(home: string): string[] {
  const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent', 'java.lang']
  return [
    '-Xmx1g',
    '-Dfile.encoding=UTF-8',
    '-Dio.netty.tryReflectionSetAccessible=true',
    ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    ...['-cp', libraries, 'org.neo4j.server.CommunityEntryPoint'],
    ...[`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`],
  ]
}

/** What is used of the driver, which only the peers install. */
interface Neo4jDriver {
  readonly driver: (
    address: string,
    authentication: undefined,
    options: { readonly disableLosslessIntegers: boolean },
  ) => {
    readonly executeQuery: (query: string) => Promise<{
      readonly records: readonly { readonly toObject: () => Record<string, unknown> }[]
    }>
    readonly close: () => Promise<void>
  }
}

function neo4jDriver(): Neo4jDriver {
  return createRequire(resolve('.peers/npm/package.json'))('neo4j-driver')
}
