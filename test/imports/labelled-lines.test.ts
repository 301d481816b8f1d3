import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLabelled, writeLabelled } from '../../src/text/labelled-lines.ts'
import { readScalar, writeScalar } from '../../src/text/scalar-text.ts'

const label = fc.stringMatching(/^[A-Za-z][\w -]*$/)
const text = fc
  .array(fc.constantFrom('\n', '  ', ' ', 'Note: ', ':', 'a', 'b'))
  .map((all) => all.join(''))

test('what is written in lines with labels is read back, whatever it holds', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(label, text), { minLength: 1 }), (entries) => {
      expect(readLabelled(writeLabelled(entries))).toEqual(entries)
    }),
  )
})

test('lines without a label are texts of their own', () => {
  expect(readLabelled('Seen\n  in Kunduz\nhttps://a.example\nNote: once')).toEqual([
    ['', 'Seen\nin Kunduz'],
    ['', 'https://a.example'],
    ['Note', 'once'],
  ])
})

test('a value keeps its kind', () => {
  const values = fc.oneof(
    fc.string(),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.constantFrom('true', '12', '1e3', '"a"', '"', '-', 'null', '[1]', ' 12'),
  )
  fc.assert(
    fc.property(values, (value) => {
      expect(readScalar(writeScalar(value))).toBe(value)
    }),
  )
  expect(writeScalar('colonel')).toBe('colonel')
  expect(writeScalar('2012')).toBe('"2012"')
})
