import { expect, test, vi } from 'vitest'
import { formatDocument } from '../../src/edits/format-document.ts'

/** What the broken formatter below makes of a formatted text. */
const damage = vi.hoisted(() => ({ of: (text: string) => text }))

vi.mock('../../src/edits/format-print.ts', async (original) => {
  const real = await original<typeof import('../../src/edits/format-print.ts')>()
  type Root = Parameters<typeof real.printLayout>[0]
  return { printLayout: (root: Root) => damage.of(real.printLayout(root)) }
})

const file = {
  path: 'people/ada.yaml',
  text: `name: Ada # the first
type: person
attributes: { rank: "20" }
relations:
  - leads: guild
    note: |
      Two
      lines
  # knows: bob
  - leads: fleet
`,
}

test('a formatter that works is trusted', () => {
  expect(formatDocument(file).kind).toBe('formatted')
})

test.each<[string, (text: string) => string]>([
  ['loses a comment', (text) => text.replace(' # the first', '')],
  ['changes a comment', (text) => text.replace('# the first', '# the second')],
  ['says a comment twice', (text) => `${text}# knows: bob\n`],
  ['makes a value of a comment', (text) => text.replace('# knows', '- knows')],
  ['loses a key', (text) => text.replace('name: Ada # the first', '# the first')],
  ['changes a value', (text) => text.replace('Ada', 'Eve')],
  ['changes a key', (text) => text.replace('name:', 'nam:')],
  ['takes the quotes from a number', (text) => text.replace('"20"', '20')],
  ['loses a line end', (text) => text.replace('Two\n      ', 'Two ')],
  ['loses the last line end of a text', (text) => text.replace('|', '|-')],
  ['loses an item', (text) => text.replace('  - leads: fleet\n', '')],
  [
    'swaps items',
    (text) => text.replace('guild', '%').replace('fleet', 'guild').replace('%', 'fleet'),
  ],
  ['makes a list of a value', (text) => text.replace('leads: fleet', 'leads: [fleet]')],
  ['makes a mistake of YAML', (text) => text.replace('Ada', '"Ada')],
  ['says a key twice', (text) => `${text}name: Ada\n`],
  ['cuts a text short', (text) => text.replace('Ada #', 'Ada #x #')],
  ['writes nothing', () => ''],
])('a formatter that %s is not trusted', (_, broken) => {
  damage.of = (text) => {
    const damaged = broken(text)
    expect(damaged).not.toBe(text)
    return damaged
  }
  expect(formatDocument(file)).toEqual({ kind: 'different' })
})
