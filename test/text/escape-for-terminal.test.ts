import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeForJson, escapeForTerminal } from '../../src/text/escape-for-terminal.ts'
import { anyText } from '../exports/any-text.ts'

test.each([
  ['a b', 'a b'],
  ['a\tb', 'a b'],
  ['Хаттаб، أحمد', 'Хаттаб، أحمد'],
  ['\u001b[31mred', '\\u{1b}[31mred'],
  ['\u001b]0;title\u0007', '\\u{1b}]0;title\\u{7}'],
  ['a\r\nb', 'a\\u{d}\\u{a}b'],
  ['\0', '\\u{0}'],
  ['\u0008', '\\u{8}'],
  ['\u007f\u009b2J', '\\u{7f}\\u{9b}2J'],
  ['a\u202eb\u2066c', 'a\\u{202e}b\\u{2066}c'],
  ['\u0100\u2028', '\u0100\\u{2028}'],
  ['\ud800', '\\u{d800}'],
  ['a\udc00', 'a\\u{dc00}'],
  ['x\u{e0041}', 'x\\u{e0041}'],
  ['\u200c\u200d', '\u200c\u200d'],
])('%j is printed as %s', (text, printed) => {
  expect(escapeForTerminal(text)).toBe(printed)
})

test('whatever a text holds, it is one line that moves no cursor', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const printed = escapeForTerminal(text)
      expect(printed).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Surrogate}]/u)
      expect(stripVTControlCharacters(printed)).toBe(printed)
    }),
    { numRuns: 1000 },
  )
})

test('JSON says the same when what is hidden is shown', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const json = escapeForJson(JSON.stringify([text]))
      expect(JSON.parse(json)).toEqual([text])
      expect(json).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Surrogate}]/u)
    }),
  )
  expect(escapeForJson('"\u007f\u202e\u{e0041}"')).toBe('"\\u007f\\u202e\\udb40\\udc41"')
})
