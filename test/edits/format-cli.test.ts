import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { baseWith, dossier, emptyFolder } from '../cli/run-dossier.ts'

const untidy = { 'people/knut.yaml': "name: 'Knut'\r\ntype: person # a guess\r\n" }
const tidy = 'type: person # a guess\nname: Knut\n'
const broken = { 'people/olaf.yaml': 'type: person\nname: "Olaf\n' }

describe('format', () => {
  test('lays out the whole base and says so', () => {
    const folder = baseWith(untidy)
    expect(dossier(['format'], folder)).toEqual({
      stdout: 'people/knut.yaml\n',
      stderr: '1 of 6 files formatted.\n',
      code: 0,
    })
    expect(read(folder, 'people/knut.yaml')).toBe(tidy)
    expect(dossier(['format'], folder)).toEqual({
      stdout: '',
      stderr: 'Nothing to do: 6 files are formatted already.\n',
      code: 0,
    })
  })

  test('leaves a broken file as it is and tells where and why', () => {
    const folder = baseWith({ ...untidy, ...broken })
    const { stdout, stderr, code } = dossier(['format'], folder)
    expect(stderr).toMatch(
      /^people\/olaf\.yaml:2:7 is left as it is: A quote is opened here and never closed\..*\n1 of 7 files formatted; 1 left as it is for the reason above\.\n$/,
    )
    expect([stdout, code]).toEqual(['people/knut.yaml\n', 1])
    expect(read(folder, 'people/olaf.yaml')).toBe(broken['people/olaf.yaml'])
  })

  test('--check lists what is not formatted, with exit code 1, and writes nothing', () => {
    const folder = baseWith(untidy)
    expect(dossier(['format', '--check'], folder)).toEqual({
      stdout: 'people/knut.yaml\n',
      stderr: '1 of 6 files not formatted. Run "dossier format".\n',
      code: 1,
    })
    expect(read(folder, 'people/knut.yaml')).toBe(untidy['people/knut.yaml'])
    expect(dossier(['format', '--check'], baseWith()).code).toBe(0)
  })

  test('--dry-run prints a patch that git applies', () => {
    const folder = baseWith(untidy)
    spawnSync('git', ['init', '-q'], { cwd: folder })
    const { stdout, stderr, code } = dossier(['format', '--dry-run'], folder)
    expect([stderr, code]).toEqual(['Nothing was written. It would format 1 of 6 files.\n', 0])
    expect(read(folder, 'people/knut.yaml')).toBe(untidy['people/knut.yaml'])
    const applied = spawnSync('git', ['apply'], { cwd: folder, input: stdout, encoding: 'utf8' })
    expect([applied.stderr, applied.status]).toEqual(['', 0])
    expect(read(folder, 'people/knut.yaml')).toBe(tidy)
  })

  test('--json tells the same to a script', () => {
    const { stdout } = dossier(['format', '--check', '--json'], baseWith({ ...untidy, ...broken }))
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      files: 7,
      formatted: ['people/knut.yaml'],
      left: [{ place: 'people/olaf.yaml:2:7', why: expect.stringContaining('quote') }],
    })
  })

  test('takes files and folders, seen from here or from the data folder', () => {
    for (const name of ['people/knut.yaml', 'people', '../people/knut.yaml']) {
      const folder = baseWith({ ...untidy, 'cities/ribe.yaml': 'name: Ribe\ntype: city\n' })
      expect(dossier(['format', name], join(folder, 'graph-data/cities')).stderr).toMatch(/^1 of/)
      expect(read(folder, 'people/knut.yaml')).toBe(tidy)
      expect(read(folder, 'cities/ribe.yaml')).toBe('name: Ribe\ntype: city\n')
    }
  })

  test('keeps the permissions of a file and leaves nothing beside it', () => {
    const folder = baseWith(untidy)
    chmodSync(join(folder, 'graph-data/people/knut.yaml'), 0o600)
    dossier(['format'], folder)
    expect(statSync(join(folder, 'graph-data/people/knut.yaml')).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'graph-data/people')).sort()).toEqual([
      'hildebrand.yaml',
      'knut.yaml',
    ])
  })

  test('a file that would be too large is left as it is, and the others are not', () => {
    // Each of them comes to stand in a line of its own, set in by ten.
    const items = Array.from({ length: 100_000 }, () => 'a').join(', ')
    const folder = baseWith({ ...untidy, 'people/large.yaml': `name: [[[[${items}]]]]\n` })
    const { stdout, stderr, code } = dossier(['format'], folder)
    expect(stdout).toBe('people/knut.yaml\n')
    expect(stderr).toContain('people/large.yaml is left as it is: It would be larger than 1 MiB.')
    expect(code).toBe(1)
  })

  test.each([
    [['format', 'people/nobody.yaml'], 'There is no file "people/nobody.yaml"'],
    [['format', 'peopel'], 'Did you mean'],
    [['format', '--check', '--dry-run'], 'not both'],
    [['format', '--as', 'a.yaml'], 'add "-"'],
    [['format', '-', 'people'], 'Name it alone'],
    [['format', '-', '--check'], 'Leave out'],
  ])('wrong use: %s', (words, message) => {
    const { stdout, stderr, code } = dossier(words, baseWith())
    expect(stderr).toContain(message)
    expect([stdout, code]).toEqual(['', 2])
  })
})

describe('format -', () => {
  const main = resolve('dist/bin/dossier.js')
  const format = (input: string | Buffer, ...words: string[]) => {
    const options = { input, cwd: emptyFolder(), encoding: 'utf8' } as const
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [main, 'format', '-', ...words],
      options,
    )
    return { stdout, stderr, code: status }
  }

  test('formats a text for an editor', () => {
    expect(format(untidy['people/knut.yaml'])).toEqual({ stdout: tidy, stderr: '', code: 0 })
    expect(
      format('paragraphs: 1\ntitle: T\n', '--as', '/home/ada/base/graph-data/sources/t.yaml')
        .stdout,
    ).toBe('title: T\nparagraphs: 1\n')
  })

  test('gives nothing back for a text that it cannot format', () => {
    const { stdout, stderr, code } = format('name: "x\n', '--as', 'people/x.yaml')
    expect(stderr).toMatch(/^people\/x\.yaml:1:7 is left as it is: A quote .*\n$/)
    expect([stdout, code]).toEqual(['', 1])
    expect(format(Buffer.from([0x61, 0x3a, 0x20, 0xff])).code).toBe(2)
  })
})

test('the shipped data are formatted', () => {
  expect(dossier(['format', '--check'])).toMatchObject({ stdout: '', code: 0 })
})

test('a base that is formatted has the same graph and the same problems', () => {
  const places = {
    'cities/cities.yaml': `entities:
  bergen: {name: 'Bergen', type: city}
  bruges: # in Flanders
     name: Bruges
     type: city
     relations: [{cite: ledger#p3, part-of: bergen}]
`,
  }
  const folder = baseWith({ ...untidy, ...places })
  const told = () => {
    const graph = JSON.parse(dossier(['export', 'json'], folder).stdout)
    const problems = JSON.parse(dossier(['check', '--json', '--no-cache'], folder).stdout)
    const withoutLine = (key: string, value: unknown) => (key === 'line' ? undefined : value)
    const codes = problems.diagnostics.map(({ code }: { readonly code: string }) => code)
    return [JSON.stringify(graph, withoutLine), codes.sort()]
  }
  const before = told()
  expect(dossier(['format'], folder).stderr).toBe('2 of 6 files formatted.\n')
  expect(told()).toEqual(before)
})

function read(folder: string, path: string): string {
  return readFileSync(join(folder, 'graph-data', path), 'utf8')
}
