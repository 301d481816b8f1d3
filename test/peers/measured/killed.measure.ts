import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { onTestFinished, test } from 'vitest'
import type { KilledPushes, KilledStep } from '../../../bench/engines/killed.ts'
import type { PushReport } from '../../../src/engines/push.ts'
import { compareStored, hashesOf } from '../../engines/compare-stored.ts'
import { cliPush } from '../cli-push.ts'
import { engineServers, type StartedServer } from '../engine-servers.ts'
import { generateBase, readPushed } from '../synthetic-base.ts'
import { countedPort } from './counted-port.ts'

// Kills pushes of a large base at ten random moments, goes on each time, and compares everything that is stored with what
// the files say; writes what became of it as JSON (`KilledPushes[]`).
// Usage: ENTITIES=100000 MEASURED=file.json npx vitest run -c test/peers/measured/vitest.config.ts killed

const entities = Number(process.env.ENTITIES)
const file = process.env.MEASURED ?? ''
const seed = Number(process.env.FC_SEED ?? 20120317)

const kills = 10
const killsOfFirst = 6

/** When pushes are killed, in bytes that they have sent for each entity of the base: of everything they send thousands. */
const ofEverything = [200, 600] as const
const ofTwoFifths = [100, 1500] as const

test('pushes are killed and go on', async () => {
  const folder = mkdtempSync(`${tmpdir()}/dossier-killed-`)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [at, name] of ['one', 'other'].entries()) {
    await generateBase(join(folder, name), entities, at + 1)
  }
  const all: KilledPushes[] = []
  for (const { name, start, listens } of engineServers) {
    if (!listens || !name.includes(process.env.ENGINE ?? '')) continue
    const killed: KilledPushes = { name, steps: [] }
    all.push(killed)
    const started = await start()
    const step = stepOf(folder, started, killed, () => writeFileSync(file, JSON.stringify(all)))
    await killAll(step, folder).finally(() => started.stop())
  }
})

/** Gives how many pushes were killed; `moments` are in bytes. */
type Step = (what: string, moments: readonly number[]) => Promise<number>

async function killAll(step: Step, folder: string): Promise<void> {
  const shares = fc.noBias(fc.integer({ min: 0, max: 1000 })).map((each) => each / 1000)
  const numbers = fc.sample(shares, { seed, numRuns: 100 })
  writeVariant(folder, 0)
  const first = numbers.slice(0, killsOfFirst).map((each) => entities * within(ofEverything, each))
  let killed = await step('everything', first)
  await step('the same again', [])
  // A push that was quicker than its death is no killed one.
  for (let at = killsOfFirst; killed < kills; at++) {
    writeVariant(folder, at)
    killed += await step('two fifths exchanged', [
      entities * within(ofTwoFifths, numbers[at] as number),
    ])
  }
  changeOneInAHundred(folder)
  await step('1 % changed', [])
}

function within([low, high]: readonly [number, number], share: number): number {
  return low + (high - low) * share
}

/** Pushes the base in `folder/base`, killed so many times on the way, and compares. */
function stepOf(folder: string, started: StartedServer, { steps }: KilledPushes, keep: () => void) {
  const data = join(folder, 'base')
  let before: ReadonlyMap<string, string> = new Map()
  return async (what: string, moments: readonly number[]): Promise<number> => {
    const killed: KilledStep['killed'][number][] = []
    for (const sent of moments) {
      const milliseconds = await killedAfter(data, started, sent)
      if (milliseconds !== undefined) killed.push({ milliseconds, sent })
      process.stderr.write(`killed after ${sent} bytes: ${milliseconds} ms\n`)
    }
    const begun = performance.now()
    const written = writtenBy(await cliPush(data, started))
    const last = performance.now() - begun
    const base = await readPushed(data)
    const compared = await compareStored(started.server.engine('synthetic-knowledge-base'), base)
    const now = hashesOf(base)
    steps.push({ what, killed, last, differing: countDiffering(before, now), written, compared })
    before = now
    keep()
    process.stderr.write(`${JSON.stringify(steps.at(-1))}\n`)
    return killed.length
  }
}

/** Kills a push when it has sent so many bytes: how long it ran, or undefined where it came to its end before. */
async function killedAfter(
  data: string,
  { address = '', environment }: StartedServer,
  bytes: number,
): Promise<number | undefined> {
  const port = await countedPort(address)
  const begun = performance.now()
  const report = await cliPush(data, { address: port.address, environment }, port.afterBytes(bytes))
  port.close()
  return report === undefined ? performance.now() - begun : undefined
}

function countDiffering(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): number {
  const gone = [...before.keys()].filter((key) => !now.has(key))
  const others = [...now].filter(([key, hash]) => before.get(key) !== hash)
  return gone.length + others.length
}

function writtenBy(report: PushReport | undefined): number {
  if (report === undefined) return Number.NaN
  const { added, changed, removed } = report
  const counts = [added, changed, removed].flatMap((each) => Object.values(each))
  return counts.reduce((sum, each) => sum + each, 0)
}

/** Every fifth file from the other base, another fifth each time; and people that no other variant has. */
function writeVariant(folder: string, number: number): void {
  const [one, other, base] = ['one', 'other', 'base'].map((name) =>
    join(folder, name, 'graph-data'),
  )
  cpSync(one as string, base as string, { recursive: true })
  for (const [at, path] of filesOf(one as string).entries()) {
    if (at % 5 === number % 5) copyFileSync(join(other as string, path), join(base as string, path))
  }
  const newcomers = Array.from({ length: Math.ceil(entities / 100) }, (_, at) =>
    newcomer(number, at),
  )
  writeFileSync(
    join(base as string, 'people', 'newcomers.yaml'),
    `entities:\n${newcomers.join('')}`,
  )
}

/** With two stints in one group, which none of the generated ones has. */
function newcomer(variant: number, at: number): string {
  return `  newcomer-${variant}-${at}:
    type: person
    name: Newcomer ${variant} of ${at}
    relations:
      - knows: person-${at}
        cite: report-0#p1
      - member-of: group-0
        when: 2001/2003
        cite: report-0#p2
      - member-of: group-0
        when: 2005/${2006 + (variant % 9)}
        cite: report-0#p3
`
}

/** One of the twenty entities in every fifth file. */
function changeOneInAHundred(folder: string): void {
  const data = join(folder, 'base', 'graph-data')
  for (const path of filesOf(data).filter((_, at) => at % 5 === 0)) {
    const text = readFileSync(join(data, path), 'utf8')
    const changed = text
      .replace(/name: .*/, '$& Changed')
      .replace(/(- in: .*\n *cite: ).*/, '$1report-0#p9')
    writeFileSync(join(data, path), changed)
  }
}

function filesOf(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return paths
    .filter((path) => /[/\\].*s-\d+\.yaml$/.test(path) && !path.startsWith('sources'))
    .sort()
}
