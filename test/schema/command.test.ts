import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { baseWith, dossier, emptyFolder, startDossier } from '../cli/run-dossier.ts'
import { schemaNames } from './accepts.ts'

const entity = 'graph-data/.schema/entity.json'

test.each(['.schema', '.schema/entity.json'])('%s as a link is not written through', (path) => {
  const folder = baseWith()
  const outside = emptyFolder()
  const link = join(folder, 'graph-data', path)
  mkdirSync(dirname(link), { recursive: true })
  symlinkSync(path === '.schema' ? outside : join(outside, 'victim.txt'), link)
  const { stderr, code } = dossier(['schema'], folder)
  expect([stderr.includes('is a link'), code]).toEqual([true, 2])
  expect(readdirSync(outside)).toEqual([])
})

test.runIf(existsSync('/proc/self'))(
  'where the disk makes no folder and says that it misses one, it ends',
  async () => {
    const { told, ended } = startDossier(['schema', '-o', '/proc/dossier/schemas'], baseWith())
    expect([await ended, told.stderr]).toEqual([
      2,
      'The folder "/proc/dossier/schemas" cannot be made (ENOENT).\n',
    ])
  },
)

describe('dossier schema', () => {
  test('writes a file for each kind and prints the setting; the check passes over them', () => {
    const folder = baseWith()
    const { stdout, stderr, code } = dossier(['schema'], folder)
    expect(code).toBe(0)
    expect(stderr).toContain('Wrote 5 schemas to graph-data/.schema.')
    expect(stderr).toContain('# yaml-language-server: $schema=../.schema/entity.json')
    const settings = JSON.parse(stdout)['yaml.schemas']
    expect(Object.keys(settings)).toEqual(schemaNames.map((n) => `graph-data/.schema/${n}.json`))
    expect(settings[entity]).toEqual([
      'graph-data/**/*.yaml',
      '!graph-data/sources/**',
      '!graph-data/ontology.yaml',
      '!graph-data/identity.yaml',
      '!graph-data/views.yaml',
    ])
    for (const file of Object.keys(settings)) expect(read(folder, file).$schema).toMatch(/draft-07/)
    expect(dossier(['check', '--strict'], folder).stdout).toContain('in 5 files: no problems.')
  })

  test('one kind goes to stdout and writes nothing', () => {
    const folder = baseWith()
    const { stdout, stderr, code } = dossier(['schema', 'source'], folder)
    expect([stderr, code]).toEqual(['', 0])
    expect(JSON.parse(stdout).required).toEqual(['title'])
    expect(() => read(folder, entity)).toThrow('ENOENT')
  })

  test('--vscode keeps the settings that are there', () => {
    const folder = baseWith()
    const own = { 'editor.tabSize': 2, 'yaml.schemas': { 'x.json': 'x.yaml' } }
    mkdirSync(join(folder, '.vscode'))
    writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(own))
    expect(dossier(['schema', '--vscode'], folder)).toMatchObject({ code: 0, stdout: '' })
    const settings = read(folder, '.vscode/settings.json')
    expect(settings).toMatchObject(own)
    expect(settings['yaml.schemas'][entity]).toContain('graph-data/**/*.yaml')
  })

  test('--vscode from a folder inside the base sets up the folder of the base', () => {
    const folder = baseWith()
    dossier(['schema', '--vscode'], join(folder, 'graph-data/people'))
    expect(read(folder, '.vscode/settings.json')['yaml.schemas']).toHaveProperty([entity])
  })

  test('settings with comments are left as they are, and what to add is printed', () => {
    const folder = baseWith()
    const text = '{ "editor.tabSize": 2 } // two'
    mkdirSync(join(folder, '.vscode'))
    writeFileSync(join(folder, '.vscode/settings.json'), text)
    const { stdout, stderr, code } = dossier(['schema', '--vscode'], folder)
    expect(code).toBe(2)
    expect(stderr).toContain('left as it is')
    expect(JSON.parse(stdout)['yaml.schemas']).toHaveProperty([entity])
    expect(readFileSync(join(folder, '.vscode/settings.json'), 'utf8')).toBe(text)
  })

  test('-o writes elsewhere', () => {
    const folder = baseWith()
    const { stdout } = dossier(['schema', '-o', 'schemas'], folder)
    expect(JSON.parse(stdout)['yaml.schemas']).toHaveProperty(['schemas/entity.json'])
    expect(read(folder, 'schemas/entity.json').definitions).toHaveProperty('entity')
  })

  test('an ontology with errors: a schema all the same, and exit 1', () => {
    const folder = baseWith({ 'ontology.yaml': 'name: O\nentities: { person: { is: actor } }\n' })
    const { stderr, code } = dossier(['schema'], folder)
    expect(code).toBe(1)
    expect(stderr).toContain('ontology.yaml has errors')
    expect(read(folder, entity).definitions).toHaveProperty('entity')
  })

  test('a kind that is none', () => {
    expect(dossier(['schema', 'entty'], baseWith())).toMatchObject({
      stderr: 'There is no schema of "entty". Did you mean "entity"?\n',
      code: 2,
    })
  })
})

function read(folder: string, path: string) {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'))
}
