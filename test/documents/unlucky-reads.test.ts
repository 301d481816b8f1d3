import { execFileSync } from 'node:child_process'
import fs, {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readSources } from '../../src/documents/read-sources.ts'

// What a disk, or another program, does between two looks at a file. Only what is looked at is watched: the reads are
// those of the system.
let onOpen: (name: string) => void
let onRead: (count: number) => void
let reads = 0
let open = new Set<number>()
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>()
  return {
    ...real,
    openSync: (path: string, flags: number) => {
      onOpen(basename(path))
      const descriptor = real.openSync(path, flags)
      open.add(descriptor)
      return descriptor
    },
    closeSync: (descriptor: number) => {
      open.delete(descriptor)
      real.closeSync(descriptor)
    },
    readSync: (descriptor: number, ...rest: [Buffer, number, number, number]) => {
      onRead(++reads)
      return real.readSync(descriptor, ...rest)
    },
  }
})

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-'))
  onOpen = () => {}
  onRead = () => {}
  reads = 0
  open = new Set()
  mkdirSync(join(folder, 'b'))
  for (const path of ['a.yaml', 'b/b.yaml', 'c.yaml']) writeFileSync(join(folder, path), 'a: 1\n')
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  expect([...open], 'not closed').toEqual([])
})

const at = (path: string) => join(folder, path)

test.each<[what: string, change: () => void, told: string]>([
  ['vanishes', () => unlinkSync(at('b/b.yaml')), 'unreadable-file b/b.yaml vanished'],
  [
    'gives way to a link',
    () => replace(() => symlinkSync('/etc/passwd', at('b/b.yaml'))),
    'unreadable-file b/b.yaml symbolic link',
  ],
  [
    'gives way to a pipe',
    () => replace(() => execFileSync('mkfifo', [at('b/b.yaml')])),
    'ignored-file b/b.yaml pipe',
  ],
  [
    'gives way to a folder',
    () => replace(() => mkdirSync(at('b/b.yaml'))),
    'ignored-file b/b.yaml not a file',
  ],
  [
    'is in a folder that gives way to a link',
    () => swapFolder((outside) => symlinkSync(outside, at('b'))),
    'unreadable-file b replaced',
  ],
  [
    'is in a folder that gives way to another one',
    () => swapFolder((outside) => renameSync(outside, at('b'))),
    'unreadable-file b replaced',
  ],
])('a file that %s once it is listed is told, and the rest is read', async (_, change, told) => {
  onOpen = (name) => name === 'b.yaml' && change()
  const { files, diagnostics } = await readSources(folder)
  expect(files.map(({ path }) => path)).toEqual(['a.yaml', 'c.yaml'])
  expect(files.map(({ text }) => text)).toEqual(['a: 1\n', 'a: 1\n'])
  const [code, file, ...words] = told.split(' ')
  expect(diagnostics).toMatchObject([{ code, span: { file } }])
  expect(diagnostics[0]?.message).toContain(words.join(' '))
})

function replace(put: () => void): void {
  unlinkSync(at('b/b.yaml'))
  put()
}

function swapFolder(put: (outside: string) => void): void {
  const outside = at('.outside')
  mkdirSync(outside)
  writeFileSync(join(outside, 'b.yaml'), 'secret: 1\n')
  renameSync(at('b'), at('.b'))
  put(outside)
}

test('a folder that vanishes once it is listed is told with its file, and the rest is read', async () => {
  onOpen = (name) => name === 'b.yaml' && rmSync(at('b'), { recursive: true })
  const { files, diagnostics } = await readSources(folder)
  expect(files.map(({ path }) => path)).toEqual(['a.yaml', 'c.yaml'])
  expect(diagnostics.map(({ span }) => span.file)).toEqual(['b/b.yaml', 'b'])
})

test('pipes and links are not even opened', async () => {
  execFileSync('mkfifo', [at('pipe.yaml')])
  symlinkSync('a.yaml', at('link.yaml'))
  const opened: string[] = []
  onOpen = (name) => opened.push(name)
  await readSources(folder)
  expect(opened).toEqual(['a.yaml', 'b.yaml', 'c.yaml'])
})

test('who waits for its turn gets it while many files are read', async () => {
  for (let n = 0; n < 250; n++) writeFileSync(at(`d${n}.yaml`), 'a: 1\n')
  let isServed = false
  let opened = 0
  onOpen = () => {
    if (++opened === 1) setImmediate(() => (isServed = true))
    if (opened === 250) expect(isServed).toBe(true)
  }
  const { files, diagnostics } = await readSources(folder)
  expect([files.length, opened]).toEqual([253, 253])
  expect(diagnostics).toEqual([])
})

test('a fault of the disk is told, and the rest is read', async () => {
  onOpen = (name) => {
    if (name === 'b.yaml') throw Object.assign(new Error('i/o error'), { code: 'EIO' })
  }
  const { files, diagnostics } = await readSources(folder)
  expect(files).toHaveLength(2)
  expect(diagnostics[0]?.message).toContain('the disk reports a fault')
})

test.each<[what: string, change: () => void]>([
  ['grows', () => appendFileSync(at('a.yaml'), 'b: 2\n')],
  ['shrinks', () => truncateSync(at('a.yaml'), 2)],
  ['is written over', () => writeFileSync(at('a.yaml'), 'b: 2\n')],
  [
    'shrinks and keeps its time',
    () => {
      truncateSync(at('a.yaml'), 2)
      age('a.yaml')
    },
  ],
])('a file that %s while it is read is read again', async (_, change) => {
  age('a.yaml')
  onRead = (count) => count === 1 && change()
  const { files, diagnostics } = await readSources(folder)
  expect(diagnostics).toEqual([])
  expect(files[0]?.text).toBe(fs.readFileSync(at('a.yaml'), 'utf8'))
})

/** A disk's clock ticks slowly: two times of one test may be the same. */
function age(path: string): void {
  utimesSync(at(path), 0, 0)
}

test('a file that never stops growing is told', async () => {
  onOpen = (name) => {
    onRead =
      name === 'a.yaml' ? () => appendFileSync(at('a.yaml'), `#${'#'.repeat(100_000)}\n`) : () => {}
  }
  const { files, diagnostics } = await readSources(folder)
  expect(files.map(({ path }) => path)).toEqual(['b/b.yaml', 'c.yaml'])
  expect(diagnostics[0]?.message).toContain('keeps changing')
})

test('a file that is empty because it is being saved is looked at once more', async () => {
  truncateSync(at('a.yaml'))
  truncateSync(at('c.yaml'))
  const save = () => writeFileSync(at('a.yaml'), 'a: 2\n')
  onOpen = (name) => {
    if (name !== 'c.yaml') return
    setTimeout(save)
    onOpen = () => {}
  }
  const { files } = await readSources(folder)
  expect(files.map(({ text }) => text)).toEqual(['a: 2\n', 'a: 1\n', ''])
})
