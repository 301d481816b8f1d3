import { expect, test } from 'vitest'
import { parseDocument } from '../../src/documents/parse-document.ts'

const toldOf = (name: string) =>
  parseDocument({ path: 'a.yaml', text: `name: x ${name} y\n` }).diagnostics.map(
    ({ message }) => message,
  )

test.each([
  ['&amp;', '&'],
  ['&nbsp;', ' '],
  ['&#160;', ' '],
  ['&#233;', 'é'],
  ['&#x2019;', '’'],
  // What old pages say, and browsers show.
  ['&#146;', '’'],
])('%s is how a web page writes "%s"', (markup, letter) => {
  expect(toldOf(markup)).toEqual([
    `"${markup}" is how web pages write "${letter}". Type the letter itself.`,
  ])
})

test.each(['&#8203;', '&#x202e;', '&#173;', '&#55357;', '</b>', '<br/>', '<a href=x>'])(
  '%s is nothing that anybody could type',
  (markup) => {
    expect(toldOf(markup)).toEqual([
      `"${markup}" belongs to a web page and is not read as anything here. Delete it.`,
    ])
  },
)

test.each(['R&D', 'a < b > c', '<x>', '&x;', '20 & younger', 'AT&T;'])('%s is a text', (text) => {
  expect(toldOf(text)).toEqual([])
})
