import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, openCompiler } from '../../src/compile.ts'
import { fixProblems } from '../../src/edits/fix-problems.ts'
import { formatDocument } from '../../src/edits/format-document.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { changesOf } from '../documents/strict-texts.ts'
import { jsonOf } from '../graph/sources-of.ts'
import { keepTrying } from './keep-trying.ts'

const base = readdirSync('test/base', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join('test/base', path), 'utf8') }))

/** Words of the data and signs that mean something to the checker, where a reader of YAML sees nothing new. */
const words = [
  ...['hildebrand', 'bergen', 'person', 'type', 'relations', 'cite', 'when', 'rivals', 'value'],
  ...['__proto__', 'constructor', 'ledger#p1', '2012/2011', '[a, b]', '{ value: x, when: 2012 }'],
  ...['denied', 'true', 'count', '-1', 'entities', 'is', 'abstract', 'from', 'inverse', 'acyclic'],
]

const edit = fc.record({
  at: fc.nat(base.length - 1),
  text: fc.boolean(),
  word: fc.tuple(fc.nat(), fc.constantFrom(...words)),
  slips: fc.nat(3),
})

/** Texts of the base of which some have slips and some have other words in the place of their own. */
const edits = fc.array(
  edit.chain(({ at, word: [place, word], slips }) => {
    const text = base[at]?.text ?? ''
    const tokens = text.split(/(\b[\w#-]+\b)/)
    const odd = (place % Math.max(1, tokens.length >> 1)) * 2 + 1
    const swapped = tokens.map((token, index) => (index === odd ? word : token)).join('')
    const texts = slips === 0 ? changesOf(fc.constant(swapped)) : fc.constant(swapped)
    return texts.map((changed) => ({ at, text: changed }))
  }),
  { minLength: 1, maxLength: 4 },
)

test('any edits compile, as one by one so at once, and can be formatted and mended', async () => {
  await keepTrying('compiler', 0.15, edits, (changes) => {
    const remembering = openCompiler()
    let files = base
    remembering({ files, diagnostics: [] })
    for (const { at, text } of changes) {
      files = files.map((file, index) => (index === at ? { ...file, text } : file))
      const { graph, diagnostics } = remembering({ files, diagnostics: [] })
      const clean = compile({ files, diagnostics: [] })
      expect(diagnostics).toEqual(clean.diagnostics)
      expect(jsonOf(buildGraph(graph))).toBe(jsonOf(clean.graph))
      expect(formatDocument(files[at] ?? { path: '', text: '' }).kind).not.toBe('different')
    }
    fixProblems({ files, diagnostics: [] })
  })
})
