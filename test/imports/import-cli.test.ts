import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { baseWith, dossier, emptyFolder } from '../cli/run-dossier.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly rank?: string
}

const ada: Row = { id: '1', name: 'Ada', rank: 'countess' }
const bob: Row = { id: '2', name: 'Bob' }
const eve: Row = { id: '3', name: 'Eve' }

/** A folder in which a table has been imported once. */
function imported(rows: readonly Row[]): string {
  const folder = emptyFolder()
  const outcome = importRows(folder, rows)
  expect([outcome.code, outcome.stdout]).toEqual([0, ''])
  return folder
}

function importRows(folder: string, rows: readonly Row[], ...flags: string[]) {
  const lines = rows.map(({ id, name, rank = '' }) => `${id},${name},${rank}`)
  writeFileSync(join(folder, 'people.csv'), `id,name,rank\n${lines.join('\n')}\n`)
  return dossier(['import', 'csv', 'people.csv', '-o', 'base', ...flags], folder)
}

function pathIn(folder: string, path: string): string {
  return join(folder, 'base/graph-data', path)
}

function textIn(folder: string, path: string): string {
  return readFileSync(pathIn(folder, path), 'utf8')
}

function changeIn(folder: string, path: string, from: string, to: string): void {
  writeFileSync(pathIn(folder, path), textIn(folder, path).replace(from, to))
}

function pathsIn(folder: string): string[] {
  return readdirSync(pathIn(folder, ''), { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('.dossier') && statSync(pathIn(folder, path)).isFile())
    .sort()
}

test('a first import writes a base that passes the check, and says so', () => {
  const folder = emptyFolder()
  expect(importRows(folder, [ada, bob])).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "Wrote 2 entities in 4 files to base/graph-data.
    "dossier check --data base/graph-data" checks it.
    ",
      "stdout": "",
    }
  `)
  expect(dossier(['check', '--strict'], join(folder, 'base')).stdout).toBe(
    'graph-data: 2 entities, 0 relations, 1 source in 4 files: no problems.\n',
  )
  expect(pathsIn(folder)).toEqual([
    '.import/manifest.json',
    'ontology.yaml',
    'sources/people.yaml',
    'thing/ada.yaml',
    'thing/bob.yaml',
  ])
  expect(readdirSync(join(folder, 'base'))).toEqual(['graph-data'])
})

test('reads stdin, and says what did not come over', () => {
  const folder = emptyFolder()
  const words = ['import', 'ftm', '-', '-o', 'base']
  const input = '{"id":"a","schema":"Person","properties":{"name":["Ada"]}}\nnonsense\n'
  expect(dossier(words, folder, {}, input)).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "Wrote 1 entity in 2 files to base/graph-data.
    What did not come over as it was:
      lines were left out that are no JSON: 1 (for example line 2)
    "dossier check --data base/graph-data" checks it.
    ",
      "stdout": "",
    }
  `)
  expect(textIn(folder, 'person/ada.yaml')).toBe('type: person\nname: Ada\n')
})

describe('the next import', () => {
  test('of the same file changes nothing, not even a time of change', () => {
    const folder = imported([ada, bob])
    const times = () =>
      ['thing/ada.yaml', '.import/manifest.json'].map(
        (path) => statSync(pathIn(folder, path)).mtimeMs,
      )
    const before = times()
    expect(importRows(folder, [ada, bob]).stderr).toBe(
      'base/graph-data has 2 entities: 0 added, 0 changed, 0 removed, 4 as they were.\n',
    )
    expect(times()).toEqual(before)
  })

  test('writes what changed, adds what is new and removes what is gone', () => {
    const folder = imported([ada, bob])
    const { stderr } = importRows(folder, [{ ...ada, name: 'Ada King' }, eve])
    expect(stderr).toBe(
      'base/graph-data has 2 entities: 1 added, 1 changed, 1 removed, 2 as they were.\n',
    )
    // A name changes, an id does not.
    expect(textIn(folder, 'thing/ada.yaml')).toContain('name: Ada King')
    expect(existsSync(pathIn(folder, 'thing/bob.yaml'))).toBe(false)
    expect(existsSync(pathIn(folder, 'thing/eve.yaml'))).toBe(true)
  })

  test('leaves a file that was edited, and puts what it says beside it once', () => {
    const folder = imported([ada, bob])
    changeIn(folder, 'thing/ada.yaml', 'name: Ada', 'name: Ada Lovelace')
    expect(importRows(folder, [ada, bob]).stderr).not.toContain('edited')
    const { stderr } = importRows(folder, [{ ...ada, rank: 'duchess' }, bob])
    expect(stderr).toContain(
      'thing/ada.yaml is left as it is: it was edited by hand; what the import says is in .import/incoming/thing/ada.yaml.\n',
    )
    expect(textIn(folder, 'thing/ada.yaml')).toContain('name: Ada Lovelace')
    expect(textIn(folder, 'thing/ada.yaml')).toContain('countess')
    expect(textIn(folder, '.import/incoming/thing/ada.yaml')).toContain('duchess')
    expect(importRows(folder, [{ ...ada, rank: 'duchess' }, bob]).stderr).not.toContain('edited')
    // Whoever takes the offer over has an untouched file again.
    writeFileSync(
      pathIn(folder, 'thing/ada.yaml'),
      textIn(folder, '.import/incoming/thing/ada.yaml'),
    )
    expect(importRows(folder, [ada, bob]).stderr).toContain('1 changed')
    expect(textIn(folder, 'thing/ada.yaml')).toContain('countess')
  })

  test('does not bring back what was deleted, nor remove what was edited', () => {
    const folder = imported([ada, bob, eve])
    rmSync(pathIn(folder, 'thing/bob.yaml'))
    changeIn(folder, 'thing/eve.yaml', 'name: Eve', 'name: Eva')
    const { stderr } = importRows(folder, [ada, { ...bob, rank: 'king' }])
    expect(stderr).toContain(
      'entities and sources stay away, since their files were deleted by hand: 1 (for example bob)\n',
    )
    expect(stderr).toContain(
      'thing/eve.yaml is left as it is: it was edited by hand, and the import has it no more.\n',
    )
    expect(existsSync(pathIn(folder, 'thing/bob.yaml'))).toBe(false)
    expect(textIn(folder, 'thing/eve.yaml')).toContain('Eva')
  })

  test('follows a file that was moved and an entity that was renamed', () => {
    const folder = imported([ada, bob])
    mkdirSync(pathIn(folder, 'of noble birth'))
    renameSync(pathIn(folder, 'thing/ada.yaml'), pathIn(folder, 'of noble birth/ada.yaml'))
    const renamed = dossier(['rename', 'bob', 'robert'], join(folder, 'base'))
    expect(renamed.code).toBe(0)
    expect(
      importRows(folder, [
        { ...ada, rank: 'duchess' },
        { ...bob, rank: 'king' },
      ]).stderr,
    ).toBe('base/graph-data has 2 entities: 0 added, 3 changed, 0 removed, 1 as they were.\n')
    // The source names the row of Bob, too, since it says something now.
    expect(textIn(folder, 'of noble birth/ada.yaml')).toContain('duchess')
    expect(textIn(folder, 'thing/robert.yaml')).toContain('king')
    importRows(folder, [ada, bob])
    expect(textIn(folder, 'of noble birth/ada.yaml')).toContain('countess')
    expect(pathsIn(folder)).not.toContain('thing/ada.yaml')
    expect(pathsIn(folder)).not.toContain('thing/bob.yaml')
  })

  test('knows what was renamed and merged, also by a patch that git has applied', () => {
    const folder = imported([ada, bob, eve])
    const base = join(folder, 'base')
    spawnSync('git', ['init', '-q'], { cwd: base })
    const { stdout, stderr } = dossier(['rename', 'ada', 'lovelace', '--dry-run'], base)
    expect(stderr).toBe('Nothing was written. It would change 0 references in 1 file.\n')
    spawnSync('git', ['apply'], { cwd: base, input: stdout })
    const merged = dossier(['merge', 'eve', 'into', 'lovelace'], base)
    expect(merged.stderr).toContain('Merged eve into lovelace: 0 references in 2 files.\n')
    expect(importRows(folder, [ada, bob, eve]).stderr).toBe(
      'base/graph-data has 2 entities: 0 added, 0 changed, 0 removed, 4 as they were.\n',
    )
    expect(pathsIn(folder)).toEqual([
      ...['.import/manifest.json', 'identity.yaml', 'ontology.yaml', 'sources/people.yaml'],
      ...['thing/bob.yaml', 'thing/lovelace.yaml'],
    ])
    expect(dossier(['check'], base).code).toBe(0)
  })

  test('refuses an ontology that was broken by hand, and writes what fits one that was edited', () => {
    const folder = imported([ada, bob])
    const ontology = textIn(folder, 'ontology.yaml')
    changeIn(folder, 'ontology.yaml', 'thing:', 'thing')
    const { code, stderr } = importRows(folder, [ada, bob, eve])
    expect([code, stderr]).toEqual([
      2,
      'The ontology in "base" is missing or has errors, so nobody can tell what fits it. "dossier check" shows them; mend it first.\n',
    ])
    writeFileSync(pathIn(folder, 'ontology.yaml'), ontology.replace('rank: text', 'rank: number'))
    expect(importRows(folder, [ada, bob, eve]).stderr).toContain(
      'ties, attributes and dates were left out that the edited ontology does not allow; take what they need from .import/incoming/ontology.yaml and import again: 1 (for example 1: rank)\n',
    )
    expect(textIn(folder, '.import/incoming/ontology.yaml')).toBe(ontology)
    expect(dossier(['check'], join(folder, 'base')).code).toBe(0)
    writeFileSync(pathIn(folder, 'ontology.yaml'), ontology)
    expect(importRows(folder, [ada, bob, eve]).stderr).toContain('1 changed')
    expect(textIn(folder, 'thing/ada.yaml')).toContain('countess')
  })

  test('gives no id that a file made by hand has', () => {
    const folder = imported([ada])
    mkdirSync(pathIn(folder, 'mine'))
    writeFileSync(pathIn(folder, 'mine/bob.yaml'), 'type: thing\nname: Bob of mine\n')
    writeFileSync(pathIn(folder, 'thing/eve.yaml'), 'type: thing\nname: My Eve\n')
    importRows(folder, [ada, bob, eve])
    expect(textIn(folder, 'thing/bob-2.yaml')).toContain('name: Bob\n')
    expect(textIn(folder, 'thing/eve.yaml')).toContain('My Eve')
    expect(textIn(folder, 'thing/eve-2.yaml')).toContain('name: Eve\n')
    expect(dossier(['check'], join(folder, 'base')).code).toBe(0)
  })

  test('writes nothing with --dry-run, and tells a script with --json', () => {
    const folder = imported([ada, bob])
    changeIn(folder, 'thing/bob.yaml', 'name: Bob', 'name: Bobby')
    const before = pathsIn(folder).map((path) => [path, textIn(folder, path)])
    const rows = [{ ...ada, rank: 'duchess' }, { ...bob, rank: 'king' }, eve]
    const { stdout, stderr } = importRows(folder, rows, '--dry-run', '--json')
    expect(JSON.parse(stdout)).toEqual({
      ...{ version: 1, format: 'csv', from: ['people.csv'], folder: 'base/graph-data' },
      ...{ dryRun: true, entities: 3, unchanged: 1, removed: [], remarks: [] },
      added: ['thing/eve.yaml'],
      changed: ['thing/ada.yaml', 'sources/people.yaml'],
      left: [{ path: 'thing/bob.yaml', why: 'edited' }],
    })
    expect(stderr).toContain('Nothing was written. It would be:')
    expect(pathsIn(folder).map((path) => [path, textIn(folder, path)])).toEqual(before)
  })

  test('refuses a file that has little in common, unless told', () => {
    const folder = imported([ada, bob, eve])
    const other = [{ id: '9', name: 'Zoe' }]
    const refused = importRows(folder, other)
    expect(refused.code).toBe(2)
    expect(refused.stderr).toMatch(
      /this file has 1\. Import it into another folder, or add "--replace"/,
    )
    expect(importRows(folder, other, '--replace').stderr).toContain('1 added')
    expect(pathsIn(folder)).toContain('thing/zoe.yaml')
    expect(pathsIn(folder)).not.toContain('thing/ada.yaml')
  })
})

describe('what an import does not do', () => {
  test('write into a base that no import has made', () => {
    const folder = emptyFolder()
    mkdirSync(join(folder, 'base/graph-data'), { recursive: true })
    writeFileSync(join(folder, 'base/graph-data/ontology.yaml'), 'name: Mine\nentities: {}\n')
    const { code, stderr } = importRows(folder, [ada])
    expect([code, stderr]).toEqual([
      2,
      '"base" has files already that no import has made. Import into a new folder; from there you can move what you want to keep.\n',
    ])
  })

  test('mix two formats, or trust a damaged manifest', () => {
    const folder = imported([ada])
    const mixed = dossier(['import', 'ftm', 'people.csv', '-o', 'base'], folder)
    expect(mixed.stderr).toContain(
      'holds an import of csv (people.csv). Import ftm into another folder.',
    )
    const manifest = textIn(folder, '.import/manifest.json')
    for (const bad of ['{', '[]', manifest.replace('thing/ada.yaml', '../../ada.yaml')]) {
      writeFileSync(pathIn(folder, '.import/manifest.json'), bad)
      const { code, stderr } = importRows(folder, [ada])
      expect([code, /is damaged.*Restore it with git/.test(stderr)]).toEqual([2, true])
    }
  })

  test('write through a link', () => {
    const folder = imported([ada])
    const outside = emptyFolder()
    renameSync(pathIn(folder, 'thing'), join(outside, 'thing'))
    symlinkSync(join(outside, 'thing'), pathIn(folder, 'thing'))
    // What is behind the link is not taken for deleted.
    expect(importRows(folder, [ada]).stderr).toContain('0 changed, 0 removed, 3 as they were.\n')
    const { code, stderr } = importRows(folder, [{ ...ada, rank: 'x' }, bob])
    expect(code).toBe(2)
    expect(stderr).toMatch(/is a link, and Dossier does not write through it/)
    expect(readdirSync(join(outside, 'thing'))).toEqual(['ada.yaml'])
  })

  test('leave anything behind when the file cannot be read', () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'bad.gexf'), '<gexf><nodes>')
    const { code, stdout, stderr } = dossier(['import', 'gexf', 'bad.gexf', '-o', 'base'], folder)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^"bad.gexf" is not XML that can be read: .*\n$/)
    expect(readdirSync(folder)).toEqual(['bad.gexf'])
  })

  test.each([
    [
      ['import', 'gefx', 'a', '-o', 'b'],
      'There is no format "gefx" to import. Did you mean "gexf"?\n',
    ],
    [['import', 'json', 'missing.json', '-o', 'b'], 'There is no file "missing.json".\n'],
    [
      ['import', 'json', '.', '-o', 'b'],
      '"." is a folder. Name the files in it that are to be imported.\n',
    ],
    [
      ['import', 'json', 'a', 'b', '-o', 'c'],
      'json takes one file. Import the others into folders of their own.\n',
    ],
    [
      ['import', 'json', '-', '-o', 'b', '--mapping', 'm'],
      '"--mapping" tells what the columns of a table mean. Leave it out here.\n',
    ],
  ])('%j', (words, message) => {
    const { code, stderr } = dossier(words, emptyFolder())
    expect([code, stderr]).toEqual([2, message])
  })
})

describe('tables of our own export', () => {
  test('come back from a folder, which gives the base its name', () => {
    const folder = baseWith()
    for (const raw of [[], ['--raw']]) {
      const name = `tables${raw.join('')}`
      expect(dossier(['export', 'csv', '-o', `${name}/`, ...raw], folder).code).toBe(0)
      const words = ['import', 'csv', `${name}/`, '-o', `again${raw.join('')}`, ...raw]
      expect(dossier(words, folder)).toMatchObject({ code: 0, stdout: '' })
      const graphIn = (place: string) =>
        JSON.parse(dossier(['export', 'json'], place).stdout, (key, value) =>
          ['file', 'line', 'x', 'y', 'size', 'color', 'counts'].includes(key) ? undefined : value,
        )
      const [before, after] = [graphIn(folder), graphIn(join(folder, `again${raw.join('')}`))]
      expect(after).toEqual({
        ...before,
        attributes: { ...before.attributes, name },
      })
    }
  })

  test('are read with the guard undone, unless they were written without one', () => {
    const name = (raw: readonly string[]) => {
      const folder = baseWith({ 'people/odd.yaml': `type: person\nname: "'=Odd"\n` })
      expect(dossier(['export', 'csv', '-o', 'tables/', ...raw], folder).code).toBe(0)
      dossier(['import', 'csv', 'tables', '-o', 'again', ...raw], folder)
      return readFileSync(join(folder, 'again/graph-data/people/odd.yaml'), 'utf8')
    }
    expect(name([])).toBe(`type: person\nname: "'=Odd"\n`)
    expect(name(['--raw'])).toBe(`type: person\nname: "'=Odd"\n`)
  })
})

test('a folder is its tables, in order of name; hidden ones and other files are none', () => {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'lists'))
  writeFileSync(join(folder, 'lists/b.tsv'), 'source\ttarget\n1\t2\n')
  writeFileSync(join(folder, 'lists/A.CSV'), 'id,name\n1,Ada\n2,Bob\n')
  writeFileSync(join(folder, 'lists/.hidden.csv'), 'not,known\n1,2\n')
  writeFileSync(join(folder, 'lists/readme.txt'), 'nothing')
  const words = ['import', 'csv', 'lists', '-o', 'base', '--json']
  const { stdout, code } = dossier(words, folder)
  expect([code, JSON.parse(stdout).from]).toEqual([0, ['A.CSV', 'b.tsv']])
  expect(textIn(folder, 'ontology.yaml')).toMatch(/^name: lists\n/)
})

test.each([
  [['csv', 'empty'], 'The folder "empty" has no file that ends in ".csv" or ".tsv".'],
  [['json', 'empty'], '"empty" is a folder. Name the files in it that are to be imported.'],
  [['json', 'a.json', '--raw'], '"--raw" tells how tables were exported.'],
])('wrong use: import %j', (words, message) => {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'empty'))
  const { stderr, code } = dossier(['import', ...words, '-o', 'base'], folder)
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})
