import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guarded, unguarded } from '../../src/text/formula-guard.ts'
import { anyText } from '../exports/any-text.ts'
import { computedCells } from '../exports/computed-cells.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@a', "'@a"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠a', "'＠a"],
  [' =1', "' =1"],
  ['\u00a0\u200b=1', "'\u00a0\u200b=1"],
  ["'=1", "''=1"],
  ["' '=1", "'' '=1"],
  ['\ta', "'\ta"],
  ['\ra', "'\ra"],
  ["'\ta", "''\ta"],
  ['a\n=1', "a\n'=1"],
  ['a\v=1\f=1', "a\v'=1\f'=1"],
  ['a\u0085=1\u2028=1\u2029=1', "a\u0085'=1\u2028'=1\u2029'=1"],
  ['a\r\n-1', "a\r\n'-1"],
  ['a;@1', "a;'@1"],
  ['a\t=1', "a\t'=1"],
  ['a=1', 'a=1'],
  ['a - b', 'a - b'],
  ['a\tb', 'a\tb'],
  ["'a'", "'a'"],
  ['a', 'a'],
  ['', ''],
])('%j is guarded as %j', (text, expected) => {
  expect(guarded(text)).toBe(expected)
  expect(unguarded(expected)).toBe(text)
})

test('the guard is taken away as it was put on, and leaves nothing that is computed', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const safe = guarded(text)
      expect(unguarded(safe)).toBe(text)
      const cell = `"${safe.replaceAll('"', '""')}"`
      for (const separator of [';', '\t']) expect(computedCells(cell, separator)).toEqual([])
    }),
    { numRuns: 1000 },
  )
})
