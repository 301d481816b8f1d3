import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect } from 'vitest'
import { compiled } from '../graph/sources-of.ts'
import type { ImportedText } from './import-text.ts'

/** The whole output of an import, as a data folder that passes the check, and what it reports. */
export async function expectGolden(name: string, { files, remarks }: ImportedText): Promise<void> {
  const errors = compiled(files).diagnostics.filter(({ severity }) => severity === 'error')
  expect(errors).toEqual([])
  const folder = resolve('test/imports/golden', name)
  const told = remarks.map(({ count, what, example }) => `${count} ${what} (${example})\n`).join('')
  for (const [path, text] of [...Object.entries(files), ['report.txt', told] as const]) {
    await expect(text).toMatchFileSnapshot(join(folder, path))
  }
  const known = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  const there = known.filter((path) => /\.\w+$/.test(path)).sort()
  expect(there).toEqual([...Object.keys(files), 'report.txt'].sort())
}
