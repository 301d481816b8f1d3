import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDocument as parseYaml } from 'yaml'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { mostPerFile } from '../../src/documents/limits.ts'
import { judgeDocument, parseDocument } from '../../src/documents/parse-document.ts'
import { readStrict } from '../../src/documents/read-strict.ts'
import { asText, treeOf } from '../documents/plain-tree.ts'
import { changedText, changesOf, commonText, scribble } from '../documents/strict-texts.ts'
import { yamlText } from '../documents/yaml-texts.ts'
import { keepTrying } from './keep-trying.ts'

const bench = mkdtempSync(join(tmpdir(), 'dossier-'))
execFileSync('node', ['bench/generate.mjs', bench, '--entities', '300'], { stdio: 'pipe' })
const benchTexts = textsIn(join(bench, 'graph-data'))
rmSync(bench, { recursive: true })

function textsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
}

const legal = yamlText.map(({ text }) => text)
const changed = fc.oneof(
  changedText,
  changesOf(legal),
  changesOf(fc.constantFrom(...textsIn('graph-data'))),
  changesOf(fc.constantFrom(...benchTexts)),
  // Over and over, far away from what anybody writes.
  changesOf(changesOf(changesOf(fc.oneof(legal, commonText)))),
)
const anyText = fc.oneof(
  { weight: 6, arbitrary: changed },
  { weight: 3, arbitrary: scribble },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
)

const sourceOf = (text: string) => ({ path: 'a.yaml', text })

test('the strict reader reads as the judge does, value and place', async () => {
  await keepTrying('strict reader', 0.15, anyText, (text) => {
    const root = readStrict(sourceOf(text))?.root
    if (root === undefined) return
    const judged = judgeDocument(sourceOf(text))
    expect(judged.diagnostics).toEqual([])
    expect(root).toStrictEqual(judged.root)
  })
})

test('what is read is what the yaml package reads by itself', async () => {
  await keepTrying('reader against yaml', 0.15, anyText, (text) => {
    const { root, diagnostics } = parseDocument(sourceOf(text))
    expectInside(diagnostics, text)
    if (root === undefined) {
      expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
      return
    }
    const other = parseYaml(text, { schema: 'failsafe', stringKeys: true, logLevel: 'silent' })
    const isTwice = diagnostics.some(({ code }) => code === 'duplicate-key')
    if (isTwice) return
    expect(other.errors).toEqual([])
    expect(asText(treeOf(root))).toEqual(asText(other.toJS()))
  })
})

/** Few, in the text, and none that could not be shown. */
function expectInside(diagnostics: readonly Diagnostic[], text: string): void {
  expect(diagnostics.length).toBeLessThanOrEqual(mostPerFile * 3)
  for (const { span, message } of diagnostics) {
    expect(span.start).toBeGreaterThanOrEqual(0)
    expect(span.end).toBeGreaterThanOrEqual(span.start)
    expect(span.end).toBeLessThanOrEqual(text.length)
    expect(message).not.toBe('')
  }
}
