import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileToStream } from '../../src/compile.ts'
import { readSources, type Sources } from '../../src/documents/read-sources.ts'
import { shelving } from '../../src/documents/shelved-file.ts'
import { checkSources, openChecker } from '../../src/model/check-model.ts'
import { asPlainData } from '../../src/model/name-finding.ts'
import { file, sourcesOf, textsOf } from './edited-bases.ts'

function shelved({ files, diagnostics }: Sources, inMemory: number): Sources {
  const keep = shelving(inMemory)
  return { files: files.map((file) => keep(file)), diagnostics }
}

function told(sources: Sources) {
  const { graph, diagnostics } = compileToStream(sources)
  const texts = sources.files.map(({ path, text }) => [path, text])
  return JSON.stringify([texts, diagnostics, [...graph.nodeEntries()], [...graph.edgeEntries()]])
}

test('a base whose texts are on a shelf, or some of them, is the same base', () => {
  let onShelf = 0
  fc.assert(
    fc.property(fc.array(file, { maxLength: 12 }), fc.nat(2000), (files, inMemory) => {
      const sources = sourcesOf(textsOf(files))
      const there = shelved(sources, inMemory)
      expect(told(there)).toBe(told(sources))
      onShelf += there.files.filter(({ shelf }) => shelf !== undefined).length
    }),
    { numRuns: 100 },
  )
  expect(onShelf).toBeGreaterThan(100)
})

test('edits of a shelved base are checked as those of any other', () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 8 }), fc.array(file, { maxLength: 8 }), (a, b) => {
      const check = openChecker()
      check(shelved(sourcesOf(textsOf(a)), 0))
      const now = sourcesOf(textsOf(b))
      const [kept, anew] = [check(shelved(now, 300)), checkSources(now)]
      expect(asPlainData(kept.diagnostics)).toEqual(asPlainData(anew.diagnostics))
    }),
    { numRuns: 50 },
  )
})

test('files of a folder are read onto a shelf as into the memory', async () => {
  const sources = await readSources('graph-data')
  const there = await readSources('graph-data', undefined, shelving(0))
  expect(there.files.every(({ shelf }) => shelf !== undefined)).toBe(true)
  expect(told(there)).toBe(told(sources))
})

test('the text of a file is taken from the shelf as often for many entities as for one', () => {
  const timesRead = (count: number) => {
    let times = 0
    const entities = Array.from(
      { length: count },
      (_, n) => `  p${n}: { type: x, name: Ada ${n} }\n`,
    )
    const kept = shelving(0)({ path: 'people.yaml', text: `entities:\n${entities.join('')}` })
    const watched = new Proxy(kept, {
      get: (from, key) => {
        times += Number(key === 'text')
        return Reflect.get(from, key, from)
      },
    })
    const { base } = checkSources({ files: [watched], diagnostics: [] })
    expect(base.entities.size).toBe(count)
    return times
  }
  expect(timesRead(50)).toBe(timesRead(1))
})
