import { medianOf } from '../edits/median-of.ts'
import type { LookedAt, LookedStep, ProcessRun } from '../engines/looked-at.ts'
import { table } from '../report/markdown.ts'
import { short, whole } from '../report/numbers.ts'
import type { Subject } from '../subject.ts'
import { runMeasured } from './run-measured.ts'

/** The steps of a reader in the viewer of a large base on Neo4j, each answer compared with the files. */
export const viewerOnServer: Subject = {
  summary: 'a large base on Neo4j, looked at in Chromium (needs Java, Maven and 16 GB)',
  sizes: [1_000_000],
  compare: ({ sizes }) => ({
    title: 'The viewer on a server',
    cases: [],
    floor: '',
    goals: [],
    notes: [
      ...sizes.flatMap((entities) => {
        const looked = runMeasured<LookedAt>('viewer', entities, heap)
        return [
          `## ${whole(looked.entities)} entities, ${whole(looked.relations)} relations`,
          table(stepHead, looked.steps.map(stepRow)),
          table(['', 'seconds', 'peak, MB'], processRows(looked)),
          `The page held ${looked.heap.map(megabytes).join(' MB once it was open, ')} MB in the end.`,
        ]
      }),
      scope,
    ],
  }),
}

/** In megabytes, for the push, which checks the base in memory. */
const heap = 9_000

const stepHead = ['step', 'times', 'median, s', 'slowest, s', 'CPU, s: serve', 'Neo4j', 'page']

function stepRow({ what, milliseconds, cpu }: LookedStep): string[] {
  const times = [seconds(medianOf(milliseconds)), seconds(Math.max(...milliseconds))]
  const taken = (['serve', 'neo4j', 'page'] as const).map((process) =>
    short(medianOf(cpu.map((each) => each[process]))),
  )
  return [what, String(milliseconds.length), ...times, ...taken]
}

function processRows({ push, serve }: LookedAt): string[][] {
  const row = (what: string, run: ProcessRun | undefined) =>
    run === undefined ? [] : [[what, seconds(run.milliseconds), megabytes(run.peak)]]
  return [...row('push', push), ...row('serve, until it serves', serve)]
}

function seconds(milliseconds: number): string {
  return short(milliseconds / 1000)
}

function megabytes(bytes: number): string {
  return whole(Math.round(bytes / 1e6))
}

const scope = `By the clock, from the first key or click until the answer stands on the page, with Neo4j (2 GB of heap, 3 GB for its pages), \`dossier serve --on\` and Chromium without a graphics card on one machine; the CPU is that of the median, and of the page that of its main thread. Each answer is compared with the files: who is found and whether it tells that it is cut, who comes as a neighbour and how many there are, the sources of a relation, and whether the hops of a path are relations, a chain, and as few as there can be. One answer that differs ends the run.`
