import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NoBase, readBase } from '../../src/documents/read-base.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-'))
  writeFileSync(join(folder, 'notes.yaml'), 'outer: 1\n')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function pathsOf(base: string): Promise<string[]> {
  return (await readBase(base)).files.map(({ path }) => path)
}

test('of a folder with graph-data in it that is read, and nothing beside it', async () => {
  mkdirSync(join(folder, 'graph-data'))
  writeFileSync(join(folder, 'graph-data/a.yaml'), 'inner: 1\n')
  expect(await pathsOf(folder)).toEqual(['a.yaml'])
  expect(await pathsOf(join(folder, 'graph-data'))).toEqual(['a.yaml'])
})

test('a graph-data that holds nothing is a base that holds nothing', async () => {
  mkdirSync(join(folder, 'graph-data'))
  expect(await pathsOf(folder)).toEqual([])
})

test('a folder without it is read itself, also beside a file of that name', async () => {
  expect(await pathsOf(folder)).toEqual(['notes.yaml'])
  writeFileSync(join(folder, 'graph-data'), '')
  expect(await pathsOf(folder)).toEqual(['notes.yaml'])
})

test.each([
  ['nowhere', 'ENOENT'],
  ['notes.yaml', 'ENOTDIR'],
])('%s is no base: %s', async (name, code) => {
  const path = join(folder, name)
  const refused = await readBase(path).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(NoBase)
  expect(refused).toMatchObject({ name: 'NoBase', code, cause: { code } })
  expect(String(refused)).toContain(`The folder "${path}" cannot be read (${code})`)
  expect(String(refused)).toContain('Give the path of a knowledge base')
})

test('a graph-data that cannot be read is told, and nothing is read in its place', async () => {
  symlinkSync('graph-data', join(folder, 'graph-data'))
  const refused = await readBase(folder).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(NoBase)
  expect(String(refused)).toContain(`"${join(folder, 'graph-data')}" cannot be read (ELOOP)`)
})
