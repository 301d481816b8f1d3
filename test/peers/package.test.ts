import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from './readers.ts'

const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
let tarball: string

beforeAll(() => {
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]
  const [{ filename }] = JSON.parse(run('npm', pack))
  tarball = join(folder, filename)
})

afterAll(() => rmSync(folder, { recursive: true }))

test('publint finds nothing wrong with the package, nor anything to suggest', () => {
  expect(run('.peers/npm/node_modules/.bin/publint', [tarball, '--strict'])).toContain('All good!')
})

test.each(['node16-esm', 'bundler'])('attw finds nothing wrong with the types under %s', (kind) => {
  const judge = [tarball, '--profile', 'esm-only', '--format', 'json']
  const { analysis } = JSON.parse(run('.peers/npm/node_modules/.bin/attw', judge))
  const { resolution, visibleProblems } = analysis.entrypoints['.'].resolutions[kind]
  expect([resolution.isTypeScript, visibleProblems ?? []]).toEqual([true, []])
})
