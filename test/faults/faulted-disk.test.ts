import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { emptyFolder } from '../cli/run-dossier.ts'
import { baseFor, readers, writers } from './commands.ts'

// Every call to the disk goes wrong once, in every way in which it can: the command either does all it was asked
// for, or says which file is the reason and leaves every file as it was.

interface Run {
  readonly stdout: string
  readonly stderr: string
  readonly code: number
  /** What has escaped: a trace is no message. */
  readonly mistakes: readonly string[]
}

type Files = Readonly<Record<string, string>>

interface Faulted extends Run {
  readonly kind: string
  readonly at: number
  /** The call that went wrong, and its file. */
  readonly hit: string
  readonly files: Files
  /** The same command on the same files, once the disk works again. */
  readonly second: Run
  readonly later: Files
}

/** How many calls of a command go wrong in each way, at most; with FAULTS=all each of them, which takes an hour. */
const some = process.env.FAULTS === 'all' ? 100_000 : 8
const kinds = { EIO: 100_000, ENOSPC: some, EACCES: some, EMFILE: some, short: some }
const seed = Number(process.env.FC_SEED ?? 20120317)

const counts = new Map<string, number>()
afterAll(() => {
  const told = [...counts].map(([kind, count]) => `${count} ${kind}`)
  console.log(`Faults of the disk: ${told.join(', ')}.`)
})

test.each(Object.entries({ ...readers, ...writers }))('%s', { timeout: 900_000 }, (name, words) => {
  const { before, clean, faulted } = runsOf(name, words)
  expect([clean.code, clean.stderr, clean.mistakes, clean.second.mistakes]).toEqual([
    0,
    expect.not.stringContaining('cannot'),
    [],
    [],
  ])
  expect(faulted.filter(({ kind }) => kind === 'EIO').length).toBeGreaterThan(20)
  for (const { kind } of faulted) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  for (const one of faulted) expectWhole(one, clean, before)
  for (const one of faulted) expectRecovery(one, clean)
})

function runsOf(name: string, words: readonly string[]) {
  const template = baseFor(name)
  const task = { work: emptyFolder(), template, words, kinds, old: name in readers, seed }
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [resolve('test/faults/run-faulted.mjs'), JSON.stringify(task)],
    { encoding: 'utf8', maxBuffer: 1 << 30 },
  )
  rmSync(template, { recursive: true })
  expect([stderr, status]).toEqual(['', 0])
  const [first = '', second = '', ...others] = stdout.trim().split('\n')
  const { before } = JSON.parse(first) as { readonly before: Files }
  const clean = JSON.parse(second) as Faulted
  return { before, clean, faulted: others.map((line) => JSON.parse(line) as Faulted) }
}

/** All of it, or nothing and a word about it. */
function expectWhole(run: Faulted, clean: Faulted, before: Files): void {
  const where = `${run.kind} ${run.at}: ${run.hit}\n${run.stdout.slice(0, 500)}${run.stderr}`
  expect.soft(run.mistakes, where).toEqual([])
  const isDone = run.code === clean.code && run.stdout === clean.stdout
  const [now, after] = [shown(run.files), shown(clean.files)]
  if (isDone && run.stderr === clean.stderr) {
    expect.soft(now, where).toEqual(after)
    return
  }
  expect.soft([1, 2], where).toContain(run.code)
  // An export, unlike a site, is made of what could be read, and says what could not.
  const isOfTheRest = run.code === 1 && run.stderr.includes('The data has')
  const hit = run.hit.replace(/^\S+ (graph-data\/)?/, '')
  const told = run.stdout + run.stderr
  if (isOfTheRest || !told.includes(hit)) {
    expect
      .soft(told, where)
      .toMatch(isOfTheRest ? hit : /[\w-]+\.(yaml|json|html|gexf|csv|ts)|BASE|"[\w/.-]+"/)
  }
  for (const [path, content] of Object.entries(now)) {
    if (isOfTheRest && !path.startsWith('graph-data/')) continue
    expect.soft([before[path], after[path]], `${path} after ${where}`).toContain(content)
  }
}

/** Once the disk works all is as if it had never failed, and nothing is left lying about. */
function expectRecovery(run: Faulted, clean: Faulted): void {
  const where = `${run.kind} ${run.at}: ${run.hit}\n${run.second.stdout.slice(0, 500)}${run.second.stderr}`
  expect.soft(run.second.mistakes, where).toEqual([])
  expect.soft([clean.files, clean.later].map(shown), where).toContainEqual(shown(run.later))
  const left = Object.keys(run.later).filter((path) =>
    /\.tmp\b|site\.lock|changes\/plan/.test(path),
  )
  expect.soft(left, where).toEqual([])
}

/** Without the drawer, in which there is only what can be made anew, and locks, which the next writer takes over. */
function shown(files: Files): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => !/\.dossier\/|\.lock$/.test(path)),
  )
}
