import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { run } from './readers.ts'

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
  const server = spawn('java', serverArguments(home), { stdio: 'ignore' })
  const address = `bolt://127.0.0.1:${port}`
  const driver = neo4jDriver().driver(address, undefined, { disableLosslessIntegers: true })
  const stop = async () => {
    await driver.close()
    if (server.exitCode === null && server.kill()) await once(server, 'exit')
    rmSync(home, { recursive: true, force: true })
  }
  const answers = () =>
    driver.executeQuery('RETURN 1').then(
      () => true,
      () => false,
    )
  for (let second = 0; !(await answers()); second++) {
    if (server.exitCode === null && second < longestStart) await sleep(1000)
    else {
      const log = readLog(home)
      await stop()
      throw new Error(`Neo4j did not start.\n${log}`)
    }
  }
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
    stop,
  }
}

/** In seconds; it takes about ten on an idle machine. */
const longestStart = 200

const libraries = '.peers/neo4j/lib/*'

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

function readLog(home: string): string {
  const file = join(home, 'logs', 'neo4j.log')
  return existsSync(file) ? readFileSync(file, 'utf8') : 'It wrote no log.'
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  listener.close()
  await once(listener, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port is free.')
  return address.port
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
