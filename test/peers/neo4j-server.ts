import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import neo4j from 'neo4j-driver'
import { run } from './readers.ts'
import { freePort, startServer } from './server-process.ts'

/** A Neo4j of one's own, on the loopback, with nothing in it. */
export interface Neo4jServer {
  /** `bolt://127.0.0.1:PORT`. */
  readonly address: string
  readonly pid: number | undefined
  /** Runs a script as people do, with cypher-shell; throws what it says where it fails. */
  readonly run: (script: string) => void
  /** The rows that a query returns. Whole numbers are numbers, days are texts. */
  readonly ask: (query: string) => Promise<Record<string, unknown>[]>
  readonly stop: () => Promise<void>
}

/** As Java and Neo4j write it. */
interface Neo4jMemory {
  readonly heap: string
  readonly pageCache: string
}

const little: Neo4jMemory = { heap: '1g', pageCache: '64m' }

/** With a password only the user `neo4j` who gives it may ask. */
export async function startNeo4j(password?: string, memory = little): Promise<Neo4jServer> {
  const home = mkdtempSync(join(tmpdir(), 'dossier-neo4j-'))
  const port = await freePort()
  mkdirSync(join(home, 'conf'))
  writeFileSync(
    join(home, 'conf', 'neo4j.conf'),
    configuration(port, password !== undefined, memory),
  )
  const address = `bolt://127.0.0.1:${port}`
  const known = password === undefined ? undefined : neo4j.auth.basic('neo4j', password)
  const driver = neo4j.driver(address, known, { disableLosslessIntegers: true })
  const remove = async () => {
    await driver.close()
    rmSync(home, { recursive: true, force: true })
  }
  const answers = async () => {
    if (password !== undefined) await choosePassword(address, password)
    return driver.executeQuery('RETURN 1')
  }
  const args = serverArguments(home, memory)
  const server = await startServer({ name: 'Neo4j', args, home, answers }).catch(async (error) => {
    await remove()
    throw error
  })
  return {
    address,
    pid: server.pid,
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

function configuration(port: number, hasUsers: boolean, { pageCache }: Neo4jMemory): string {
  return `server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=${hasUsers}
dbms.usage_report.enabled=false
server.memory.pagecache.size=${pageCache}
`
}

/** Neo4j reaches into packages of Java that are closed to others. */
function serverArguments(home: string, { heap }: Neo4jMemory): string[] {
  const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent', 'java.lang']
  return [
    `-Xmx${heap}`,
    '-Dfile.encoding=UTF-8',
    '-Dio.netty.tryReflectionSetAccessible=true',
    ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    ...['-cp', libraries, 'org.neo4j.server.CommunityEntryPoint'],
    ...[`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`],
  ]
}

/** A new server wants its first password changed before it answers anything else. */
async function choosePassword(address: string, password: string): Promise<void> {
  const first = neo4j.driver(address, neo4j.auth.basic('neo4j', 'neo4j'))
  const change = 'ALTER CURRENT USER SET PASSWORD FROM $first TO $password'
  await first
    .executeQuery(change, { first: 'neo4j', password }, { database: 'system' })
    .catch(() => {})
  await first.close()
}
