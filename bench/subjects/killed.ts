import type { KilledPushes, KilledStep } from '../engines/killed.ts'
import { table } from '../report/markdown.ts'
import { short, whole } from '../report/numbers.ts'
import type { Subject } from '../subject.ts'
import { runMeasured } from './run-measured.ts'

/** Pushes of a large base that are killed and go on, and whether all is then as the files say. */
export const killed: Subject = {
  summary: 'pushes to Neo4j and JanusGraph that are killed and go on (needs Java and Maven)',
  sizes: [100_000],
  compare: ({ sizes }) => ({
    title: 'Killed pushes',
    cases: [],
    floor: '',
    goals: [],
    notes: [
      ...sizes.flatMap((entities) =>
        runMeasured<readonly KilledPushes[]>('killed', entities, heap).flatMap(
          ({ name, steps }) => [
            `## ${name}, ${whole(entities)} entities`,
            table(head, steps.map(row)),
          ],
        ),
      ),
      scope,
    ],
  }),
}

/** In megabytes, for the base that is compared with, and all hashes on both sides. */
const heap = 8_000

const head = [
  'pushed',
  'killed after, MB sent',
  'last push, s',
  'differing from before',
  'written by the last',
  'compared',
  'different',
]

function row({ what, killed, last, differing, written, compared }: KilledStep): string[] {
  const { nodes, edges, files, degrees, sought } = compared
  return [
    what,
    killed.map(({ sent }) => short(sent / 1e6)).join(', '),
    seconds(last),
    whole(differing),
    whole(written),
    whole(nodes + edges + files + degrees + sought),
    whole(compared.different),
  ]
}

function seconds(milliseconds: number): string {
  return short(milliseconds / 1000)
}

const scope = `Each push is a process of its own, \`dossier push\`, killed by SIGKILL and started again. After the last of each row everything is compared: what is stored of each entity, relation and file, its hash, the number of relations at both ends of each entity, and who is found by 300 of the names. "Two fifths exchanged": every fifth file is that of another base, another fifth each time, and people come and go.`
