import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSources } from '../../src/documents/read-sources.ts'
import { type FileState, listEntries, stampFolder } from '../../src/documents/stamp-folder.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-'))
  for (const path of ['a.yaml', 'b/b.yaml', 'note.txt']) write(path, 'a: 1\n')
  mkdirSync(join(folder, 'empty'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Long after all that was written. */
function later(): number {
  return statSync(folder).ctimeMs + 1_000_000
}

function stamp(now: number) {
  const entries = listEntries(folder)
  return entries && stampFolder(folder, entries, now)
}

function hash(): string | undefined {
  return stamp(later())?.hash
}

test('the paths of the YAML files', () => {
  write('c.yml', 'a: 1\n')
  write('.draft.yaml', 'a: 1\n')
  write('.git/config.yaml', 'a: 1\n')
  mkdirSync(join(folder, 'd.yaml'))
  const paths = stamp(later())?.paths
  expect([...(paths ?? [])].sort()).toEqual(['a.yaml', 'b/b.yaml'])
})

test('a folder in which nothing happens has one stamp', () => {
  expect(hash()).toMatch(/^[0-9a-f]{64}$/)
  expect(hash()).toBe(hash())
})

test.each([
  ['a file that grows', () => write('b/b.yaml', 'a: 12\n')],
  ['a file of the same size that is written', () => touch('a.yaml')],
  ['a new file', () => write('c.yaml', '')],
  ['a new file that is told and not read', () => write('c.yml', '')],
  ['a new folder', () => mkdirSync(join(folder, 'c'))],
  ['a new link', () => symlinkSync('a.yaml', join(folder, 'link'))],
  ['a file that is gone', () => rmSync(join(folder, 'a.yaml'))],
  ['a file of another name', () => renameSync(join(folder, 'a.yaml'), join(folder, 'c.yaml'))],
  ['a folder of another name', () => renameSync(join(folder, 'empty'), join(folder, 'c'))],
  [
    'a link in place of a folder',
    () => {
      rmSync(join(folder, 'empty'), { recursive: true })
      symlinkSync('b', join(folder, 'empty'))
    },
  ],
  ['a file in another folder', () => renameSync(join(folder, 'b/b.yaml'), join(folder, 'b.yaml'))],
  [
    'a file in place of another',
    () => {
      write('spare.txt', 'b: 1\n')
      renameSync(join(folder, 'spare.txt'), join(folder, 'a.yaml'))
    },
  ],
])('%s changes it', (_, change) => {
  const before = hash()
  change()
  expect(hash()).toBeDefined()
  expect(hash()).not.toBe(before)
})

test.each([
  ['a file that nobody reads', () => write('note.txt', 'other words\n')],
  ['a file that nobody reads, in a folder', () => write('b/note.txt', 'other words\n')],
  ['a hidden file', () => write('.draft.yaml', 'a: 1\n')],
  ['a hidden folder', () => write('.git/a.yaml', 'a: 1\n')],
])('%s does not', (_, change) => {
  const before = hash()
  change()
  expect(hash()).toBe(before)
})

test('what was changed just now may change again unseen, and has none', () => {
  const { ctimeMs } = statSync(join(folder, 'b/b.yaml'))
  const latest = Math.max(ctimeMs, statSync(join(folder, 'a.yaml')).ctimeMs)
  expect(stamp(latest)).toBeUndefined()
  expect(stamp(latest + 1_999)).toBeUndefined()
  expect(stamp(latest + 2_001)).toBeDefined()
})

test('a time of change in the future is no time to trust', () => {
  const now = later()
  utimesSync(join(folder, 'a.yaml'), 0, now / 1000)
  expect(stamp(now)).toBeUndefined()
  utimesSync(join(folder, 'a.yaml'), 0, 0)
  expect(stamp(later())).toBeDefined()
})

test('a folder that cannot be looked at has none', () => {
  expect(listEntries(join(folder, 'nowhere'))).toBeUndefined()
})

test('what the reader has seen of the files serves as well as another look', async () => {
  write('c.yml', 'a: 1\n')
  const states = new Map<string, FileState>()
  await readSources(folder, (path, state) => void states.set(path, state))
  const entries = listEntries(folder) ?? []
  const now = later()
  expect([...states.keys()].sort()).toEqual(['a.yaml', 'b/b.yaml'])
  expect(stampFolder(folder, entries, now, states)).toEqual(stampFolder(folder, entries, now))
  touch('a.yaml')
  expect(stampFolder(folder, entries, now, states)?.hash).not.toBe(hash())
})

test('a file that goes after the listing leaves nothing to trust', () => {
  const entries = listEntries(folder) ?? []
  rmSync(join(folder, 'a.yaml'))
  expect(stampFolder(folder, entries, later())).toBeUndefined()
})

describe('of states that are known', () => {
  const at = (time: number): FileState => ({ ino: 1, size: 22, mtimeMs: time, ctimeMs: time - 3 })
  const entries = [
    { path: 'b.yaml', kind: 'file' },
    { path: 'link', kind: 'other' },
    { path: 'a', kind: 'folder' },
  ] as const

  test('the stamp is the hash of a line for each, in order of path, and of nothing else', () => {
    const known = new Map([['b.yaml', at(1000)]])
    const lines = ['a\0folder', 'b.yaml\x001 22 1000 997', 'link\0other']
    const expected = createHash('sha256').update(lines.join('\n')).digest('hex')
    expect(stampFolder(folder, entries, 9000, known)?.hash).toBe(expected)
    expect(stampFolder(folder, [...entries].reverse(), 9000, known)?.hash).toBe(expected)
  })

  test('two seconds must have gone by since the later of both times', () => {
    const known = new Map([['b.yaml', at(1000)]])
    expect(stampFolder(folder, entries, 2999, known)).toBeUndefined()
    expect(stampFolder(folder, entries, 3000, known)).toBeDefined()
  })
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** Writes the same again, at another time. */
function touch(path: string): void {
  const { mtimeMs } = statSync(join(folder, path))
  utimesSync(join(folder, path), 0, (mtimeMs - 5_000) / 1000)
}
