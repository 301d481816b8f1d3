import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeLine, escapeMarkdown, linkTo } from '../../src/exports/markdown/escape-markdown.ts'
import { markdown } from '../../src/exports/markdown/markdown.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { parseUrl } from '../../src/text/parse-url.ts'
import { anyText } from './any-text.ts'
import { awkwardGraph } from './awkward-graph.ts'
import { everyNode, readMarkdown, textOf } from './read-markdown.ts'

test.each([
  ['awkward.md', {}],
  ['awkward-ada.md', { about: 'ada' }],
])('%s reads well', async (file, options) => {
  await expect(written(awkwardGraph(), options)).toMatchFileSnapshot(`golden/${file}`)
})

describe.each([{}, { about: 'ada' }, { about: 'markup' }])('%o', (options) => {
  const nodes = [...everyNode(readMarkdown(written(awkwardGraph(), options)))]
  const ofType = (type: string) => nodes.filter((node) => node.type === type)

  test('every mark leads to a footnote, and every footnote has a mark', () => {
    const [marks, notes] = ['footnoteReference', 'footnoteDefinition'].map(
      (type) => new Set(ofType(type).map(({ identifier }) => identifier)),
    )
    expect(marks).toEqual(notes)
  })

  test('hostile names stay text: no HTML, no image, no table, no code block, no link but to sources', () => {
    for (const type of ['html', 'image', 'imageReference', 'table', 'code', 'linkReference']) {
      expect(ofType(type), type).toEqual([])
    }
    const known = ['https://news.example/1?a=1&b=2']
    for (const { url } of ofType('link')) expect(known).toContain(url)
  })
})

test('a claim carries its sources, its quotes, its doubts and its rivals', () => {
  const nodes = [...everyNode(readMarkdown(written(awkwardGraph(), { about: 'ada' })))]
  const item = nodes.find((n) => n.type === 'listItem' && textOf(n).includes('Raid killed Ada'))
  const marks = [...everyNode(item ?? { type: '' })].filter((n) => n.type === 'footnoteReference')
  expect(marks.map(({ identifier }) => identifier)).toEqual(['1', '2', '3'])
  expect(textOf(item ?? { type: '' })).toMatch(/Probable\..*Another reading: .*Note: by radio\./s)
  const [note] = nodes.filter((node) => node.type === 'footnoteDefinition').map(textOf)
  expect(note).toBe('“Journal”, paragraph 2: “was "killed" <yesterday>”')
})

test('without an entity, each has its heading', () => {
  const graph = awkwardGraph()
  const headings = [...everyNode(readMarkdown(written(graph)))].filter(
    ({ type, depth }) => type === 'heading' && depth === 2,
  )
  const labels = graph.mapNodes((id, { label }) => (label === '' ? id : plain(label)))
  expect(headings.map(textOf)).toEqual([...labels, 'Sources'])
})

test('what is left out is counted', () => {
  const counts = (options: { about?: string }) =>
    Object.fromEntries(markdown.losses(awkwardGraph(), options).map((l) => [l.kind, l.count]))
  expect(counts({})).toEqual({
    'kinds-left-out': 6,
    'joined-lines': 5,
    'ontology-left-out': 9,
  })
  expect(counts({ about: 'ada' })).toEqual({
    'entities-left-out': 11,
    'relations-left-out': 12,
    'kinds-left-out': 2,
    'joined-lines': 2,
    'ontology-left-out': 9,
    'name-left-out': 1,
  })
})

describe.each([
  ['a paragraph', '', 'paragraph', 1, escapeLine],
  ['an item', '- ', 'list', 1, escapeLine],
  ['a heading', '# ', 'heading', 0, escapeMarkdown],
  ['the middle of a line', 'x ', 'paragraph', 1, escapeMarkdown],
])('any text in %s', (_, before, type, paragraphs, escaped) => {
  test('stays text and reads back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const root = readMarkdown(`${before}${escaped(text)}\n`)
        const expected = `${before.replace(/[-# ]+$/, '')} ${plain(text)}`.trim()
        if (expected === '') return
        expect(root.children?.map((child) => child.type)).toEqual([type])
        const kinds = [...everyNode(root)].map((node) => node.type)
        const allowed = ['root', 'list', 'listItem', 'paragraph', 'heading', 'text', 'inlineCode']
        expect(kinds.filter((kind) => !allowed.includes(kind))).toEqual([])
        expect(kinds.filter((kind) => kind === 'paragraph')).toHaveLength(paragraphs)
        expect(textOf(root)).toBe(expected)
      }),
      { numRuns: 1500 },
    )
  })
})

test('a long word takes no time', () => {
  for (const piece of ['a', ':', 'a:', '@', '`', '[', '1', 'www', '+']) {
    expect(escapeLine(piece.repeat(300_000)).length).toBeGreaterThanOrEqual(300_000)
  }
})

test('no web address ends its link', () => {
  fc.assert(
    fc.property(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      anyText,
      (url, text) => {
        const address = `${url}${text}`
        if (parseUrl(address) === undefined) return
        const root = readMarkdown(`x ${linkTo(address)} y\n`)
        const links = [...everyNode(root)].filter((node) => node.type === 'link')
        expect(links.map((link) => new URL(link.url ?? '').protocol)).toEqual([
          new URL(address).protocol,
        ])
        expect(textOf(root)).toMatch(/^x .* y$/)
      },
    ),
    { numRuns: 500 },
  )
})

function written(graph: KnowledgeGraph, options: { about?: string } = {}): string {
  return [...markdown.write(graph, options)].join('')
}

/** A text on one line, as far as a document can hold it. */
function plain(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
