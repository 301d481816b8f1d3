import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { bursts, makeBurstBase } from '../edits/bursts.ts'
import { spreadOf } from '../measure/statistics.ts'
import { table } from '../report/markdown.ts'
import { ask } from '../serving/ask.ts'
import { cleanBuild, withoutPlaces } from '../serving/clean-build.ts'
import { openEventStream } from '../serving/event-stream.ts'
import { serveBase } from '../serving/served.ts'

// Changes thousands of files at a time under `dossier serve`, and tells when what is served is a clean build again.
// On a machine that does other things, too, the CPU time of the server's main thread tells more than the clock: on an idle
// one they are alike.
// Usage: npm run bursts -- [--runs 20] [--entities 10000] [--only 'changes,folder moves'] [--folder .bench/bursts] [--program dist/bin/dossier.js]

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    entities: { type: 'string', default: '10000' },
    only: { type: 'string' },
    folder: { type: 'string', default: '.bench/bursts' },
    program: { type: 'string', default: 'dist/bin/dossier.js' },
  },
})
/** In milliseconds. */
const goal = 5000
const patience = 300_000
const rest = 500

const only = values.only?.split(',')
const asked = Object.entries(bursts).filter(([name]) => only?.includes(name) ?? true)

const base = makeBurstBase(resolve(values.folder), Number(values.entities))
const program = resolve(values.program)
const fail = (what: string) => say(`FAILURE: ${what}`)
const { port, isAlive, mainThreadCpu, stop } = await serveBase(program, base.served, fail)
/** A moment by the clock, and by the CPU that the server's main thread has taken, in milliseconds. */
interface Moment {
  readonly clock: number
  readonly cpu: number
}

/** When each version of the graph was told for the first time. */
const told = new Map<string, Moment>()
const stream = openEventStream(
  port,
  ({ graph }) => {
    if (!told.has(graph)) told.set(graph, now())
  },
  fail,
)
const taken = new Map<string, Moment[]>(asked.map(([name]) => [name, []]))
for (let turn = 1; turn <= Number(values.runs) && isAlive(); turn++) {
  for (const [name, burst] of asked) {
    told.clear()
    burst(base, turn)
    const ended = now()
    const equal = await untilEqual(ended)
    taken.get(name)?.push(equal)
    say(
      `run ${turn}, ${name}: equal after ${seconds(equal.clock)} s, ${seconds(equal.cpu)} s of CPU`,
    )
    await delay(rest)
  }
}
stream.close()
await stop()
process.stdout.write(`${summary()}\n`)
process.exit([...taken.values()].flat().every(({ cpu }) => cpu <= goal) ? 0 : 1)

function now(): Moment {
  return { clock: performance.now(), cpu: mainThreadCpu() * 1000 }
}

/**
 * In milliseconds after the last change: infinite where patience ends. At the latest when a clean build has been made and
 * what is served has been compared with it; where the version that is served was told before, then.
 */
async function untilEqual(ended: Moment): Promise<Moment> {
  const clean = await cleanBuild(program, base.served)
  while (performance.now() < ended.clock + patience) {
    const { headers, body } = await ask(port, '/graph.json')
    const { errors } = JSON.parse(String((await ask(port, '/status.json')).body))
    if (withoutPlaces(String(body)) === clean && errors === 0) {
      const since = told.get(headers.etag?.slice(1, -1) ?? '') ?? (told.size > 0 ? now() : ended)
      return {
        clock: Math.max(0, since.clock - ended.clock),
        cpu: Math.max(0, since.cpu - ended.cpu),
      }
    }
    await delay(100)
  }
  return { clock: Number.POSITIVE_INFINITY, cpu: Number.POSITIVE_INFINITY }
}

function summary(): string {
  const rows = [...taken].map(([name, all]) => [
    name,
    ...(['clock', 'cpu'] as const).flatMap((by) => {
      const times = all.map((each) => each[by])
      const soon = times.filter((time) => time <= goal).length
      const median = spreadOf(times)?.median ?? Number.NaN
      return [`${soon} of ${all.length}`, seconds(median), seconds(Math.max(...times))]
    }),
  ])
  const heads = ['', 'CPU: '].flatMap((by) => [
    `${by}within ${goal / 1000} s`,
    'median, s',
    'longest, s',
  ])
  return table(['burst', ...heads], rows)
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1)
}

function say(what: string): void {
  process.stderr.write(`${what}\n`)
}
