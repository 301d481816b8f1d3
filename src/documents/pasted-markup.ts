import { windowsLetter } from '../text/garbled.ts'
import { hiddenCharacters } from '../text/hidden-characters.ts'
import type { Span } from '../text/span.ts'
import { placedTexts } from './placed-texts.ts'
import type { YamlNode } from './yaml-node.ts'

export interface Markup {
  readonly text: string
  /** The letter that it stands for; a tag stands for none. */
  readonly meant: string | undefined
}

const letters: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', ndash: '–', mdash: '—' },
}

/** Of tags those that nobody writes for anything else: one that closes, a line break, one with an attribute. */
const tags = 'a|b|blockquote|div|em|font|h[1-6]|i|img|li|ol|p|span|strong|sub|sup|table|td|tr|u|ul'
const markup = new RegExp(
  `&(?:(?<name>${Object.keys(letters).join('|')})|#(?<number>[0-9]{2,6})|#x(?<hex>[0-9a-f]{2,5}));|</(?:${tags})>|<br ?/?>|<(?:${tags}) [a-z-]+=[^<>]*>`,
  'i',
)

/** Keys and values with signs of HTML in them, as they come in from the source text of web pages, feeds and spreadsheets. */
export function pastedMarkup(
  text: string,
  root: YamlNode,
): readonly { readonly span: Span; readonly found: Markup }[] {
  if (!/[&<]/.test(text)) return []
  return placedTexts(root).flatMap(({ text: value, span }) => {
    const sign = markup.exec(value)
    return sign ? [{ span, found: { text: sign[0], meant: letterOf(sign.groups ?? {}) } }] : []
  })
}

/** As browsers read it. What nobody could see, or is half a letter, is nothing to type. */
function letterOf({ name, number, hex }: Readonly<Record<string, string>>): string | undefined {
  if (name !== undefined) return letters[name.toLowerCase()]
  const code = number === undefined ? Number.parseInt(hex ?? '', 16) : Number(number)
  if (Number.isNaN(code) || code < 32 || (code >= 0xd800 && code < 0xe000)) return undefined
  if (code === 0xa0) return ' '
  const letter = windowsLetter(code) ?? String.fromCodePoint(code)
  return hiddenCharacters(letter).length > 0 ? undefined : letter
}
