import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type { Case } from '../measure/rounds.ts'
import { made, once } from '../once.ts'
import { graphPython } from '../peers/graph-python.ts'
import { table } from '../report/markdown.ts'
import { short, whole } from '../report/numbers.ts'
import type { Options, Subject } from '../subject.ts'

/** The search for paths, beside the libraries that people search graphs with. */
export const paths: Subject = {
  summary: 'the search for paths beside networkx, igraph, rustworkx, graphology and ngraph.path',
  sizes: [10_000, 100_000],
  compare: (options) => ({
    title: 'Paths',
    cases: options.sizes.flatMap((entities) => wholeProcess(entities, options)),
    floor: names.dossier,
    goals: [],
    notes: [
      '## Questions a second',
      scope,
      ...options.sizes.flatMap((entities) => compared(entities, options)),
      '## A hub',
      hub(),
    ],
  }),
}

const names = { dossier: 'dossier, read and asked' }
const kinds = ['shortest', 'k = 5', 'all ≤ 4', 'weighted'] as const
const seconds = 4

interface Answer {
  /** Seconds of CPU, and bytes. */
  readonly build: number
  readonly memory: number
  readonly kinds: Readonly<
    Partial<Record<string, { readonly rate: number; readonly values: readonly number[] }>>
  >
}

function wholeProcess(entities: number, options: Options): Case[] {
  const prepare = () => commandFor('dossier', taskOf(entities), 0.2)
  return [{ tool: names.dossier, entities, rounds: options.rounds ?? 3, prepare }]
}

function compared(entities: number, options: Options): string[] {
  const task = taskOf(entities)
  const own = ask('dossier', task)
  const peers = options.peers ? Object.keys(tools).filter((tool) => tool !== 'dossier') : []
  const others = peers.map((tool) => ({ tool, answer: ask(tool, task) }))
  const all = [{ tool: 'dossier', answer: own }, ...others]
  const rows = all.map(({ tool, answer }) => [
    tool,
    ...kinds.map((kind) => rateOf(answer, kind)),
    `${short(answer.build * 1000)}`,
    `${short(answer.memory / 1e6)}`,
  ])
  const best = kinds.map((kind) => {
    const rates = others.map(({ answer }) => answer.kinds[kind]?.rate ?? 0)
    const rate = own.kinds[kind]?.rate ?? 0
    return rates.length === 0 ? '' : `× ${short(rate / Math.max(...rates))}`
  })
  return [
    `### ${whole(entities)} entities`,
    table(
      ['', ...kinds, 'build ms', 'MB'],
      [...rows, ['dossier against the best', ...best, '', '']],
    ),
    others.map(({ tool, answer }) => agreement(tool, own, answer)).join('\n'),
  ]
}

function rateOf({ kinds: all }: Answer, kind: string): string {
  const rate = all[kind]?.rate
  return rate === undefined ? '' : short(rate)
}

/** Of the answers that both gave, how many are the same. */
function agreement(tool: string, own: Answer, other: Answer): string {
  const told = kinds.flatMap((kind) => {
    const [ours, theirs] = [own.kinds[kind]?.values, other.kinds[kind]?.values]
    if (ours === undefined || theirs === undefined) return []
    const both = theirs.slice(0, ours.length)
    const same = both.filter((value, at) => value === ours[at]).length
    return `${kind} ${same} of ${both.length}`
  })
  return `- The same answers as ${tool}: ${told.join(', ')}.`
}

const tools: Readonly<Record<string, 'node' | 'python'>> = {
  dossier: 'node',
  networkx: 'python',
  igraph: 'python',
  rustworkx: 'python',
  graphology: 'node',
  ngraph: 'node',
}

function ask(tool: string, task: string): Answer {
  const [command = '', ...args] = commandFor(tool, task, seconds)
  return JSON.parse(execFileSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 30 }))
}

function commandFor(tool: string, task: string, limit: number): string[] {
  if (tools[tool] === 'python')
    return [graphPython(), 'bench/paths/ask.py', tool, task, String(limit)]
  const flags = ['--expose-gc', '--max-old-space-size=6000']
  return [process.execPath, ...flags, 'bench/paths/ask.mjs', tool, task, modules(), String(limit)]
}

const packages = [
  'graphology@0.26.0',
  'graphology-shortest-path@2.1.0',
  'ngraph.graph@20.1.2',
  'ngraph.path@1.6.1',
]

function modules(): string {
  return once('graphology and ngraph, from npm', 'paths/node', packages.join(' '), (at) => {
    run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', at, ...packages])
  })
}

/** The same base as that of the other subjects, compiled and exported. */
function taskOf(entities: number): string {
  const sources = ['bench/generate.mjs', 'bench/paths/write-task.mjs']
  const madeFrom = sources.map((file) => readFileSync(file, 'utf8')).join('')
  return once(
    `questions about ${whole(entities)} entities`,
    `paths/${entities}.json`,
    madeFrom,
    (at) => {
      const base = `${made}/bases/${entities}`
      const size = ['--entities', String(entities)]
      if (!existsSync(base)) run(process.execPath, ['bench/generate.mjs', base, ...size])
      const graph = `${made}/paths/${entities}-graph.json`
      run(process.execPath, [...dossier, 'export', 'json', '--data', base, '-o', graph])
      run(process.execPath, ['--max-old-space-size=6000', 'bench/paths/write-task.mjs', graph, at])
    },
  )
}

const dossier = ['--max-old-space-size=6000', 'dist/bin/dossier.js']

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 2, 2] })
}

function hub(): string {
  const script = ['bench/paths/ask-hub.mjs', '100000']
  const answers: readonly HubAnswer[] = JSON.parse(
    execFileSync(process.execPath, script, { encoding: 'utf8' }),
  )
  const rows = answers.map(({ name, ms, found, truncated }) => [
    name,
    short(ms),
    whole(found),
    truncated ? 'yes' : 'no',
  ])
  const text =
    'Two hubs with 100,000 neighbours in common, an end at each; each question once, in a process that has asked nothing before. The indexes, which are made once for a graph, are there.'
  return `${text}\n\n${table(['', 'CPU ms', 'found', 'says that it was cut'], rows)}`
}

interface HubAnswer {
  readonly name: string
  readonly ms: number
  readonly found: number
  readonly truncated: boolean
}

const scope = `Undirected, over random pairs of entities of the same base, by CPU time. The answer of Dossier has the keys of the edges, the best path first; the others give nodes, or the edges' numbers (igraph). One edge a pair of entities, because not all know parallel ones. What is compared: hops of the shortest path, hops of the five shortest together, number and hops of all simple paths up to four hops, and the weight of the path with the least doubt. Dossier finds no path of more than twelve hops, where others do. Memory is the growth of the heap (Node) or of the process (Python).`
