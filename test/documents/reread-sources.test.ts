import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readSources, type Sources } from '../../src/documents/read-sources.ts'
import { areSame, rereadSources } from '../../src/documents/reread-sources.ts'

vi.mock(import('../../src/documents/read-sources.ts'), { spy: true })

let folder = ''
let last: Sources

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-'))
  for (const path of ['a.yaml', 'b/b.yaml', 'c.yaml']) write(path, 'a: 1\n')
  writeFileSync(join(folder, 'latin.yaml'), Buffer.from([0xff]))
  last = await readSources(folder)
  vi.mocked(readSources).mockClear()
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Reads again what is dirty, and tells whether for this the whole folder was read. */
async function reread(...dirty: string[]) {
  const now = await rereadSources(folder, last, new Set(dirty))
  return { now, isWhole: vi.mocked(readSources).mock.calls.length > 0 }
}

function pathsOf({ files }: Sources): string[] {
  return files.map(({ path }) => path)
}

test('a file that was written is read, and no other', async () => {
  write('c.yaml', 'c: 2\n')
  write('a.yaml', 'unseen: 2\n')
  const { now, isWhole } = await reread('c.yaml')
  expect(isWhole).toBe(false)
  expect(now.files.map(({ text }) => text)).toEqual(['a: 1\n', 'a: 1\n', 'c: 2\n'])
  expect(now.diagnostics).toEqual(last.diagnostics)
})

test('a new file gets its place, and one that is gone loses it', async () => {
  write('b/a.yaml', 'new: 1\n')
  rmSync(join(folder, 'c.yaml'))
  const { now, isWhole } = await reread('b/a.yaml', 'c.yaml')
  expect(isWhole).toBe(false)
  expect(pathsOf(now)).toEqual(['a.yaml', 'b/a.yaml', 'b/b.yaml'])
})

test('a file that can be read at last is no longer told', async () => {
  expect(last.diagnostics.map(({ code }) => code)).toEqual(['not-utf8'])
  write('latin.yaml', 'a: 1\n')
  const { now, isWhole } = await reread('latin.yaml')
  expect(isWhole).toBe(false)
  expect(pathsOf(now)).toContain('latin.yaml')
  expect(now.diagnostics).toEqual([])
})

test('where nothing has changed the answer is the last one itself', async () => {
  expect((await reread('a.yaml', 'b/b.yaml', 'nowhere.yaml')).now).toBe(last)
  expect(await rereadSources(folder, last, 'all')).toBe(last)
})

test('all is read where nobody can say what has changed', async () => {
  write('c.yaml', 'c: 2\n')
  const now = await rereadSources(folder, last, 'all')
  expect(vi.mocked(readSources)).toHaveBeenCalledOnce()
  expect(now.files.at(-1)?.text).toBe('c: 2\n')
})

test.each([
  ['a folder', 'b', () => {}],
  ['a path outside', '../x.yaml', () => {}],
  ['a file that nearly is YAML', 'note.yml', () => write('note.yml', 'a: 1\n')],
  ['a link that is no YAML', 'note.txt', () => symlinkSync('a.yaml', join(folder, 'note.txt'))],
  ['a folder that is gone', 'b', () => rmSync(join(folder, 'b'), { recursive: true })],
  ['a folder that was no file', 'd', () => write('d/d.yaml', 'a: 1\n')],
  ['a link', 'c.yaml', () => replace('c.yaml', (path) => symlinkSync('a.yaml', path))],
  ['a folder in place of a file', 'c.yaml', () => replace('c.yaml', (path) => mkdirSync(path))],
  ['a link to nowhere', 'd.yaml', () => symlinkSync('nowhere', join(folder, 'd.yaml'))],
])('for %s the whole folder is read', async (_, path, change) => {
  change()
  expect((await reread(path)).isWhole).toBe(true)
})

test.each([
  ['is there', () => write('a.yaml~', 'a\n')],
  ['is gone again', () => {}],
])(
  'a file that an editor writes beside another and that %s is not looked at',
  async (_, change) => {
    change()
    write('a.yaml', 'a: 2\n')
    const { now, isWhole } = await reread('a.yaml~', '4913', 'a.yaml')
    expect(isWhole).toBe(false)
    expect(now.files[0]?.text).toBe('a: 2\n')
  },
)

test('all is read where a folder has given way to a link, which is not gone through', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'dossier-outside-'))
  writeFileSync(join(outside, 'b.yaml'), 'secret: 1\n')
  rmSync(join(folder, 'b'), { recursive: true })
  symlinkSync(outside, join(folder, 'b'))
  const { now, isWhole } = await reread('b/b.yaml')
  expect(isWhole).toBe(true)
  expect(pathsOf(now)).toEqual(['a.yaml', 'c.yaml'])
  rmSync(outside, { recursive: true })
})

test('all is read where the name of a file is no text', async () => {
  writeFileSync(
    Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.yaml')]),
    'a: 1\n',
  )
  const { now, isWhole } = await reread('caf\ufffd.yaml')
  expect(isWhole).toBe(true)
  expect(now.diagnostics.map(({ code }) => code)).toContain('unreadable-file')
})

test('a folder that is gone rejects as the first look does', async () => {
  rmSync(folder, { recursive: true })
  await expect(rereadSources(folder, last, 'all')).rejects.toMatchObject({ code: 'ENOENT' })
})

test('sources are the same if paths, texts and what is told are', () => {
  const [first, ...rest] = last.files
  if (first === undefined) throw new Error('The folder has files.')
  expect(areSame(last, { ...last, files: [...last.files] })).toBe(true)
  expect(areSame(last, { ...last, files: rest })).toBe(false)
  expect(areSame({ ...last, files: rest }, last)).toBe(false)
  expect(areSame({ ...last, files: last.files.slice(0, -1) }, last)).toBe(false)
  expect(areSame(last, { ...last, files: [{ ...first, text: 'b: 1\n' }, ...rest] })).toBe(false)
  expect(areSame(last, { ...last, files: [{ ...first, path: 'a0.yaml' }, ...rest] })).toBe(false)
  expect(areSame(last, { ...last, diagnostics: [] })).toBe(false)
  expect(areSame(last, { ...last, diagnostics: structuredClone(last.diagnostics) })).toBe(true)
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function replace(path: string, put: (path: string) => void): void {
  rmSync(join(folder, path))
  put(join(folder, path))
}
