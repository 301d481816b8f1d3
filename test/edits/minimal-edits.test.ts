import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { minimalEdits } from '../../src/edits/minimal-edits.ts'
import { applyEdits } from '../../src/text/text-edit.ts'

const pieces = fc.constantFrom(
  'a',
  'b',
  'name: ',
  '\n',
  '\r\n',
  '\r',
  '😀',
  '😁',
  '🏴',
  'é',
  'م',
  ' ',
)
const text = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''))

test('the edits make the one text of the other, also where an editor carries them out', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edits = minimalEdits(before, after)
      expect(applyEdits(before, edits)).toBe(after)
      const document = TextDocument.create('file:///a.yaml', 'yaml', 1, before)
      const placed = edits.map(({ start, end, text: newText }) => ({
        range: { start: document.positionAt(start), end: document.positionAt(end) },
        newText,
      }))
      expect(TextDocument.applyEdits(document, placed)).toBe(after)
    }),
    { numRuns: 3000 },
  )
})

test('what is in both is left alone', () => {
  const lines = Array.from({ length: 500 }, (_, n) => `line ${n}\n`)
  const changed = lines.with(20, 'line XX\n').toSpliced(400, 1)
  expect(minimalEdits(lines.join(''), changed.join(''))).toEqual([
    {
      start: lines.slice(0, 20).join('').length + 5,
      end: lines.slice(0, 21).join('').length - 1,
      text: 'XX',
    },
    {
      start: lines.slice(0, 400).join('').length,
      end: lines.slice(0, 401).join('').length,
      text: '',
    },
  ])
  expect(minimalEdits('same\n', 'same\n')).toEqual([])
})
