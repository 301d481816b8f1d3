import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDocument } from '../../src/documents/parse-document.ts'
import { forgetView, keepView } from '../../src/edits/keep-view.ts'
import { nothingNoted } from '../../src/model/mentions.ts'
import type { NamedView } from '../../src/model/named-view.ts'
import { readViews } from '../../src/model/read-views.ts'

const path = 'views.yaml'
const documentOf = (text: string) => parseDocument({ path, text })

/** What the file says afterwards; refusals are thrown with their sentence. */
function kept(text: string | undefined, view: NamedView): string {
  const change = keepView(text === undefined ? undefined : documentOf(text), view)
  if ('refused' in change) throw new Error(change.refused)
  return change.after ?? ''
}

function viewsIn(text: string): readonly NamedView[] {
  const complain = ({ message }: { message: string }) => {
    throw new Error(message)
  }
  const document = documentOf(text)
  expect(document.diagnostics).toEqual([])
  return readViews(document, complain, nothingNoted())
}

const raid = { name: 'The raid', note: 'Who was there?', address: 'around=ada&hops=2&when=2009' }

test('the first view begins the file', () => {
  expect(kept(undefined, raid)).toBe(`views:
  - name: The raid
    note: Who was there?
    show:
      around: ada
      hops: 2
      when: 2009
`)
})

test('a further view comes last, lists are lists, and comments stay', () => {
  const text = `# Ours.
views:
  # Of the first year.
  - name: First
    show: { around: ada }  # to be checked
`
  expect(kept(text, { name: 'Second', address: 'hide=bo,cy&pin=ada:12:-5.5&inferred=no' })).toBe(
    `${text}  - name: Second
    show:
      hide: [bo, cy]
      inferred: "no"
      pin: ada:12:-5.5
`,
  )
})

test('a view takes the place of the one of its name', () => {
  const text = kept(kept(undefined, raid), { name: 'Other', address: 'entity=bo' })
  const after = kept(text, { name: ' The  raid ', address: 'entity=ada' })
  expect(viewsIn(after)).toEqual([
    { name: 'The raid', address: 'entity=ada' },
    { name: 'Other', address: 'entity=bo' },
  ])
})

test.each([
  ['an empty file', ''],
  ['a comment', '# Nothing yet.\n'],
  ['an empty list', 'views: []\n'],
  ['no list', 'views:\n'],
  ['other line ends', 'views:\r\n  - name: A\r\n    show: {}\r\n'],
  ['no line end', 'views:\n- name: A\n  show: {}'],
])('%s takes a view', (_, text) => {
  expect(viewsIn(kept(text, raid)).at(-1)).toEqual(raid)
})

test.each([
  ['a list in brackets', 'views: [{ name: A, show: {} }]\n'],
  ['a text', 'views: none\n'],
  ['a mistake', 'views:\n  - name: A\n    shows: {}\n'],
  ['no YAML', 'views: [\n'],
])('%s is left alone', (_, text) => {
  const change = keepView(documentOf(text), raid)
  expect(change).toMatchObject({ refused: expect.stringContaining('views.yaml') })
})

test('a name must be there and be seen', () => {
  expect(keepView(undefined, { ...raid, name: ' \n ' })).toMatchObject({
    refused: 'A view needs a name.',
  })
  expect(keepView(undefined, { ...raid, note: 'a\u202eb' })).toHaveProperty('refused')
})

test('a view that is forgotten goes with its lines, the last one leaves an empty list', () => {
  const text = kept(kept(undefined, raid), { name: 'Other', address: 'entity=bo' })
  const once = forgetView(documentOf(text), 'The raid')
  if ('refused' in once) throw new Error(once.refused)
  expect(once.after).toBe('views:\n  - name: Other\n    show:\n      entity: bo\n')
  const twice = forgetView(documentOf(once.after ?? ''), 'Other')
  if ('refused' in twice) throw new Error(twice.refused)
  expect(viewsIn(twice.after ?? '')).toEqual([])
  expect(viewsIn(kept(twice.after, raid))).toEqual([raid])
  expect(forgetView(documentOf(text), 'Nobody')).toMatchObject({
    refused: 'There is no view "Nobody".',
  })
})

test('whatever a name, a note and an address hold comes back, and nothing else changes', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 })
  const id = fc.stringMatching(/^[a-z0-9]{1,5}(-[a-z0-9]{1,3})?$/)
  const address = fc
    .record({
      around: fc.option(id),
      find: fc.option(text),
      hide: fc.array(id, { maxLength: 3 }),
      when: fc.constantFrom('', '2009', '2009-01/2012', '-0044'),
    })
    .map(({ around, find, hide, when }) => {
      const parts = new URLSearchParams({ around: around ?? '', hide: hide.join(), when })
      parts.set('find', (find ?? '').trim())
      return String(parts)
    })
  fc.assert(
    fc.property(
      fc.array(fc.record({ name: text, note: text, address }), { maxLength: 4 }),
      (all) => {
        const { file, expected } = keptInTurn(all)
        const found = file === undefined ? [] : viewsIn(file)
        expect(found.map(({ name, address }) => [name, partsOf(address)])).toEqual([...expected])
      },
    ),
    { numRuns: 300 },
  )
})

function keptInTurn(views: readonly NamedView[]) {
  let file: string | undefined
  const expected = new Map<string, [string, string][]>()
  for (const view of views) {
    const change = keepView(file === undefined ? undefined : documentOf(file), view)
    if ('refused' in change) continue
    file = change.after
    expected.set(view.name.normalize('NFC').replace(/\s+/g, ' ').trim(), partsOf(view.address))
  }
  return { file, expected }
}

/** What an address says, in whatever order and with whatever escapes. */
function partsOf(address: string): [string, string][] {
  return [...new URLSearchParams(address)].filter(([, value]) => value !== '').sort()
}
