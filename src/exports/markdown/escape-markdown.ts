import { mendHalves } from '../../text/half-characters.ts'

/**
 * A text that reads the same in Markdown and is nothing but text: no link, no HTML, no heading, no list, no footnote, no
 * mathematics. It is one line: runs of white space become a space. What readers would make a link of, or a
 * mention of a person, stands in a code span, because they do so even where its signs are escaped. Not for the
 * start of a line.
 */
export function escapeMarkdown(text: string): string {
  const line = mendHalves(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return line.split(between).map(piece).join('')
}

/** The same for where a line, an item or a paragraph starts. */
export function escapeLine(text: string): string {
  return escapeMarkdown(text).replace(leading, '$1\\$2')
}

/** What no address holds; the parentheses make `split` keep it. */
const between = /([ `])/

/** Web and mail addresses and `@names`, wherever they stand in a word. */
const address = /:\/\/|@|www\.|mailto:|xmpp:/i

function piece(text: string): string {
  return address.test(text) ? `\`${text}\`` : text.replace(active, '\\$&')
}

/** What Markdown and its common extensions act upon, wherever it stands. */
const active = /[\\`*_[\]{}<>&#|~$^]|:(?=[\w+-]+:)/g

/** What would begin a list, a heading or a definition where it begins a line. */
const leading = /^(\d*)([-+=:%.)])/

/** Only web addresses become links, and they show where they lead. */
export function linkTo(address: string): string {
  return `<${new URL(address).href.replace(/[<>\s]/g, encodeURIComponent)}>`
}
