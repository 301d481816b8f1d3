import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { readFolder } from '../../src/cli/open-folder.ts'
import { NoRoom, ownText, Shelf } from '../../src/documents/shelf.ts'
import { shelving } from '../../src/documents/shelved-file.ts'

afterEach(() => vi.unstubAllEnvs())

const unit = fc.constantFrom('a', 'é', 'ÿ', 'Ā', '😀', '\ud800', '\n', '\0')
/** Of every size, some larger than a page and some larger than what is written at once. */
const text = fc
  .tuple(fc.array(unit, { maxLength: 20 }), fc.constantFrom(1, 1, 1, 40, 900, 60_000))
  .map(([units, times]) => units.join('').repeat(times))

test('what was put on a shelf is there, whole and in parts, whatever comes later', () => {
  let onDisk = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.nat(), fc.nat()), { maxLength: 30 }), (puts) => {
      const shelf = new Shelf()
      const known: { place: number; text: string }[] = []
      for (const [text, which, cut] of puts) {
        known.push({ place: shelf.put(text), text })
        const one = known[which % known.length] as { place: number; text: string }
        const [from, to] = [cut % (one.text.length + 1), one.text.length]
        expect(shelf.slice(one.place, from, to)).toBe(one.text.slice(from, to))
        expect(shelf.get(one.place)).toBe(one.text)
      }
      for (const { place, text } of known) expect(shelf.get(place)).toBe(text)
      onDisk += Number((known.at(-1)?.place ?? 0) > 2 ** 21)
    }),
    { numRuns: 60 },
  )
  expect(onDisk).toBeGreaterThan(5)
})

test('a text by itself is the same text', () => {
  fc.assert(
    fc.property(text, (text) => {
      expect(ownText(text)).toBe(text)
    }),
  )
})

test('a shelf leaves nothing behind that has a name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shelf-'))
  vi.stubEnv('TMPDIR', folder)
  const shelf = new Shelf()
  shelf.put('x'.repeat(2 ** 21))
  expect(readdirSync(folder)).toEqual([])
  rmSync(folder, { recursive: true })
})

test('a folder that takes no shelf is named, with what the system says', () => {
  vi.stubEnv('TMPDIR', '/nowhere/at/all')
  expect(() => new Shelf()).toThrow(NoRoom)
  expect(() => new Shelf()).toThrow('The folder "/nowhere/at/all" cannot be written (ENOENT).')
})

test('a folder that takes no shelf is not taken for the data', async () => {
  vi.stubEnv('TMPDIR', '/nowhere/at/all')
  const read = readFolder('graph-data', 'graph-data', undefined, shelving(0))
  await expect(read).rejects.toThrow(NoRoom)
})
