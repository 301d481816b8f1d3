import { execFileSync } from 'node:child_process'
import { exportedGraph } from '../bases/exported-graph.ts'
import { spreadOf } from '../measure/statistics.ts'
import { graphPython } from '../peers/graph-python.ts'
import { table } from '../report/markdown.ts'
import { short, whole } from '../report/numbers.ts'
import type { Options, Subject } from '../subject.ts'

/** The writing of a graph that is in memory, beside the libraries that people write GEXF with. */
export const exports: Subject = {
  summary: 'every export format, and GEXF beside networkx and graphology-gexf',
  sizes: [10_000, 100_000],
  compare: (options) => ({
    title: 'Exports',
    cases: [],
    floor: '',
    goals: [],
    notes: [scope, ...options.sizes.flatMap((entities) => compared(entities, options))],
  }),
}

interface Written {
  /** Seconds of CPU for each time that it was written, one after the other in one process. */
  readonly times: readonly number[]
  readonly bytes: number
  /** By how many bytes the process grew at most. */
  readonly memory: number
}

/** How many times as long as Dossier networkx is to take. */
const goal = 15

function compared(entities: number, options: Options): string[] {
  const graph = exportedGraph(entities)
  const own = writtenBy('dossier', 'gexf', graph)
  const peers = options.peers ? Object.keys(peerCommands) : []
  const others = peers.map((tool) => ({ tool, written: writtenBy(tool, 'gexf', graph) }))
  return [
    `## ${whole(entities)} entities`,
    '### GEXF',
    writtenTable([{ tool: 'dossier', written: own }, ...others]),
    others.map(({ tool, written }) => against(tool, written, own)).join('\n'),
    '### Every format',
    writtenTable(
      formatNames().map((tool) => ({ tool, written: writtenBy('dossier', tool, graph) })),
    ),
  ]
}

interface Row {
  readonly tool: string
  readonly written: Written
}

function writtenTable(rows: readonly Row[]): string {
  return table(
    ['', 'first time, CPU ms', 'later, CPU ms', 'MB', 'MB a second', 'memory MB'],
    rows.map(({ tool, written }) => {
      const { first, later } = timesOf(written)
      const megabytes = written.bytes / 1e6
      return [
        tool,
        whole(Math.round(first * 1000)),
        whole(Math.round(later * 1000)),
        short(megabytes),
        short(megabytes / later),
        short(written.memory / 1e6),
      ]
    }),
  )
}

function against(tool: string, other: Written, own: Written): string {
  const [theirs, ours] = [timesOf(other), timesOf(own)]
  const [first, later] = [theirs.first / ours.first, theirs.later / ours.later]
  const verdict = tool !== 'networkx' ? '' : later >= goal ? ': met' : ': **missed**'
  return `- ${tool} takes × ${short(first)} the first time, × ${short(later)} later (goal: × ${goal}${verdict}).`
}

function timesOf({ times }: Written): { readonly first: number; readonly later: number } {
  const [first = Number.NaN, ...others] = times
  return { first, later: spreadOf(others)?.median ?? first }
}

const peerCommands: Readonly<Record<string, (graph: string) => string[]>> = {
  networkx: (graph) => [graphPython(), 'bench/exports/write.py', graph],
  'graphology-gexf': (graph) => inNode('graphology-gexf', 'gexf', graph),
}

function writtenBy(tool: string, format: string, graph: string): Written {
  const [command = '', ...args] = peerCommands[tool]?.(graph) ?? inNode(tool, format, graph)
  return JSON.parse(execFileSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 30 }))
}

/** Those of the build that is measured. */
function formatNames(): readonly string[] {
  const script =
    "import('./dist/exports/formats.js').then((m) => console.log(Object.keys(m.formats).join()))"
  return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim().split(',')
}

function inNode(...words: readonly string[]): string[] {
  const flags = ['--expose-gc', '--max-old-space-size=8000']
  return [process.execPath, ...flags, 'bench/exports/write.mjs', ...words]
}

const scope = `The graph is in memory, with its positions; each tool writes it five times in one process of its own, or for one minute. The first time the engine is still learning the code; it is what one command does. Python has no such difference. All are given every attribute: Dossier writes them as columns with types, lists and spells, the others as texts. Memory is by how much the process grows while it writes.`
