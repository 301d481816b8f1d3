import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Findings, hasReceipt, keepReceipt, readReceipt } from '../../src/cli/check-receipt.ts'

const findings: Findings = { entities: 2, relations: 1, sources: 1, files: 3, diagnostics: [] }
const stamp = (hash: string) => ({ hash, paths: new Set<string>() })

let folder: string
let program: string
let receipt: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-'))
  program = join(folder, 'main.js')
  receipt = join(folder, '.dossier/check.json')
  writeFileSync(program, 'one')
  vi.spyOn(process, 'argv', 'get').mockReturnValue(['node', program])
  keepReceipt(folder, stamp('a'), findings)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

test('a receipt tells of the state that it was kept for', () => {
  expect(readReceipt(folder, stamp('a'))).toEqual(findings)
  expect(readFileSync(receipt, 'utf8')).toMatch(/^\{.*\}\n[0-9a-f]{64}\n$/)
})

test('its key is the hash of the state, of the program and of what it tells', () => {
  const { ino, size, mtimeMs, ctimeMs } = statSync(program)
  const lines = ['a', [process.version, ino, size, mtimeMs, ctimeMs].join(' ')]
  const key = createHash('sha256')
    .update([...lines, JSON.stringify(findings)].join('\n'))
    .digest('hex')
  expect(readFileSync(receipt, 'utf8').split('\n')[1]).toBe(key)
})

test('it is there or not', () => {
  expect(hasReceipt(folder)).toBe(true)
  rmSync(receipt)
  expect(hasReceipt(folder)).toBe(false)
  expect(readReceipt(folder, stamp('a'))).toBeUndefined()
})

const changed = { ...findings, entities: 3 }
const [rewrite, forge] = [
  (text: string) => writeFileSync(receipt, text),
  (body: string) => readFileSync(receipt, 'utf8').replace(/^.*\n/, `${body}\n`),
]

test.each<[string, () => void]>([
  ['what it tells was changed', () => rewrite(forge(JSON.stringify(changed)))],
  ['what it tells is no JSON', () => rewrite(forge('{'))],
  ['it is empty', () => rewrite('')],
  ['it has no key', () => rewrite(`${JSON.stringify(findings)}\n`)],
  ['it has a key and nothing else', () => rewrite(forge('').trim())],
  ['the program was written anew', () => writeFileSync(program, 'longer')],
  ['the program was set back in time', () => utimesSync(program, 1, 1)],
  [
    'another program asks',
    () => {
      writeFileSync(`${program}.other`, 'one')
      vi.spyOn(process, 'argv', 'get').mockReturnValue(['node', `${program}.other`])
    },
  ],
  [
    'another version of Node asks',
    () => {
      vi.spyOn(process, 'version', 'get').mockReturnValue('v0.0.0')
    },
  ],
  [
    'nobody can say which program asks',
    () => {
      vi.spyOn(process, 'argv', 'get').mockReturnValue(['node'])
    },
  ],
])('it is not believed when %s', (_, change) => {
  change()
  expect(readReceipt(folder, stamp('a'))).toBeUndefined()
})

test('nor in another state, nor when it was made for other words of the same length', () => {
  expect(readReceipt(folder, stamp('b'))).toBeUndefined()
  expect(readReceipt(folder, stamp(''))).toBeUndefined()
  const other = mkdtempSync(join(folder, 'other-'))
  mkdirSync(join(other, '.dossier'))
  expect(readReceipt(other, stamp('a'))).toBeUndefined()
})

test('keeps no receipt that would take as much memory as the check', () => {
  const span = { file: 'ada.yaml', start: 0, end: 1 }
  const one = { code: 'unused-source', severity: 'warning', message: '', span, notes: [] } as const
  const many = (length: number) => Array.from({ length }, () => one)
  keepReceipt(folder, stamp('b'), { ...findings, diagnostics: many(2) })
  expect(readReceipt(folder, stamp('b'))?.diagnostics).toHaveLength(2)
  keepReceipt(folder, stamp('c'), { ...findings, diagnostics: many(250_001) })
  expect(readReceipt(folder, stamp('c'))).toBeUndefined()
})
