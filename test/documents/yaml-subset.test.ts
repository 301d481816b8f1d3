import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseDocument } from '../../src/documents/parse-document.ts'
import type { YamlNode } from '../../src/documents/yaml-node.ts'
import { asText, treeOf } from './plain-tree.ts'
import { yamlText } from './yaml-texts.ts'

const seed = Number(process.env.FC_SEED ?? 20120317)
const runs = Number(process.env.FC_RUNS ?? 5000)

test('a document of the subset holds what was written, and what the yaml package reads', () => {
  fc.assert(
    fc.property(yamlText, ({ text, value }) => {
      const { root, diagnostics } = parseDocument({ path: 'a.yaml', text })
      expect(diagnostics).toEqual([])
      const read = root && treeOf(root)
      expect(read).toEqual(value)
      expect(read).toEqual(asText(parse(text, { schema: 'failsafe', stringKeys: true })))
    }),
    { seed, numRuns: runs * 0.3 },
  )
})

test('the span of a key or a one-line value is the text as it was written', () => {
  fc.assert(
    fc.property(yamlText, ({ text }) => {
      const { root } = parseDocument({ path: 'a.yaml', text })
      for (const { value, span } of root ? located(root) : []) {
        const written = text.slice(span.start, span.end)
        const isPlain = /^[^'"|>]/.test(written) && !written.includes('\n')
        expect(isPlain ? written : String(parse(written, { schema: 'failsafe' }) ?? '')).toBe(value)
      }
    }),
    { seed, numRuns: runs / 10 },
  )
})

const someText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  // Marks of YAML, thrown together.
  fc
    .array(
      fc.constantFrom(
        ...['a', 'b: ', '- ', '? ', ': ', '\n', '\n  ', '\n\t', '[', ']', '{', '}', ',', '"', "'"],
        ...[
          '&a ',
          '*a',
          '!t ',
          '!!str ',
          '%YAML 1.1\n',
          '---',
          '\n---\n',
          '\n...\n',
          '|',
          '>',
          '|-',
        ],
        ...['\n', '\r\n', '\r', '#', ' #', '<<: ', '\ufeff', '\u00a0', '~', '\\', '\\x', '@', '`'],
      ),
      { maxLength: 30 },
    )
    .map((marks) => marks.join('')),
  // A good document with a piece of it replaced.
  fc
    .tuple(
      yamlText,
      fc.nat(),
      fc.nat(8),
      fc.string({ unit: fc.constantFrom(...'&*!?-:[]{},"\'\n\t #|>%@a') }),
    )
    .map(([{ text }, at, length, piece]) => {
      const start = at % (text.length + 1)
      return text.slice(0, start) + piece + text.slice(start + length)
    }),
)

test('no text makes it throw, and a text without a root has a diagnostic in its bounds', () => {
  fc.assert(
    fc.property(someText, (text) => {
      const { root, diagnostics } = parseDocument({ path: 'a.yaml', text })
      if (root === undefined) expect(diagnostics.length).toBeGreaterThan(0)
      for (const { span } of diagnostics) {
        expect(span.start).toBeLessThanOrEqual(span.end)
        expect(span.end).toBeLessThanOrEqual(text.length)
      }
    }),
    { seed, numRuns: runs },
  )
})

test('what it accepts without a diagnostic is what the yaml package reads, or it is no map', () => {
  fc.assert(
    fc.property(someText, (text) => {
      const { root, diagnostics } = parseDocument({ path: 'a.yaml', text })
      if (root === undefined || diagnostics.length > 0) return
      expect(treeOf(root)).toEqual(
        asText(parse(text, { schema: 'failsafe', stringKeys: true, logLevel: 'error' })),
      )
    }),
    { seed: seed + 1, numRuns: runs },
  )
})

interface Found {
  readonly value: string
  readonly span: { readonly start: number; readonly end: number }
}

/** Keys and scalars; the span of a block of text begins at its `|` or `>` and is another matter. */
function located(node: YamlNode): Found[] {
  if (node.kind === 'scalar')
    return node.text.endsWith('\n') ? [] : [{ value: node.text, span: node.span }]
  if (node.kind === 'list') return node.items.flatMap(located)
  return node.entries.flatMap(({ key, value }) => [key, ...located(value)])
}
