import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import * as disk from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { finishInterrupted } from '../../src/cli/open-to-write.ts'
import { writeChanges } from '../../src/cli/write-changes.ts'
import { WrongUse } from '../../src/cli/wrong-use.ts'
import type { FileChange } from '../../src/edits/file-change.ts'
import { emptyFolder } from '../cli/run-dossier.ts'

// The disk as it is, until a test lets one step fail.
vi.mock(import('node:fs/promises'), async (importOriginal) => {
  const original = await importOriginal()
  return { ...original, rename: vi.fn(original.rename), rm: vi.fn(original.rm) }
})

const before = { 'a.yaml': 'a\n', 'b/b.yaml': '\ufeffb\r\n', 'c.yaml': 'c\n' }
const changes: readonly FileChange[] = [
  { path: 'a.yaml', before: 'a\n', after: 'A\n' },
  { path: 'b/b.yaml', before: '\ufeffb\r\n', after: undefined },
  { path: 'b/new.yaml', before: undefined, after: '\ufeffb\r\n' },
  { path: 'c.yaml', before: 'c\n', after: 'C\n' },
]
const after = { 'a.yaml': 'A\n', 'b/new.yaml': '\ufeffb\r\n', 'c.yaml': 'C\n' }

let folder = ''
let outside = ''
beforeEach(() => {
  const top = emptyFolder()
  ;[folder, outside] = [join(top, 'in'), join(top, 'out')]
  mkdirSync(outside)
  for (const [path, text] of Object.entries(before)) write(path, text)
})
afterEach(() => void vi.resetAllMocks())

test('writes, makes and deletes, and leaves nothing else', async () => {
  await writeChanges(folder, changes)
  expect(onDisk()).toEqual(after)
})

test('a file keeps its permissions, also under another name', async () => {
  chmodSync(join(folder, 'a.yaml'), 0o600)
  chmodSync(join(folder, 'b/b.yaml'), 0o640)
  await writeChanges(folder, changes)
  const modes = ['a.yaml', 'b/new.yaml'].map((path) => statSync(join(folder, path)).mode & 0o777)
  expect(modes).toEqual([0o600, 0o640])
})

test('a file that is not what the change was made from: nothing is touched', async () => {
  write('c.yaml', 'changed\n')
  await expect(writeChanges(folder, changes)).rejects.toThrow(
    'Nothing was changed, because "c.yaml" was changed by someone else in this moment. Try again.',
  )
  expect(onDisk()).toEqual({ ...before, 'c.yaml': 'changed\n' })
})

test('a file that changes while the others are prepared: nothing is touched either', async () => {
  vi.mocked(disk.rm).mockImplementationOnce(async () => write('c.yaml', 'changed\n'))
  await expect(writeChanges(folder, changes)).rejects.toThrow('"c.yaml" was changed')
  expect(onDisk()).toEqual({ ...before, 'c.yaml': 'changed\n' })
})

test('a file that is gone, and a new one that is there', async () => {
  await expect(writeChanges(folder, [change('x.yaml', 'x', 'y')])).rejects.toThrow('"x.yaml" was')
  await expect(writeChanges(folder, [change('c.yaml', undefined, 'y')])).rejects.toThrow(
    'Nothing was changed, because "c.yaml" is there already.',
  )
  expect(onDisk()).toEqual(before)
})

test('no link is followed, neither of a file nor of a folder nor beside the file', async () => {
  writeFileSync(join(outside, 'c.yaml'), 'c\n')
  symlinkSync('../out/c.yaml', join(folder, 'link.yaml'))
  symlinkSync('../out', join(folder, 'far'))
  symlinkSync('../out/c.yaml', join(folder, `c.yaml.${process.pid}.tmp`))
  for (const path of ['link.yaml', 'far/c.yaml']) {
    await expect(writeChanges(folder, [change(path, 'c\n', 'C\n')])).rejects.toThrow(WrongUse)
  }
  await expect(writeChanges(folder, [change('far/d.yaml', undefined, 'D')])).rejects.toThrow('far')
  await writeChanges(folder, [change('c.yaml', 'c\n', 'C\n')])
  expect(readFileSync(join(folder, 'c.yaml'), 'utf8')).toBe('C\n')
  expect(readFileSync(join(outside, 'c.yaml'), 'utf8')).toBe('c\n')
  expect(readdirSync(outside)).toEqual(['c.yaml'])
})

test('no file becomes larger than the reader takes', async () => {
  const huge = change('a.yaml', 'a\n', 'é'.repeat(600_000))
  await expect(writeChanges(folder, [huge])).rejects.toThrow('larger than 1 MiB')
})

test.each([1, 2, 3])('when replacing file %d fails, all is as before', async (nth) => {
  const error = Object.assign(new Error('full'), { code: 'ENOSPC', path: 'some.yaml' })
  await failAt(nth, error)
  await expect(writeChanges(folder, changes)).rejects.toThrow(
    /^Nothing was changed, because "[^"]*\.yaml" cannot be written: the disk is full\.$/,
  )
  expect(onDisk()).toEqual(before)
})

test('when the way back fails too, it tells what is changed and what is not', async () => {
  const error = Object.assign(new Error('gone'), { code: 'EROFS' })
  await failAt(2, error, 9)
  await expect(writeChanges(folder, changes)).rejects.toThrow(
    'This was done in part only: the disk is read-only. Changed: b/new.yaml. Not changed: a.yaml, c.yaml, b/b.yaml. When the disk takes files again, run "dossier check --fix"',
  )
  const { '.dossier/changes/plan.json': plan, ...others } = onDisk()
  expect(plan).toContain('b/new.yaml')
  expect(others).toMatchObject({ ...before, 'b/new.yaml': '\ufeffb\r\n' })
  vi.resetAllMocks()
  await finishInterrupted(folder, false)
  expect(onDisk()).toEqual(before)
})

/** Lets the nth and some further steps that put a file in its place, or take one away, fail. */
async function failAt(nth: number, error: Error, times = 1): Promise<void> {
  const { rename, rm } = await vi.importActual<typeof disk>('node:fs/promises')
  let count = 0
  const fails = (path: unknown) => {
    if (!String(path).endsWith('.yaml')) return false
    count++
    return count >= nth && count < nth + times
  }
  vi.mocked(disk.rename).mockImplementation(async (from, to) => {
    if (fails(to)) throw error
    await rename(from, to)
  })
  vi.mocked(disk.rm).mockImplementation(async (path, options) => {
    if (fails(path)) throw error
    await rm(path, options)
  })
}

function change(path: string, from: string | undefined, to: string): FileChange {
  return { path, before: from, after: to }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** Of the data; what stays of the work is no more than the drawer itself. */
function onDisk(): Record<string, string> {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const paths = all.filter((path) => !/^\.dossier(\/\.gitignore)?$/.test(path))
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )
}
