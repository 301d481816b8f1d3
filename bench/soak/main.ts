import { execFileSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { serveBase } from '../serving/served.ts'
import { type Compared, differencesOf, differencesOfMessages } from './compare.ts'
import { openFollowingPage } from './following-page.ts'
import { measureProbes } from './measure-probes.ts'
import { openRandomEdits } from './random-edits.ts'
import { seeded } from './seeded.ts'
import { line, type Minute, verdictOf } from './verdict.ts'
import { openVisitors } from './visitors.ts'

// Serves a base for a long time while it is edited and visited, and tells whether anything grows or goes wrong.
// Usage: npm run soak -- [--minutes 120] [--entities 10000] [--seed 1] [--folder DIR] [--program dist/bin/dossier.js]

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '120' },
    entities: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    folder: { type: 'string', default: '.bench/soak' },
    program: { type: 'string', default: 'dist/bin/dossier.js' },
  },
})
/** In looks, of which there is one a minute. */
const compareEvery = 4
/** In milliseconds: the mean time between two edits, and when a clean build must be reached. */
const pace = 700
const settled = 5000
/** The server keeps an idle connection for five seconds. */
const goneHome = 6500

const folder = resolve(values.folder)
rmSync(folder, { recursive: true, force: true })
const generator = [resolve('bench/generate.mjs'), folder, '--entities', values.entities]
execFileSync(process.execPath, generator, { stdio: 'ignore' })
const random = seeded(Number(values.seed))
const edits = await openRandomEdits(folder, random)
const program = resolve(values.program)
if (!existsSync(program)) throw new Error(`There is no ${program}: build it first.`)

const failures: string[] = []
const fail = (what: string) => {
  failures.push(what)
  say(`FAILURE: ${what}`)
}
const server = await serveBase(program, join(folder, 'graph-data'), fail)
const page = await openFollowingPage(server.port, fail)
const visitors = openVisitors(server.port, seeded(Number(values.seed) + 1), fail)
const compared: Compared = { port: server.port, program, folder, page }
const minutes: Minute[] = []
let edited = 0
let comparisons = 0

const began = performance.now()
const end = began + Number(values.minutes) * 60_000
while (performance.now() < end && server.isAlive()) {
  await editUntil(Math.min(end, performance.now() + 45_000))
  minutes.push(await look(Math.round((performance.now() - began) / 60_000)))
  if (minutes.length % compareEvery === 0 || performance.now() >= end) await compare()
}
if (!server.isAlive()) fail('The server ended by itself.')
page.close()
visitors.close()
const code = server.isAlive() ? await server.stop() : undefined
if (code !== 0) fail(`The server ended with ${code}.`)
const verdict = judge()
say(verdict.text)
process.exit(verdict.isGood ? 0 : 1)

function judge() {
  return verdictOf(minutes, failures, { edited, comparisons, requests: visitors.requests() })
}

async function editUntil(end: number): Promise<void> {
  while (performance.now() < end) {
    await edits.next()
    edited++
    await delay(-Math.log(1 - random()) * pace)
  }
}

/** Sends the visitors home, and waits until their connections are gone: what is held then is the server's own. */
async function look(minute: number): Promise<Minute> {
  edits.mend()
  const probes = await measureProbes(edits, page)
  visitors.close()
  await delay(goneHome)
  const vitals = await server.vitals()
  visitors.open()
  const found: Minute = { minute, ...vitals, probes }
  say(line(found, { edited, requests: visitors.requests(), changes: page.changes() }))
  return found
}

/** First as it is, with its errors, and then whole. */
async function compare(): Promise<void> {
  await editUntil(performance.now() + 5000)
  await delay(settled)
  const messages = await differencesOfMessages(compared)
  edits.mend()
  await delay(settled)
  const differences = [...messages, ...(await differencesOf(compared))]
  comparisons++
  for (const difference of differences) fail(difference)
  say(`compared with a clean build: ${differences.length === 0 ? 'the same' : 'DIFFERENT'}`)
  say(`so far: ${judge().text}`)
}

function say(what: string): void {
  process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${what}\n`)
}
