import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { readSources } from '../../src/documents/read-sources.ts'
import { baseWith, dossier, emptyFolder } from '../cli/run-dossier.ts'

test('rename on the shipped data and back', async () => {
  const folder = shippedData()
  const before = await bytesOf(folder)
  const { stdout, stderr, code } = dossier(['rename', 'imu', 'islamic-movement'], folder)
  expect(stderr).toBe('Renamed imu to islamic-movement: 15 references in 14 files.\n')
  expect([stdout, code]).toEqual(['', 0])
  expect(dossier(['check', '--strict'], folder).code).toBe(0)
  expect(dossier(['path', 'makhdum-nusrat', 'islamic-movement'], folder).code).toBe(0)
  expect(dossier(['rename', 'islamic-movement', 'imu'], folder).code).toBe(0)
  expect(await bytesOf(folder)).toEqual(before)
})

test('--dry-run writes nothing, and git applies what it prints', async () => {
  const folder = repository()
  // Windows line ends, a byte order mark, no line end at the end, and a name that git quotes.
  const odd =
    '\ufefftype: armed-group\r\nname: Odd\r\nrelations: [{ allied-with: imu, cite: lwj-nusrat#p1 }]'
  writeFileSync(join(folder, 'graph-data/groups/ödd one.yaml'), odd)
  git(folder, 'add', '.')
  const before = await bytesOf(folder)
  for (const words of [
    ['rename', 'imu', 'islamic-movement'],
    ['rename', 'lwj-nusrat', 'lwj'],
    ['merge', 'coalition-forces', 'into', 'isaf'],
  ]) {
    const { stdout, stderr, code } = dossier([...words, '--dry-run'], folder)
    expect(stderr).toContain('Nothing was written. It would change')
    expect(code).toBe(0)
    expect(await bytesOf(folder)).toEqual(before)
    expect(dossier(words, folder).code).toBe(0)
    const after = await bytesOf(folder)
    expect(after).not.toEqual(before)
    git(folder, 'checkout', '--', '.')
    git(folder, 'clean', '-fdq')
    writeFileSync(join(folder, '../change.patch'), stdout)
    git(folder, 'apply', '../change.patch')
    expect(await bytesOf(folder)).toEqual(after)
    git(folder, 'checkout', '--', '.')
    git(folder, 'clean', '-fdq')
  }
})

test.each([[['bryggen', 'into', 'bergen']], [['bryggen', 'bergen']]])('merge %j', (words) => {
  const cities = {
    'cities/bryggen.yaml': 'type: city\nname: Bryggen\n',
    'people/knut.yaml':
      'type: person\nname: Knut\nrelations: [{ based-in: bryggen, cite: ledger }]\n',
  }
  const folder = baseWith(cities)
  const { stdout, stderr, code } = dossier(['merge', ...words, '--reason', 'One quay.'], folder)
  expect(stderr).toBe('Merged bryggen into bergen: 1 reference in 3 files.\n')
  expect([stdout, code]).toEqual(['', 0])
  expect(dossier(['check', '--strict'], folder).code).toBe(0)
  expect(dossier(['find', 'bryggen'], folder).stdout).toContain('bergen')
  const record = readFileSync(join(folder, 'graph-data/identity.yaml'), 'utf8')
  expect(record).toBe('# Merged: bryggen (Bryggen) is now bergen. One quay.\nsame: []\n')
})

test('merge with another word between', () => {
  const { stderr, code } = dossier(['merge', 'bruges', 'with', 'bergen'], baseWith())
  expect(stderr).toBe('Write it as "dossier merge bruges into bergen".\n')
  expect(code).toBe(2)
})

test('--json tells the same to a script', () => {
  const folder = baseWith()
  const words = ['rename', 'hildebrand', 'h', '--json']
  const { patch, ...dry } = JSON.parse(dossier([...words, '--dry-run'], folder).stdout)
  expect(patch).toContain('rename to graph-data/people/h.yaml')
  expect(JSON.parse(dossier(words, folder).stdout)).toEqual(dry)
  expect(dry).toEqual({
    version: 1,
    references: 0,
    written: ['people/h.yaml'],
    deleted: ['people/hildebrand.yaml'],
    remarks: [],
  })
})

test('a refusal names the places and is exit 2', () => {
  const folder = baseWith({ 'people/knut.yaml': 'type: person\nname: "of bergen\n' })
  const { stdout, stderr, code } = dossier(['rename', 'bergen', 'x'], folder)
  expect(stderr).toBe(
    '"bergen" is written in a file that cannot be read, so it cannot be changed there. Mend the file first; "dossier check" shows how: people/knut.yaml:2:11.\n',
  )
  expect([stdout, code]).toEqual(['', 2])
})

test('changes nothing where the disk does not give all the files', () => {
  const folder = baseWith()
  const { stderr, code } = dossier(['rename', 'bergen', 'x'], folder, {
    NODE_OPTIONS: `--import ${pathToFileURL(resolve('test/faults/fs-hook.mjs'))}`,
    FAULT_ROOT: join(folder, 'graph-data/guilds'),
    FAULT_KIND: 'EIO',
    FAULT_AT: '1',
  })
  expect([stderr, code]).toEqual([
    'Nothing was changed, because "guilds" may matter for it. This cannot be read: the disk reports a fault. Check the disk, or take the file from a copy.\n',
    2,
  ])
  expect(readFileSync(join(folder, 'graph-data/cities/cities.yaml'), 'utf8')).toContain('bergen:')
})

test('tells of files that were not searched', () => {
  const folder = baseWith({ 'people/knut.yml': 'type: person\n' })
  expect(dossier(['rename', 'hildebrand', 'h'], folder).stderr).toBe(
    'Renamed hildebrand to h: 0 references in 1 file.\nThis file was not searched, because Dossier cannot read it: people/knut.yml.\n',
  )
  expect(readFileSync(join(folder, 'graph-data/people/h.yaml'), 'utf8')).toContain('Hildebrand')
})

function shippedData(): string {
  const folder = emptyFolder()
  cpSync('graph-data', join(folder, 'graph-data'), { recursive: true })
  return folder
}

function repository(): string {
  const folder = join(emptyFolder(), 'repository')
  cpSync('graph-data', join(folder, 'graph-data'), { recursive: true })
  git(folder, 'init', '-q')
  return folder
}

function git(folder: string, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync('git', ['-c', 'core.autocrlf=false', ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stderr.replace(/^warning:.*\n/gm, ''), words.join(' ')).toBe('')
  expect(status).toBe(0)
}

async function bytesOf(folder: string): Promise<Record<string, string>> {
  const { files } = await readSources(join(folder, 'graph-data'))
  return Object.fromEntries(files.map(({ path, text }) => [path, text]))
}
