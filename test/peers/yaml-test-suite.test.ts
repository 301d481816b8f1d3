import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { judgeDocument, parseDocument } from '../../src/documents/parse-document.ts'
import { readStrict } from '../../src/documents/read-strict.ts'
import { asText, treeOf } from '../documents/plain-tree.ts'
import type { Tree } from '../documents/yaml-texts.ts'

// The cases of yaml-test-suite lie beside the project. On a machine without them the test says that it did not run.
const suite = '../shared/data/yaml-test-suite.json'

interface Case {
  readonly id: string
  readonly name: string
  readonly yaml: string
  readonly invalid: boolean
  /** What the text means, where JSON can say it. */
  readonly json: string | null
}

const cases: readonly Case[] = existsSync(suite) ? JSON.parse(readFileSync(suite, 'utf8')) : []

test('the suite is there', ({ skip }) => {
  const isMissing = cases.length === 0
  skip(isMissing && !process.env.CI, `There is no ${suite}: none of its cases was read.`)
  expect(cases.length, suite).toBeGreaterThan(400)
  expect(cases.filter(({ invalid }) => invalid).length).toBeGreaterThan(90)
})

for (const { id, name, yaml, invalid, json } of cases) {
  const source = { path: `${id}.yaml`, text: yaml }

  test(`${id} ${name}: ${invalid ? 'is refused' : 'is refused, or read as it is meant'}`, () => {
    const { root, diagnostics } = parseDocument(source)
    const isRefused = diagnostics.some(({ severity }) => severity === 'error')
    expect(isRefused).toBe(invalid || root === undefined || diagnostics.length > 0)
    if (isRefused || root === undefined) return
    const read = treeOf(root)
    expect(read).toEqual(asText(parse(yaml, { schema: 'failsafe', stringKeys: true })))
    if (json !== null) expectMeaning(read, JSON.parse(json))
  })

  test(`${id} ${name}: is read alike by the strict reader, if at all`, () => {
    const root = readStrict(source)?.root
    if (root === undefined) return
    expect({ ...source, root, diagnostics: [] }).toEqual(judgeDocument(source))
  })
}

/** The suite gives numbers and truth values, which here are still the text that was written. */
function expectMeaning(read: Tree, meant: unknown): void {
  if (typeof meant === 'string') expect(read).toBe(meant)
  else if (typeof meant !== 'object' || meant === null) expect(read).toBeTypeOf('string')
  else {
    expect(Object.keys(read)).toEqual(Object.keys(meant))
    for (const [key, value] of Object.entries(meant)) {
      expectMeaning((read as Record<string, Tree>)[key] ?? '', value)
    }
  }
}
