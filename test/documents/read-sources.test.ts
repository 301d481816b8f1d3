import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { largestFile, readSources } from '../../src/documents/read-sources.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('YAML files below the folder, in order of path, with forward slashes', async () => {
  for (const path of ['b.yaml', 'a/z.yaml', 'a.yaml', 'a-b.yaml', 'a/deep/er.yaml', 'note.txt']) {
    write(path, `path: ${path}\n`)
  }
  const { files, diagnostics } = await readSources(folder)
  expect(diagnostics).toEqual([])
  expect(files).toEqual(
    ['a-b.yaml', 'a.yaml', 'a/deep/er.yaml', 'a/z.yaml', 'b.yaml'].map((path) => ({
      path,
      text: `path: ${path}\n`,
    })),
  )
})

test('hidden files and folders are not the curator’s', async () => {
  write('.git/config.yaml', 'a: 1\n')
  write('.draft.yaml', 'a: 1\n')
  expect(await readSources(folder)).toEqual({ files: [], diagnostics: [] })
})

test('a pipe is reported and not opened', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe.yaml')])
  write('a.yaml', 'a: 1\n')
  expect(await told()).toEqual(['ignored-file pipe.yaml'])
})

test('links are reported and not followed', async () => {
  write('a.yaml', 'a: 1\n')
  symlinkSync('a.yaml', join(folder, 'link.yaml'))
  symlinkSync('nowhere', join(folder, 'broken.yaml'))
  symlinkSync('/dev/zero', join(folder, 'zero.yaml'))
  symlinkSync('..', join(folder, 'up'))
  const { files } = await readSources(folder)
  expect(files.map(({ path }) => path)).toEqual(['a.yaml'])
  expect(await told()).toEqual([
    'ignored-file broken.yaml',
    'ignored-file link.yaml',
    'ignored-file up',
    'ignored-file zero.yaml',
  ])
})

test('a file with another spelling of the extension is not passed over in silence', async () => {
  write('a.yml', 'a: 1\n')
  write('b.YAML', 'a: 1\n')
  expect(await told()).toEqual(['ignored-file a.yml', 'ignored-file b.YAML'])
})

test('a folder with the name of a file is a folder', async () => {
  write('a.yaml/b.yaml', 'a: 1\n')
  const { files, diagnostics } = await readSources(folder)
  expect(files.map(({ path }) => path)).toEqual(['a.yaml/b.yaml'])
  expect(diagnostics).toEqual([])
})

test('a name may hold a newline, an escape character and a leading dash', async () => {
  const names = ['-rf.yaml', 'a\nb.yaml', 'c\u001b[2Jd.yaml', '\u202egnp.yaml']
  for (const name of names) write(name, 'a: 1\n')
  const { files, diagnostics } = await readSources(folder)
  expect(files.map(({ path }) => path)).toEqual(names)
  expect(diagnostics).toEqual([])
})

test('bytes that are no UTF-8 are refused, also those of UTF-16', async () => {
  writeFileSync(join(folder, 'latin.yaml'), Buffer.from('name: Jos\xe9\n', 'latin1'))
  writeFileSync(join(folder, 'utf16.yaml'), Buffer.from('\ufeffname: Ada\n', 'utf16le'))
  write('utf8.yaml', '\ufeffname: José\n')
  const { files } = await readSources(folder)
  expect(files).toEqual([{ path: 'utf8.yaml', text: '\ufeffname: José\n' }])
  expect(await told()).toEqual(['not-utf8 latin.yaml', 'not-utf8 utf16.yaml'])
  const { diagnostics } = await readSources(folder)
  expect(diagnostics.map(({ message }) => message.split(/[:,]/)[0])).toEqual([
    'This file is not UTF-8',
    'This file is UTF-16',
  ])
})

test('a file of the largest size is read, and one of a byte more is not', async () => {
  write('most.yaml', '#'.repeat(largestFile))
  write('more.yaml', '#'.repeat(largestFile + 1))
  const { files } = await readSources(folder)
  expect(files.map(({ path }) => path)).toEqual(['most.yaml'])
  expect(await told()).toEqual(['file-too-large more.yaml'])
})

test('how large a file is that is too large is told', async () => {
  write('a.yaml', '#'.repeat(3.5 * 1024 * 1024))
  const { diagnostics } = await readSources(folder)
  expect(diagnostics[0]?.message).toContain('has 3.5 MiB; at most 1.0 MiB')
})

test('more files than are opened at once are all read', async () => {
  const paths = Array.from({ length: 150 }, (_, n) => `${String(n).padStart(3, '0')}.yaml`)
  for (const path of paths) write(path, `n: ${path}\n`)
  const { files } = await readSources(folder)
  expect(files.map(({ path }) => path)).toEqual(paths)
})

// A thread cannot become another user: the runner of test/mutation has threads, and leaves this one out.
test.runIf(isMainThread)('what may not be read is reported, and the rest is read', async () => {
  write('closed/a.yaml', 'a: 1\n')
  write('b.yaml', 'b: 1\n')
  write('c.yaml', 'c: 1\n')
  chmodSync(folder, 0o755)
  chmodSync(join(folder, 'closed'), 0)
  chmodSync(join(folder, 'b.yaml'), 0)
  const { files, diagnostics } = await asNobody(() => readSources(folder))
  chmodSync(join(folder, 'closed'), 0o700)
  expect(files.map(({ path }) => path)).toEqual(['c.yaml'])
  expect(diagnostics.map(({ code, span }) => `${code} ${span.file}`).sort()).toEqual([
    'unreadable-file b.yaml',
    'unreadable-file closed',
  ])
  expect(diagnostics.every(({ message }) => /no permission/.test(message))).toBe(true)
})

test('a name that is no text is reported as such, and is not taken for another file', async () => {
  const bad = Buffer.from([0xff])
  mkdirSync(Buffer.concat([Buffer.from(`${folder}/folder`), bad]))
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), bad, Buffer.from('.yaml')]), 'a: 1\n')
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), bad, Buffer.from('.txt')]), 'a: 1\n')
  write('b.yaml', 'b: 1\n')
  const { files, diagnostics } = await readSources(folder)
  expect(files.map(({ path }) => path)).toEqual(['b.yaml'])
  expect(diagnostics.map(({ span }) => span.file).sort()).toEqual(['folder\ufffd', '\ufffd.yaml'])
  expect(diagnostics.every(({ message }) => /name is not UTF-8/.test(message))).toBe(true)
})

test('UTF-16 that is valid UTF-8 is told as what it is', async () => {
  writeFileSync(join(folder, 'wide.yaml'), Buffer.from('name: Ada\n', 'utf16le'))
  write('nul.yaml', 'name: Ada Lovelace\0\n')
  const { files } = await readSources(folder)
  expect(files.map(({ path }) => path)).toEqual(['nul.yaml'])
  expect(await told()).toEqual(['not-utf8 wide.yaml'])
})

test('an ending that an editor added is told, and its spare copy is not', async () => {
  write('a.yaml.txt', 'a: 1\n')
  write('a.yaml~', 'a: 1\n')
  write('notes.txt', 'a: 1\n')
  expect(await told()).toEqual(['ignored-file a.yaml.txt'])
})

test('a tree of a thousand folders is read to its end', async () => {
  const deep = 'd/'.repeat(1000)
  write(`${deep}a.yaml`, 'a: 1\n')
  const { files, diagnostics } = await readSources(folder)
  expect(files.map(({ path }) => path)).toEqual([`${deep}a.yaml`])
  expect(diagnostics).toEqual([])
})

test('a folder too deep for the system is reported, and the rest is read', async () => {
  write('a.yaml', 'a: 1\n')
  const name = 'd'.repeat(200)
  let at = folder
  for (let depth = 0; depth < 15; depth++) {
    mkdirSync(join(at, name))
    at = join(at, name)
  }
  // The system takes a name of any depth from those who stand near it.
  execFileSync('sh', [
    '-c',
    `cd "$1" && mkdir -p "$2/$2/$2/$2/$2" && cd "$2/$2/$2/$2/$2" && mkdir "$2"`,
    'sh',
    at,
    name,
  ])
  const { files, diagnostics } = await readSources(folder)
  expect(files.map(({ path }) => path)).toEqual(['a.yaml'])
  expect(diagnostics).toHaveLength(1)
  expect(diagnostics[0]?.message).toContain('path is too long')
  execFileSync('rm', ['-rf', folder])
})

test('a folder that is not there rejects with the code of the system', async () => {
  await expect(readSources(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'ENOENT' })
  write('file', '')
  await expect(readSources(join(folder, 'file'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** Nothing is closed to the superuser, whom some machines run tests as. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.getuid?.() === 0
  if (isRoot) process.seteuid?.(65534)
  try {
    return await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

async function told(): Promise<string[]> {
  const { diagnostics } = await readSources(folder)
  return diagnostics.map(({ code, span }) => `${code} ${span.file}`).sort()
}
