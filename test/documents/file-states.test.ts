import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FileStates } from '../../src/documents/file-states.ts'
import type { FileState } from '../../src/documents/stamp-folder.ts'
import { compareText } from '../../src/text/compare-text.ts'

const number = fc.double({ min: 0, max: 2 ** 53, noNaN: true, noDefaultInfinity: true })
const state = fc.record<FileState>({
  ...{ ino: number, size: number, mtimeMs: number, ctimeMs: number },
})

test('the state of each file is that which was noted last', () => {
  const files = fc.uniqueArray(fc.tuple(fc.string({ unit: 'grapheme' }), state), {
    selector: ([path]) => path,
    minLength: 1,
  })
  const again = fc.array(fc.tuple(fc.nat(), state), { maxLength: 5 })
  fc.assert(
    fc.property(files, again, fc.string(), (all, changes, other) => {
      const inOrder = all.toSorted(([a], [b]) => compareText(a, b))
      const [states, naive] = [new FileStates(), new Map<string, FileState>()]
      const moved = changes.map(
        ([at, now]) => [inOrder[at % inOrder.length]?.[0] ?? '', now] as const,
      )
      for (const [path, now] of [...inOrder, ...moved]) {
        states.note(path, now)
        naive.set(path, now)
      }
      expect(states.paths()).toEqual([...naive.keys()])
      for (const path of [...naive.keys(), other]) expect(states.get(path)).toEqual(naive.get(path))
    }),
  )
})
