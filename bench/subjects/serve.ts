import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Base, makeBase } from '../bases/base.ts'
import { spreadOf } from '../measure/statistics.ts'
import { made, once } from '../once.ts'
import { table } from '../report/markdown.ts'
import { short, whole } from '../report/numbers.ts'
import { say } from '../say.ts'
import type { EditedLoad, Load } from '../serving/load.ts'
import type { Subject } from '../subject.ts'

/** What `dossier serve` bears, beside servers of static files that serve the same bytes. */
export const serve: Subject = {
  summary: '"dossier serve" under 200 clients, edited meanwhile, and beside sirv and fastify',
  sizes: [1_000],
  compare: ({ sizes, rounds = 3, peers }) => {
    const bases = sizes.map(makeBase)
    return {
      title: 'dossier serve',
      cases: [],
      floor: '',
      goals: [],
      notes: bases.flatMap((base) => [
        `## ${whole(base.entities)} entities`,
        editedTable(base),
        stillTable(base, rounds, peers),
        scope,
      ]),
    }
  },
}

/** In seconds. */
const edited = 120
const still = 15

function editedTable(base: Base): string {
  say('Two minutes of clients and edits …')
  const load: EditedLoad = JSON.parse(run('edited', copyOf(base), edited))
  const { memory, errors } = load
  // A twelfth of two minutes is ten seconds.
  const [afterOne, atEnd] = [memory.slice(5, 7), memory.slice(-2)].map(
    (some) => (spreadOf(some)?.median ?? Number.NaN) / 1e6,
  )
  const told = Object.entries(errors).map(([what, count]) => `${count} × ${what}`)
  return table(
    ['184 clients, 16 event streams, 10 edits a second, two minutes', ''],
    [
      ...rowsOf(load),
      ['edits', whole(load.edits)],
      ['events told, all streams', whole(load.events)],
      ['errors', told.join('; ') || 'none'],
      ['MB of heap and buffers after one minute', short(afterOne ?? Number.NaN)],
      ['at the end', short(atEnd ?? Number.NaN)],
    ],
  )
}

function rowsOf({ requests, seconds, cpuPerRequest, p50, p99 }: Load): [string, string][] {
  return [
    ['requests a second', whole(Math.round(requests / seconds))],
    ['CPU a request, µs', short(cpuPerRequest)],
    ['p50, ms', short(p50)],
    ['p99, ms', short(p99)],
  ]
}

/** All take turns, so that what else the machine does hits all alike; of each figure the median. */
function stillTable(base: Base, rounds: number, withPeers: boolean): string {
  const folder = copyOf(base)
  const kinds = ['dossier', ...(withPeers ? ['sirv', 'fastify'] : [])]
  const peers = withPeers ? installPeers() : ''
  const loads = new Map<string, Load[]>(kinds.map((kind) => [kind, []]))
  for (let round = 0; round < rounds; round++) {
    say(`Round ${round + 1} of ${rounds} …`)
    for (const [kind, all] of loads) all.push(JSON.parse(run(kind, folder, still, peers)))
  }
  const rows = [...loads].map(([kind, all]) => {
    const median = (of: (load: Load) => number) => spreadOf(all.map(of))?.median ?? Number.NaN
    return [
      names[kind] ?? kind,
      whole(Math.round(median(({ requests, seconds }) => requests / seconds))),
      short(median((load) => load.cpuPerRequest)),
      short(median((load) => load.p50)),
      short(median((load) => load.p99)),
      `${all.flatMap(({ errors }) => Object.values(errors)).reduce((sum, each) => sum + each, 0)}`,
    ]
  })
  const head = [
    '200 clients, no edits',
    'requests a second',
    'CPU a request, µs',
    'p50, ms',
    'p99, ms',
  ]
  return table([...head, 'errors'], rows)
}

const names: Readonly<Record<string, string>> = {
  dossier: 'dossier serve',
  fastify: '@fastify/static',
}

function run(...words: readonly (string | number)[]): string {
  return execFileSync(process.execPath, [`${made}/js/serving/load.js`, ...words.map(String)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

function copyOf({ folder }: Base): string {
  const copy = join(made, 'served')
  rmSync(copy, { recursive: true, force: true })
  cpSync(folder, copy, { recursive: true })
  return copy
}

/** Gives the folder in which they are. */
function installPeers(): string {
  const files = ['package.json', 'package-lock.json'].map((name) => `bench/peers/npm/${name}`)
  const wanted = files.map((file) => readFileSync(file, 'utf8')).join('')
  return once('sirv and fastify, from npm', 'npm', wanted, (at) => {
    mkdirSync(at, { recursive: true })
    for (const file of files) copyFileSync(file, join(at, file.split('/').at(-1) ?? ''))
    const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent']
    execFileSync('npm', ['ci', '--prefix', at, ...quietly], { stdio: ['ignore', 2, 2] })
  })
}

const scope = `Each client has a connection of its own and asks for one thing after the other, as soon as it is answered: the page, its script and style, the graph, and the status twice as often. Nothing is compressed, so that all send the same bytes. The clients run in one process on the same machine and take more CPU than the servers, so requests a second and times are those of a machine at its limit, and CPU a request is what compares.

- **dossier serve** answers from memory, checks Host, Origin and Sec-Fetch-Site of every request and sends its security headers with each answer.
- **sirv** and **@fastify/static** answer from a folder, as they are when nothing is configured, and check nothing.`
