import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Fetches the readers into `.peers/`, once for each version of what they are made from. */
export function setup(): void {
  mkdirSync('.peers', { recursive: true })
  once('readers of exports from PyPI', 'python', ['test/peers/requirements.txt'], () => {
    run('python3', ['-m', 'venv', '--clear', '.peers/python'])
    const install = ['install', '--quiet', '--disable-pip-version-check', '--requirement']
    run('.peers/python/bin/pip', [...install, 'test/peers/requirements.txt'])
  })
  once('the Gephi Toolkit from Maven Central (90 MB)', 'gephi', gephiSources, () => {
    run('mvn', ['-q', '-B', '-f', 'test/peers/gephi/pom.xml', 'package'])
  })
  once('Neo4j from Maven Central (125 MB)', 'neo4j', neo4jSources, () => {
    run('mvn', ['-q', '-B', '-f', 'test/peers/neo4j/pom.xml', 'package'])
  })
  once(
    'Cassandra from Maven Central (67 MB)',
    'cassandra',
    ['test/peers/cassandra/pom.xml'],
    () => {
      run('mvn', ['-q', '-B', '-f', 'test/peers/cassandra/pom.xml', 'package'])
    },
  )
  once('JanusGraph from Maven Central (72 MB)', 'janusgraph', janusgraphSources, () => {
    run('mvn', ['-q', '-B', '-f', 'test/peers/janusgraph/pom.xml', 'package'])
  })
  once('publint, attw, mermaid and the driver of Neo4j from npm', 'npm', npmSources, () => {
    mkdirSync('.peers/npm', { recursive: true })
    for (const file of npmSources) copyFileSync(file, join('.peers/npm', basename(file)))
    run('npm', ['ci', '--prefix', '.peers/npm', '--ignore-scripts', '--no-audit', '--no-fund'])
  })
}

const npmSources = ['test/peers/npm/package.json', 'test/peers/npm/package-lock.json']
const neo4jSources = ['test/peers/neo4j/pom.xml']
const janusgraphSources = ['test/peers/janusgraph/pom.xml']
const gephiSources = [
  'test/peers/gephi/pom.xml',
  'test/peers/gephi/src/main/java/ReadGexf.java',
  'test/peers/gephi/src/main/java/ResaveGexf.java',
]

function once(what: string, name: string, madeFrom: readonly string[], make: () => void): void {
  const stamp = `.peers/${name}.made-from`
  const sources = madeFrom.map((file) => readFileSync(file, 'utf8')).join('')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  say(`Fetching ${what}`)
  make()
  writeFileSync(stamp, sources)
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
}

function say(what: string): void {
  process.stderr.write(`${what} …\n`)
}
