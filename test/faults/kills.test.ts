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
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyFolder } from '../cli/run-dossier.ts'
import { faultyBase, writers } from './commands.ts'

// `kill -9` before each call that changes something on the disk, and in the middle of writes. Whatever is on the disk then
// is whole, and the same command, run again, ends where it would have ended.

const isAll = process.env.FAULTS === 'all'
const seed = Number(process.env.FC_SEED ?? 20120317)
const bin = resolve('dist/bin/dossier.js')
const hook = resolve('test/faults/fs-hook.mjs')

type Files = Readonly<Record<string, string>>

let sound = ''
let wrong = ''
beforeAll(() => {
  sound = faultyBase(true)
  wrong = faultyBase(false)
})
afterAll(() => {
  for (const folder of [sound, wrong]) rmSync(folder, { recursive: true, force: true })
})

test.each(Object.entries(writers))('%s', { timeout: 3_600_000 }, (name, words) => {
  const template = name === 'check --fix' ? wrong : sound
  const before = filesIn(template)
  const { folder, outcome } = runIn(template, words, 'kill', 0)
  const calls = Number(/(\d+) calls/.exec(outcome.stdout)?.[1])
  expect(calls).toBeGreaterThan(3)
  const after = filesIn(folder)
  for (const { kind, at } of killsAmong(calls, name)) {
    const killed = runIn(template, words, kind, at)
    if (killed.outcome.signal === null) continue
    expect(killed.outcome.signal).toBe('SIGKILL')
    expectWholeFiles(`${kind} ${at}`, killed.folder, before, after)
    expectTheEnd(`${kind} ${at}`, killed.folder, words, after)
    rmSync(killed.folder, { recursive: true })
  }
})

interface Kill {
  readonly kind: 'kill' | 'torn'
  readonly at: number
}

/** Before each call, and in the middle of each write; a few of them, always the same, where time is short. */
function killsAmong(calls: number, name: string): readonly Kill[] {
  const all = Array.from({ length: calls }, (_, at) => ({ kind: 'kill', at: at + 1 }) as const)
  const torn = all.slice(0, Math.ceil(calls / 3)).map(({ at }) => ({ kind: 'torn', at }) as const)
  if (isAll) return [...all, ...torn]
  const some = fc.subarray([...all, ...torn], { minLength: 2, maxLength: 2 })
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
  expect(
    Object.keys(now).filter((path) => /\.tmp|site\.lock|\/changes\//.test(path)),
    where,
  ).toEqual([])
}

function isPassing(path: string): boolean {
  return path.includes('.dossier/') || /\.\d+\.tmp(\/|$)|\.lock$/.test(path)
}

test('a receipt: the next check says the same', { timeout: 900_000 }, async () => {
  const folders = Array.from({ length: isAll ? 12 : 3 }, () => copyOf(sound))
  // What was changed just now gets no receipt.
  await delay(2_100)
  const { stdout } = run(sound, ['check', '--no-cache'])
  for (const [index, folder] of folders.entries()) {
    const kind = index % 2 === 0 ? 'kill' : 'torn'
    faulted(folder, ['check'], kind, (index >> 1) + 1)
    for (let time = 0; time < 2; time++) expect(run(folder, ['check']).stdout).toBe(stdout)
    expect(Object.keys(filesIn(folder)).filter((path) => path.endsWith('.tmp'))).toEqual([])
  }
})

test('rename over many files, killed at random moments', { timeout: 3_600_000 }, async () => {
  const folder = copyOf(sound)
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
    numRuns: isAll ? 40 : 3,
  })
  for (const moment of moments) {
    const tried = copyOf(folder)
    const child = spawn(process.execPath, [bin, ...words], { cwd: tried, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await delay(moment * longest)
    child.kill('SIGKILL')
    await ended
    expectWholeFiles(String(moment), tried, before, after)
    expectTheEnd(String(moment), tried, words, after)
    rmSync(tried, { recursive: true })
  }
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
  return spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8' })
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
