import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shelving } from '../../src/documents/shelved-file.ts'
import { lineAt, positionAt } from '../../src/text/line-index.ts'
import { lineIndexes } from '../../src/text/line-indexes.ts'

const lines = fc.array(fc.stringMatching(/^[aé😀 ]{0,6}\r?$/u), { maxLength: 12 })

test('lines of texts that are short, long or on a shelf are those between the line ends', () => {
  const keep = shelving(0)
  fc.assert(
    fc.property(lines, fc.constantFrom(1, 300), fc.nat(1000), (some, times, at) => {
      const all = Array.from({ length: times }, () => some).flat()
      const text = all.join('\n')
      const files = [{ path: 'a', text }, keep({ path: 'b', text })]
      const indexOf = lineIndexes(files)
      const known = text === '' ? [''] : all
      const line = at % known.length
      const start = known.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0)
      for (const { path } of files) {
        const index = indexOf(path)
        expect(index && lineAt(index, line + 1)).toBe(known[line]?.replace(/\r$/, ''))
        expect(index && positionAt(index, start)).toEqual({ line: line + 1, column: 1 })
        expect(index && lineAt(index, known.length + 1)).toBe('')
      }
    }),
    { numRuns: 300 },
  )
})
