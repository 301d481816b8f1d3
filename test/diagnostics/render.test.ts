import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { renderForGithub } from '../../src/diagnostics/render/github.ts'
import { locateDiagnostic, placeDiagnostic } from '../../src/diagnostics/render/json.ts'
import { renderAsSarif } from '../../src/diagnostics/render/sarif.ts'
import { renderForTerminal } from '../../src/diagnostics/render/terminal.ts'
import { lineIndex } from '../../src/text/line-index.ts'

function diagnosticAt(start: number, end: number, file = 'people/knut.yaml'): Diagnostic {
  const span = { file, start, end }
  return { code: 'yaml-syntax', severity: 'error', message: 'Wrong.', span, notes: [] }
}

/** The line with the mark and the pointer under it, without their gutter. */
function pointed(text: string, start: number, length: number) {
  const shown = renderForTerminal(diagnosticAt(start, start + length), () => lineIndex(text))
  const [line = '', pointer = ''] = shown
    .split('\n')
    .slice(-2)
    .map((row) => row.slice(row.indexOf('│') + 2))
  return { line, before: pointer.indexOf('^'), width: pointer.trim().length }
}

describe('a long line on the terminal', () => {
  const fillers = {
    latin: 'a',
    chinese: '漢',
    emoji: '😀',
    hebrew: 'ש',
    hidden: '\u200b',
    marks: 'é',
  }
  const lengths = [0, 1, 79, 80, 81, 150, 160, 161, 5000]
  const rows = Object.entries(fillers).flatMap(([name, filler]) =>
    lengths.map((length) => [name, length, filler.normalize('NFD')] as const),
  )

  test.each(rows)('of %s: the pointer is under a place after %i of them', (_, length, filler) => {
    const before = filler.repeat(length)
    const { line, ...pointer } = pointed(`${before}MARK${filler.repeat(400)}`, before.length, 4)
    expect(stringWidth(line)).toBeLessThanOrEqual(160)
    expect(line).not.toContain('\\u{d')
    const mark = /MA?R?K?/.exec(line)
    expect(pointer).toEqual({
      before: stringWidth(line.slice(0, mark?.index)),
      width: mark?.[0].length,
    })
  })

  test('a mark takes the columns that its text takes', () => {
    expect(pointed('name: 漢字 x', 6, 2)).toMatchObject({ before: 6, width: 4 })
  })

  test('the line above is cut between characters', () => {
    const text = `${'😀'.repeat(300)}\na${'b'.repeat(300)}`
    const start = text.length - 100
    const shown = renderForTerminal(diagnosticAt(start, start + 1), () => lineIndex(text))
    expect(shown).toContain('😀'.repeat(70))
    expect(shown).not.toContain('\\u{d')
  })
})

describe('a very long line for machines', () => {
  const text = `${'😀'.repeat(50_000)}MARK${'😀'.repeat(50_000)}`
  const textOf = () => lineIndex(text)

  test.each([100_000, 100_001])('is cut around the mark, between characters (%i)', (start) => {
    const { source, mark, column } = placeDiagnostic(diagnosticAt(start, 100_004), textOf)
    expect(column).toBe(start + 1)
    expect(source.slice(mark[0] - 1, mark[1] - 1)).toBe('MARK'.slice(start - 100_000))
    expect(source.length).toBeLessThanOrEqual(242)
    expect(source).not.toMatch(/\p{Surrogate}/u)
  })

  test('keeps its true columns for those who have the file', () => {
    const located = locateDiagnostic(diagnosticAt(100_000, 150_000), textOf)
    expect(located).toMatchObject({ line: 1, column: 100_001, endColumn: 150_001 })
    expect(JSON.stringify(renderAsSarif([located], '.', '1'))).toContain(
      '"region":{"startLine":1,"startColumn":100001,"endColumn":150001}',
    )
    expect(renderForGithub([located], '.')).toContain('col=100001,endColumn=150001')
  })
})

describe('a file name that is no plain text', () => {
  const located = (file: string) =>
    locateDiagnostic({ ...diagnosticAt(0, 1, file), message: file }, () => undefined)

  test('cannot act on the terminal of who reads the annotations', () => {
    expect(renderForGithub([located('a\u001b[2J\n%,:.yaml')], '.')).toBe(
      '::error file=a\\u{1b}[2J\\u{a}%25%2C%3A.yaml,line=1,col=1,endColumn=2,title=yaml-syntax::a\\u{1b}[2J\\u{a}%25,:.yaml\n',
    )
  })

  test('has an address in SARIF even where a character is broken', () => {
    const sarif = JSON.stringify(renderAsSarif([located('a b/\ud800😀.yaml')], 'graph-data', '1'))
    expect(sarif).toContain('"uri":"graph-data/a%20b/%EF%BF%BD%F0%9F%98%80.yaml"')
  })
})
