import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findEditor } from '../../src/cli/find-editor.ts'
import { request } from '../server/raw-request.ts'
import { soon } from '../soon.ts'
import { baseWith, startDossier } from './run-dossier.ts'

/** A folder of programs that do nothing but write down, one a line, the words they are called with. */
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-editor '))
  for (const name of ['code', 'subl', 'gvim', 'kate', 'vim', 'own']) {
    writeFileSync(
      join(folder, name),
      '#!/bin/sh\nprintf "%s\\n" "$@" > "$0.log.new"\nmv "$0.log.new" "$0.log"\n',
    )
    chmodSync(join(folder, name), 0o755)
  }
  writeFileSync(join(folder, 'no-program'), 'text')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What which program is called with for line 7 of a file whose name no shell must see. */
const file = '/data/a b; $(touch x) `y` "z" *.yaml'

async function called(name: string, env: Record<string, string>): Promise<string[]> {
  const editor = findEditor({ PATH: folder, ...env })
  if (editor.kind !== 'found') throw new Error(`There is no editor, but ${editor.kind}.`)
  const log = join(folder, `${name}.log`)
  rmSync(log, { force: true })
  await editor.open(file, 7)
  await soon(() => expect(existsSync(log)).toBe(true))
  return readFileSync(log, 'utf8').trimEnd().split('\n')
}

test.each<[string, Record<string, string>, string, string[]]>([
  ['nothing is set, and code is there', {}, 'code', ['-g', `${file}:7`]],
  ['VISUAL has a window', { VISUAL: 'subl -w', EDITOR: 'vim' }, 'subl', ['-w', `${file}:7`]],
  ['EDITOR has a window', { EDITOR: 'gvim' }, 'gvim', ['+7', file]],
  [
    'VISUAL needs the terminal, EDITOR not',
    { VISUAL: 'vim', EDITOR: 'kate' },
    'kate',
    ['--line', '7', file],
  ],
  ['both need the terminal', { VISUAL: 'vim', EDITOR: 'vim' }, 'code', ['-g', `${file}:7`]],
  ['DOSSIER_EDITOR is known', { DOSSIER_EDITOR: 'subl', VISUAL: 'gvim' }, 'subl', [`${file}:7`]],
  ['DOSSIER_EDITOR is any program', { DOSSIER_EDITOR: 'own' }, 'own', [file]],
  [
    'DOSSIER_EDITOR says where file and line go',
    { DOSSIER_EDITOR: `own --at '{line} of' "{file}" {file}:{line}` },
    'own',
    ['--at', '7 of', file, `${file}:7`],
  ],
])('where %s', async (_name, env, program, words) => {
  expect(await called(program, env)).toEqual(words)
})

test('a program may be named by its path, in quotes where that has spaces', async () => {
  expect(await called('own', { PATH: '', DOSSIER_EDITOR: `"${join(folder, 'own')}" -x` })).toEqual([
    '-x',
    file,
  ])
  expect(await called('kate', { PATH: '', EDITOR: `'${join(folder, 'kate')}'` })).toEqual([
    '--line',
    '7',
    file,
  ])
})

test.each<[string, Record<string, string>, string]>([
  ['DOSSIER_EDITOR is empty', { DOSSIER_EDITOR: ' ' }, 'none'],
  ['nothing is there', { PATH: '' }, 'none'],
  ['only the terminal has editors', { PATH: '', EDITOR: 'vim' }, 'none'],
  ['VISUAL is not there', { PATH: '', VISUAL: 'subl' }, 'none'],
  ['DOSSIER_EDITOR is not there', { DOSSIER_EDITOR: 'nano-not-there' }, 'missing'],
  ['DOSSIER_EDITOR is no program', { DOSSIER_EDITOR: 'no-program' }, 'missing'],
])('there is none where %s', (_name, env, kind) => {
  expect(findEditor({ PATH: folder, ...env }).kind).toBe(kind)
})

test('an editor that cannot be started is told', async () => {
  const editor = findEditor({ PATH: folder, DOSSIER_EDITOR: 'own' })
  if (editor.kind !== 'found') throw new Error('There is no editor.')
  await expect(editor.open('/data/a\0b', 1)).rejects.toThrow()
})

test('a page that dossier serves has a file opened in it', async () => {
  const program = join(folder, 'own')
  const base = baseWith()
  const command = `"${program}" {file} {line}`
  const { told, child, ended } = startDossier(['serve', '--port', '0'], base, {
    DOSSIER_EDITOR: command,
  })
  await soon(() => expect(told.stdout).toContain('\n'))
  const port = Number(new URL(told.stdout.trim()).port)
  const status = JSON.parse((await request(port, '/status.json')).body.toString())
  rmSync(`${program}.log`, { force: true })
  const fields = { Origin: `http://localhost:${port}`, 'Dossier-Token': status.editor }
  const ask = (path: string, more: Record<string, string> = {}) =>
    request(port, path, { ...fields, ...more }, 'POST')
  const place = '/open/3/people%2Fhildebrand.yaml'
  expect((await ask(place, { Origin: 'http://evil.test' })).status).toBe(403)
  expect((await ask(place, { 'Dossier-Token': 'f'.repeat(32) })).status).toBe(403)
  expect((await ask('/open/3/..%2Fpackage.json')).status).toBe(404)
  expect((await ask(place)).status).toBe(204)
  await soon(() => expect(existsSync(`${program}.log`)).toBe(true))
  expect(readFileSync(`${program}.log`, 'utf8').trimEnd().split('\n')).toEqual([
    join(base, 'graph-data/people/hildebrand.yaml'),
    '3',
  ])
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test('an editor that is not there is told when dossier serve starts', async () => {
  const { told } = startDossier(['serve', '--port', '0'], baseWith(), {
    DOSSIER_EDITOR: 'not-there --now',
  })
  await soon(() => expect(told.stderr).toContain('DOSSIER_EDITOR names "not-there"'))
})
