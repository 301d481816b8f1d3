import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyFolder } from '../cli/run-dossier.ts'
import { baseFor, writers } from './commands.ts'

// `kill -9` before each call that changes something on the disk, and in the middle of writes. Whatever is on the disk then
// is whole, and the same command, run again, ends where it would have ended.

/** How many kills for each command, of the receipt and at random moments; with FAULTS=all before every call. */
const amounts: Readonly<Record<string, typeof few>> = {
  all: { most: 100_000, ofReceipts: 12, atRandom: 40 },
  some: { most: 17, ofReceipts: 8, atRandom: 20 },
}
const few = { most: 1, ofReceipts: 2, atRandom: 2 }
const { most, ofReceipts, atRandom } = amounts[process.env.FAULTS ?? ''] ?? few
const seed = Number(process.env.FC_SEED ?? 20120317)
const bin = resolve('dist/bin/dossier.js')
const hook = resolve('test/faults/fs-hook.mjs')

type Files = Readonly<Record<string, string>>

/** What has been killed so far, with all that a kill is followed by. */
let kills = 0

test.each(Object.entries(writers))('%s', { timeout: 3_600_000 }, (name, words) => {
  const template = baseFor(name)
  const before = filesIn(template)
  const { folder, outcome } = runIn(template, words, 'none', 0)
  const { kill, torn } = JSON.parse(outcome.stdout.trim().split('\n').at(-1) ?? '')
  expect(Math.min(kill, torn)).toBeGreaterThan(0)
  const after = filesIn(folder)
  for (const { kind, at } of killsAmong(kill, torn, name)) {
    const killed = runIn(template, words, kind, at)
    expect(killed.outcome.signal, `${kind} ${at}`).toBe('SIGKILL')
    expectWholeFiles(`${kind} ${at}`, killed.folder, before, after)
    expectTheEnd(`${kind} ${at}`, killed.folder, words, after)
    rmSync(killed.folder, { recursive: true })
    kills++
  }
  rmSync(template, { recursive: true })
})

interface Kill {
  readonly kind: 'kill' | 'torn'
  readonly at: number
}

/** Before each call, and in the middle of each write; a few of them, always the same, where time is short. */
function killsAmong(calls: number, writes: number, name: string): readonly Kill[] {
  const all: Kill[] = []
  for (let at = 1; at <= calls; at++) all.push({ kind: 'kill', at })
  for (let at = 1; at <= writes; at++) all.push({ kind: 'torn', at })
  const length = Math.min(most, all.length)
  const some = fc.subarray(all, { minLength: length, maxLength: length })
  return fc.sample(some, { seed: seed + name.length, numRuns: 1 }).flat()
}

/** Each file is as before or as after the command; of those that must agree all are the same, or the check tells. */
function expectWholeFiles(where: string, folder: string, before: Files, after: Files): void {
  const now = filesIn(folder)
  for (const [path, content] of Object.entries(now)) {
    if (isPassing(path)) continue
    expect([before[path], after[path]], `${path} at ${where}`).toContain(content)
  }
  for (const path of Object.keys(before))
    expect([now[path], after[path]], path).toContain(now[path])
  const data = (files: Files) =>
    Object.fromEntries(Object.entries(files).filter(([path]) => /^graph-data\/[^.]/.test(path)))
  const isAgreed = [before, after].some((files) => sameFiles(data(files), data(now)))
  if (isAgreed) return
  const { stdout, status } = run(folder, ['check', '--json'])
  expect(
    [JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code), status],
    where,
  ).toEqual([expect.arrayContaining(['unfinished-change']), 1])
}

/** Once more, nobody disturbs it: what is there is what would be there, and nothing lies about. */
function expectTheEnd(where: string, folder: string, words: readonly string[], after: Files): void {
  const { stdout, stderr, status } = run(folder, words)
  expect(`${stdout}${stderr}`, where).not.toMatch(/\n {4}at /)
  const now = filesIn(folder)
  const [shown, wanted] = [now, after].map((files) =>
    Object.fromEntries(Object.entries(files).filter(([path]) => !isPassing(path))),
  )
  expect(shown, `${where}: ${stderr} ${status}`).toEqual(wanted)
  const left = /\.tmp|site\.lock|\/changes\//
  expect(
    Object.keys(now).filter((path) => left.test(path)),
    where,
  ).toEqual([])
}

function isPassing(path: string): boolean {
  return path.includes('.dossier/') || /\.\d+\.tmp(\/|$)|\.lock$/.test(path)
}

test('a receipt: the next check says the same', { timeout: 900_000 }, async () => {
  const sound = baseFor('check')
  const folders = Array.from({ length: ofReceipts }, () => copyOf(sound))
  // What was changed just now gets no receipt.
  await delay(2_100)
  const { stdout } = run(sound, ['check', '--no-cache'])
  rmSync(sound, { recursive: true })
  for (const [index, folder] of folders.entries()) {
    const kind = index % 2 === 0 ? 'kill' : 'torn'
    if (faulted(folder, ['check'], kind, (index >> 1) + 1).signal === 'SIGKILL') kills++
    for (let time = 0; time < 2; time++) expect(run(folder, ['check']).stdout).toBe(stdout)
    expect(Object.keys(filesIn(folder)).filter((path) => path.endsWith('.tmp'))).toEqual([])
  }
})

test('rename over many files, killed at random moments', { timeout: 3_600_000 }, async () => {
  const folder = baseFor('rename')
  for (let n = 0; n < 150; n++) {
    const text = `type: person\nname: Person ${n}\nrelations: [{ based-in: bergen, cite: ledger }]\n`
    writeFileSync(join(folder, `graph-data/people/p${n}.yaml`), text)
  }
  const words = ['rename', 'bergen', 'bjorgvin']
  const whole = copyOf(folder)
  const began = performance.now()
  run(whole, words)
  const longest = performance.now() - began
  const [before, after] = [filesIn(folder), filesIn(whole)]
  const moments = fc.sample(fc.double({ min: 0.2, max: 1, noNaN: true }), {
    seed,
    numRuns: atRandom,
  })
  for (const moment of moments) {
    const tried = copyOf(folder)
    const child = spawn(process.execPath, [bin, ...words], { cwd: tried, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))
    await delay(moment * longest)
    child.kill('SIGKILL')
    if ((await ended) === 'SIGKILL') kills++
    expectWholeFiles(String(moment), tried, before, after)
    expectTheEnd(String(moment), tried, words, after)
    rmSync(tried, { recursive: true })
  }
  rmSync(folder, { recursive: true })
})

test('enough has been killed', () => {
  console.log(`Killed and gone on from: ${kills} times.`)
  expect(kills).toBeGreaterThanOrEqual(process.env.FAULTS ? 200 : Object.keys(writers).length)
})

function runIn(template: string, words: readonly string[], kind: string, at: number) {
  const folder = copyOf(template)
  return { folder, outcome: faulted(folder, words, kind, at) }
}

function copyOf(template: string): string {
  const folder = join(emptyFolder(), 'base')
  mkdirSync(folder)
  cpSync(template, folder, { recursive: true })
  return folder
}

function faulted(folder: string, words: readonly string[], kind: string, at: number) {
  const env = {
    ...process.env,
    FAULT_ROOT: folder,
    FAULT_KIND: kind,
    FAULT_AT: String(at),
    FAULT_COUNT: '1',
  }
  return spawnSync(process.execPath, ['--import', hook, bin, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env,
  })
}

function run(folder: string, words: readonly string[]) {
  return spawnSync(process.execPath, ['--import', hook, bin, ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
}

function sameFiles(a: Files, b: Files): boolean {
  const paths = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...paths].every((path) => a[path] === b[path])
}

function filesIn(folder: string, below = ''): Record<string, string> {
  const files: Record<string, string> = {}
  for (const name of readdirSync(join(folder, below))) {
    const path = below === '' ? name : `${below}/${name}`
    const state = lstatSync(join(folder, path))
    if (state.isDirectory()) Object.assign(files, filesIn(folder, path))
    else files[path] = readFileSync(join(folder, path), 'latin1')
  }
  return files
}
