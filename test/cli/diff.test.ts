import { spawnSync } from 'node:child_process'
import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { baseWith, dossier, emptyFolder } from './run-dossier.ts'

function git(folder: string, ...words: string[]): void {
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org']
  const { status, stderr } = spawnSync('git', [...author, ...words], { cwd: folder })
  expect([status, String(stderr)]).toEqual([0, expect.any(String)])
}

function committed(files: Record<string, string> = {}): string {
  const folder = baseWith(files)
  git(folder, 'init', '-q')
  commit(folder)
  return folder
}

function commit(folder: string): void {
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '-m', 'A change')
}

const knut =
  'type: person\nname: Knut\nrelations:\n  - partner-of: hildebrand\n    cite: ledger#p1\n'

test('what has come, gone and changed since the last commit, in sentences', () => {
  const folder = committed()
  const written = {
    'people/knut.yaml': knut,
    'people/hildebrand.yaml':
      'type: person\nname: Hildebrand Veckinchusen\nrelations:\n  - member-of: bergen-guild\n    when: 1398/1403\n    confidence: possible\n    cite: ledger#p3\n',
  }
  for (const [path, text] of Object.entries(written))
    writeFileSync(join(folder, 'graph-data', path), text)
  const { stdout, code } = dossier(['diff'], folder)
  expect(code).toBe(0)
  expect(stdout).toMatchInlineSnapshot(`
    "graph-data, from HEAD to the files as they are: 1 entity, 1 relation added; 1 relation changed.

    Entities

      + Knut (Person)
          knut, people/knut.yaml:1

    Relations

      + Hildebrand Veckinchusen – partner of – Knut.
          [ledger#p1]
          people/knut.yaml:4
      ~ Hildebrand Veckinchusen – member of – Guild of Bergen Merchants, from 1398 to 1403.
          - from 1398 to 1402 (1398/1402)
          + from 1398 to 1403 (1398/1403)
          + confidence: possible
          - [ledger#p2]
          + [ledger#p3]
    "
  `)
})

test('of two revisions, whatever the files are now; for a report and for a script', () => {
  const folder = committed()
  writeFileSync(join(folder, 'graph-data/people/knut.yaml'), knut.replace('Knut', 'Knut *B*'))
  commit(folder)
  rmSync(join(folder, 'graph-data/people/knut.yaml'))
  const { stdout } = dossier(['diff', 'HEAD~1', 'HEAD', '--format', 'markdown'], folder)
  expect(stdout).toContain('- **Added:** Knut \\*B\\* (Person)\n')
  const json = JSON.parse(dossier(['diff', 'HEAD', 'HEAD~1', '--json'], folder).stdout)
  expect(json).toMatchObject({
    ...{ version: 1, from: 'HEAD', to: 'HEAD~1' },
    entities: { added: [], removed: ['knut'], changed: [] },
    relations: { removed: [expect.stringContaining('--partner-of--')] },
  })
})

test('a renamed id is one thing, and what refers to it is as it was', () => {
  const folder = committed({ 'people/knut.yaml': knut })
  dossier(['rename', 'hildebrand', 'hilda'], folder)
  const { stdout } = dossier(['diff'], folder)
  expect(stdout).toContain('> Hildebrand Veckinchusen (Person): hildebrand is hilda now\n')
  expect(stdout).toContain(': 1 id renamed.\n')
  expect(stdout).not.toContain('\nRelations\n')
})

test('moved files, other comments and another order of lines change nothing', () => {
  const folder = committed({ 'people/knut.yaml': knut })
  git(folder, 'mv', 'graph-data/people/knut.yaml', 'graph-data/guilds/knut.yaml')
  writeFileSync(
    join(folder, 'graph-data/guilds/knut.yaml'),
    '# Knut\nname: Knut\ntype: person\nrelations: [{ cite: ledger#p1, partner-of: hildebrand }]\n',
  )
  expect(dossier(['diff'], folder).stdout).toBe(
    'graph-data, from HEAD to the files as they are: nothing in the graph has changed.\n',
  )
})

test('a revision without the folder held nothing; what it held that is no data is not read', () => {
  const folder = emptyFolder()
  git(folder, 'init', '-q')
  writeFileSync(join(folder, 'notes.txt'), 'x')
  commit(folder)
  const base = baseWith()
  spawnSync('cp', ['-r', join(base, 'graph-data'), folder])
  symlinkSync('/etc/hostname', join(folder, 'graph-data/people/link.yaml'))
  writeFileSync(join(folder, 'graph-data/people/.hidden.yaml'), 'x')
  commit(folder)
  const { stdout } = dossier(['diff', 'HEAD~1', 'HEAD', '--json'], folder)
  const { entities } = JSON.parse(stdout)
  expect([entities.added.length, entities.removed]).toEqual([4, []])
})

test('a revision with mistakes is told from what could be read of it', () => {
  const folder = committed({ 'people/knut.yaml': 'type: person\nname: "Knut\n' })
  writeFileSync(join(folder, 'graph-data/people/knut.yaml'), knut)
  const { stdout, stderr, code } = dossier(['diff'], folder)
  expect(stdout).toContain('+ Knut (Person)')
  expect([stderr, code]).toEqual([
    expect.stringContaining('At HEAD the data had an error (in people/knut.yaml)'),
    0,
  ])
})

test.each([
  ['nothing', []],
  ['a range', ['HEAD..HEAD']],
  ['an option', ['--', '--output=x']],
  ['an empty name', ['']],
  ['a name with a line break', ['HEAD\nHEAD']],
])('is refused where there is no such revision: %s', (name, words) => {
  const folder = name === 'nothing' ? baseWith() : committed()
  const { stderr, stdout, code } = dossier(['diff', ...words], folder)
  const told = name === 'nothing' ? 'is in no git repository' : 'There is no revision'
  expect([stdout, stderr, code]).toEqual(['', expect.stringContaining(told), 2])
})

test('where git is not installed, it says so', () => {
  const { stderr, code } = dossier(['diff'], committed(), { PATH: emptyFolder() })
  expect([stderr, code]).toEqual([expect.stringContaining('Install it first'), 2])
})
