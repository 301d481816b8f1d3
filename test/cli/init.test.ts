import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dossier, emptyFolder } from './run-dossier.ts'

test('what it makes is sound under the strictest check, formatted, and answers a question', () => {
  const folder = emptyFolder()
  const { stderr, code } = dossier(['init', 'guilds', '--name', 'Guilds: "old" & new'], folder)
  expect([stderr.split('\n').slice(0, 2), code]).toEqual([
    ['Made a small knowledge base in guilds/graph-data. Next:', '  cd guilds'],
    0,
  ])
  const base = join(folder, 'guilds')
  expect(dossier(['check', '--strict'], base)).toMatchObject({ code: 0, stderr: '' })
  expect(dossier(['format', '--check'], base).code).toBe(0)
  const { stdout } = dossier(['path', 'ada lovelace', 'charles babbage'], base)
  expect(stdout).toContain('[sketch-1843#notes]')
  const { attributes } = JSON.parse(dossier(['export', 'json'], base).stdout)
  expect(attributes.name).toBe('Guilds: "old" & new')
})

test('without a folder it is the one in which it is called, and the name is that of the folder', () => {
  const folder = join(emptyFolder(), 'no')
  mkdirSync(join(folder, 'graph-data'), { recursive: true })
  const { stderr, code } = dossier(['init'], folder)
  expect([stderr.includes('cd '), code]).toEqual([false, 0])
  expect(readFileSync(join(folder, 'graph-data/ontology.yaml'), 'utf8')).toMatch(/^name: "no"\n/)
  expect(dossier(['check'], folder).code).toBe(0)
})

test.each([
  ['Guild one', 'Guild one'],
  ['Cafe\u0301', 'Caf\u00e9'],
  ['  1847 ', '"  1847 "'],
])(
  'the name %j is written as %s, so that neither check nor format has anything to say',
  (name, written) => {
    const folder = emptyFolder()
    dossier(['init', '--name', name], folder)
    const [first] = readFileSync(join(folder, 'graph-data/ontology.yaml'), 'utf8').split('\n')
    expect(first).toBe(`name: ${written}`)
    expect(dossier(['check', '--strict'], folder).code).toBe(0)
    expect(dossier(['format', '--check'], folder).code).toBe(0)
  },
)

test('what is there already stays as it is', () => {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'graph-data'))
  writeFileSync(join(folder, 'graph-data/mine.yaml'), 'mine')
  const { stderr, code } = dossier(['init', '.'], folder)
  expect([stderr, code]).toEqual([expect.stringContaining('has files already'), 2])
  expect(readdirSync(join(folder, 'graph-data'))).toEqual(['mine.yaml'])
  expect(readdirSync(folder)).toEqual(['graph-data'])
})

test.each([
  [
    'a link to elsewhere',
    (at: string) => symlinkSync('/nowhere', join(at, 'graph-data')),
    'a link',
  ],
  ['a file', (at: string) => writeFileSync(join(at, 'graph-data'), ''), 'cannot be read'],
])('is refused where the data would be %s', (_what, make, told) => {
  const folder = emptyFolder()
  make(folder)
  const { stderr, code } = dossier(['init'], folder)
  expect([stderr, code]).toEqual([expect.stringContaining(told), 2])
  expect(readdirSync(folder)).toEqual(['graph-data'])
})

test.each(['', ' ', 'a\nb', 'a\u202eb'])('no name: %j', (name) => {
  const folder = emptyFolder()
  const { stderr, code } = dossier(['init', 'x', '--name', name], folder)
  expect([stderr, code]).toEqual([expect.stringContaining('a line of text'), 2])
  expect(existsSync(join(folder, 'x'))).toBe(false)
})

test('the folders above it are made, too', () => {
  const folder = emptyFolder()
  expect(dossier(['init', 'bases/guilds'], folder).code).toBe(0)
  expect(dossier(['check', '--strict'], join(folder, 'bases/guilds')).code).toBe(0)
})

test('where no folder can be made it says why', () => {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'file'), '')
  const { stderr, code } = dossier(['init', 'file/base'], folder)
  expect([stderr, code]).toEqual([expect.stringContaining('it is no folder'), 2])
  expect(readdirSync(folder)).toEqual(['file'])
})

test('the next one takes away what one that was killed has left', () => {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'graph-data.999999999.tmp'))
  expect(dossier(['init'], folder).code).toBe(0)
  expect(readdirSync(folder)).toEqual(['graph-data'])
  expect(statSync(join(folder, 'graph-data')).isDirectory()).toBe(true)
})
