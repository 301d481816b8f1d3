import type { MeasuredEngine } from '../engines/measured.ts'
import { table } from '../report/markdown.ts'
import { short, whole } from '../report/numbers.ts'
import type { Subject } from '../subject.ts'
import { runMeasured } from './run-measured.ts'

/** The same questions in memory, on Neo4j and on JanusGraph, and what it takes to push a base there. */
export const engines: Subject = {
  summary: 'questions and pushes in memory, on Neo4j and on JanusGraph (needs Java and Maven)',
  sizes: [100_000],
  compare: ({ sizes }) => ({
    title: 'Engines',
    cases: [],
    floor: '',
    goals: [],
    notes: [
      ...sizes.flatMap((entities) => {
        const measured = runMeasured<readonly MeasuredEngine[]>('engines', entities, heap)
        return [`## ${whole(entities)} entities`, answerTable(measured), loadTable(measured)]
      }),
      scope,
    ],
  }),
}

/** In megabytes, for the graph in memory, twice: as it was pushed and as the engine in memory has it. */
const heap = 8_000

function answerTable(measured: readonly MeasuredEngine[]): string {
  const families = Object.keys(measured[0]?.answers ?? {})
  const rows = families.map((family) => [
    family,
    String(measured[0]?.answers[family]?.length),
    ...measured.flatMap(({ answers }) => {
      const times = (answers[family] ?? []).toSorted((a, b) => a - b)
      return [short(quantile(times, 0.5)), short(quantile(times, 0.95))]
    }),
    measured.map(({ wrong }) => wrong[family] ?? 0).join(' · '),
    measured.map(({ cut }) => cut[family] ?? 0).join(' · '),
  ])
  const heads = measured.flatMap(({ name }) => [`${name}: p50, ms`, 'p95, ms'])
  return table(
    ['question', 'asked', ...heads, 'other than the files', 'of them cut, and say so'],
    rows,
  )
}

function loadTable(measured: readonly MeasuredEngine[]): string {
  const rows = measured.flatMap(({ name, start, loads }) => [
    [name, 'start', seconds(start), '', ''],
    ...loads.map(({ what, milliseconds, written }) => {
      const rate = written === 0 ? '' : whole((written / milliseconds) * 1000)
      return [name, what, seconds(milliseconds), whole(written), rate]
    }),
  ])
  return table(['', '', 'seconds', 'written', 'a second'], rows)
}

function seconds(milliseconds: number): string {
  return short(milliseconds / 1000)
}

/** The nearest of those that were measured. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

const scope = `The 300 questions of \`test/peers/engines.test.ts\`, each asked once of every engine in turn, with nothing kept from the one before; each answer is compared with that of the files. All servers run on the same machine as the questions, with one gigabyte of heap for Neo4j and JanusGraph and half of one for Cassandra. "memory" is the engine in memory, asked through the same few functions as the servers. Written are entities, relations and files together; a plain load has no files, no words to search by, and no look at what is there.`
