import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { commitPlan, doStep, stageChanges } from '../../src/cli/change-plan.ts'
import { finishInterrupted } from '../../src/cli/open-to-write.ts'
import { readSources } from '../../src/documents/read-sources.ts'
import { emptyFolder } from '../cli/run-dossier.ts'

// What a process left that was killed after so many steps of a change of four files.
const changes = [
  { path: 'new.yaml', before: undefined, after: 'new\n' },
  { path: 'a.yaml', before: 'a\n', after: 'A\n' },
  { path: 'b/b.yaml', before: 'b\n', after: 'B\n' },
  { path: 'old.yaml', before: 'old\n', after: undefined },
]
const before = ['-', 'a\n', 'b\n', 'old\n']
const after = ['new\n', 'A\n', 'B\n', '-']

let folder = ''
beforeEach(() => {
  folder = join(emptyFolder(), 'data')
  mkdirSync(join(folder, 'b'), { recursive: true })
  for (const { path, before } of changes) if (before) write(path, before)
})

async function killedAfter(steps: number): Promise<void> {
  const all = changes.map((change) => ({ ...change, mode: 0o644 }))
  const plan = await stageChanges(folder, all, 'new')
  await commitPlan(folder, plan)
  for (const step of plan.steps.slice(0, steps)) await doStep(folder, step)
}

test.each([1, 2, 3, 4])('after step %d it is told, and finished', async (steps) => {
  await killedAfter(steps)
  const { diagnostics } = await readSources(folder)
  expect(diagnostics.map(({ code }) => code)).toEqual(['unfinished-change'])
  await finishInterrupted(folder, false)
  expect(onDisk()).toEqual(after)
  expectNothingLeft()
})

test('a run that writes nothing refuses to show the half of it', async () => {
  await killedAfter(2)
  await expect(finishInterrupted(folder, true)).rejects.toThrow(/check --fix/)
  expect(onDisk()).toEqual(['new\n', 'A\n', 'b\n', 'old\n'])
})

test('what was only prepared is taken away by the next one who writes', async () => {
  await killedAfter(4)
  rmSync(join(folder, '.dossier/changes/plan.json'))
  await finishInterrupted(folder, true)
  expect(existsSync(join(folder, '.dossier/changes'))).toBe(true)
  await finishInterrupted(folder, false)
  expect(onDisk()).toEqual(after)
  expectNothingLeft()
})

test('before its first step it has not happened', async () => {
  await killedAfter(0)
  await finishInterrupted(folder, false)
  expect(onDisk()).toEqual(before)
  expectNothingLeft()
})

test('who takes the changed files back, as git does, has the new ones taken away', async () => {
  await killedAfter(3)
  write('a.yaml', 'a\n')
  write('b/b.yaml', 'b\n')
  await finishInterrupted(folder, false)
  expect(onDisk()).toEqual(before)
  expectNothingLeft()
})

test('where people have gone on, nothing is touched and all is told', async () => {
  await killedAfter(2)
  write('b/b.yaml', 'by hand\n')
  await expect(finishInterrupted(folder, false)).rejects.toThrow(
    'Changed: new.yaml, a.yaml; not changed: old.yaml; edited since: b/b.yaml.',
  )
  expect(onDisk()).toEqual(['new\n', 'A\n', 'by hand\n', 'old\n'])
})

test('where some files are taken back and others not, nothing is touched either', async () => {
  await killedAfter(3)
  write('a.yaml', 'a\n')
  await expect(finishInterrupted(folder, false)).rejects.toThrow(
    'neither be finished nor taken back',
  )
  expect(onDisk()).toEqual(['new\n', 'a\n', 'B\n', 'old\n'])
})

test('a plan that came along with a copy is not carried out', async () => {
  await killedAfter(2)
  const copy = join(emptyFolder(), 'copy')
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true })
  await expect(finishInterrupted(copy, false)).rejects.toThrow('on another disk or in another copy')
  expect(readFileSync(join(copy, 'b/b.yaml'), 'utf8')).toBe('b\n')
})

test('a plan that is a link, and might be one to what has no end, is not read', async () => {
  await killedAfter(2)
  const plan = join(folder, '.dossier/changes/plan.json')
  renameSync(plan, join(folder, '..', 'plan.json'))
  symlinkSync('../../../plan.json', plan)
  await expect(finishInterrupted(folder, false)).rejects.toThrow('remove "')
  expect(onDisk()).toEqual(['new\n', 'A\n', 'b\n', 'old\n'])
})

test('no link is followed that has taken the place of a folder', async () => {
  await killedAfter(2)
  const outside = join(emptyFolder(), 'outside')
  mkdirSync(outside)
  writeFileSync(join(outside, 'b.yaml'), 'b\n')
  rmSync(join(folder, 'b'), { recursive: true })
  symlinkSync(outside, join(folder, 'b'))
  await expect(finishInterrupted(folder, false)).rejects.toThrow('is a link')
  expect(readFileSync(join(outside, 'b.yaml'), 'utf8')).toBe('b\n')
})

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text)
}

function onDisk(): string[] {
  return changes.map(({ path }) => {
    const file = join(folder, path)
    return existsSync(file) ? readFileSync(file, 'utf8') : '-'
  })
}

function expectNothingLeft(): void {
  const left = ['changes', 'lock'].filter((name) => existsSync(join(folder, '.dossier', name)))
  expect(left).toEqual([])
}
