import { createHash } from 'node:crypto'
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
// Usage: npm run bursts -- [--runs 20] [--entities 10000] [--folder .bench/bursts] [--program dist/bin/dossier.js]

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    entities: { type: 'string', default: '10000' },
    folder: { type: 'string', default: '.bench/bursts' },
    program: { type: 'string', default: 'dist/bin/dossier.js' },
  },
})
/** In milliseconds. */
const goal = 5000
const patience = 60_000
const rest = 500

const base = makeBurstBase(resolve(values.folder), Number(values.entities))
const program = resolve(values.program)
const fail = (what: string) => say(`FAILURE: ${what}`)
const { port, isAlive, stop } = await serveBase(program, base.served, fail)
/** What has been served: since when, and the graph. */
let states: { readonly since: number; readonly graph: string }[] = []
const stream = openEventStream(
  port,
  ({ graph }) => void seeState({ told: performance.now(), version: graph }).catch(fail),
  fail,
)
const taken = new Map<string, number[]>(Object.keys(bursts).map((name) => [name, []]))
for (let turn = 1; turn <= Number(values.runs) && isAlive(); turn++) {
  for (const [name, burst] of Object.entries(bursts)) {
    const began = performance.now()
    states = states.slice(-1)
    burst(base, turn)
    const ended = performance.now()
    const equal = await untilEqual(ended)
    taken.get(name)?.push(equal)
    say(
      `run ${turn}, ${name}: ${seconds(ended - began)} s of changes, equal ${seconds(equal)} s later`,
    )
    await delay(rest)
  }
}
stream.close()
await stop()
process.stdout.write(`${summary()}\n`)
process.exit([...taken.values()].flat().every((each) => each <= goal) ? 0 : 1)

/** A version that was told and is served has been there since it was told; any other one since now. */
async function seeState(told?: { readonly told: number; readonly version: string }) {
  const { headers, body } = await ask(port, '/graph.json')
  const isTold = told && headers.etag === `"${told.version}"`
  const since = isTold ? told.told : performance.now()
  states.push({ since, graph: hashOf(withoutPlaces(String(body))) })
  states.sort((a, b) => a.since - b.since)
}

/** In milliseconds after the last change: infinite where patience ends. */
async function untilEqual(ended: number): Promise<number> {
  const clean = hashOf(withoutPlaces(await cleanBuild(program, base.served)))
  while (performance.now() < ended + patience) {
    await seeState()
    const { errors } = JSON.parse(String((await ask(port, '/status.json')).body))
    if (states.at(-1)?.graph === clean && errors === 0) {
      const other = states.findLastIndex(({ graph }) => graph !== clean)
      return Math.max(0, (states[other + 1]?.since ?? ended) - ended)
    }
    await delay(100)
  }
  return Number.POSITIVE_INFINITY
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function summary(): string {
  const rows = [...taken].map(([name, all]) => [
    name,
    `${all.filter((each) => each <= goal).length} of ${all.length}`,
    seconds(spreadOf(all)?.median ?? Number.NaN),
    seconds(Math.max(...all)),
  ])
  return table(['burst', `equal within ${goal / 1000} s`, 'median, s', 'longest, s'], rows)
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1)
}

function say(what: string): void {
  process.stderr.write(`${what}\n`)
}
