import type { Suggestion } from '../text/nearest.ts'
import { hasPlace, type SourcePlaces } from './source.ts'

/** `p.13`, `¶ 13`, `para 13`, `pp12–13`, `13`: a number or two behind what people put before it. */
const spelling =
  /^(?<word>¶¶?|pp?|pars?|paras?|paragraphs?|pgs?|pages?)?[. ]*(?<first>[0-9]{1,6})(?:-(?:\k<word>[. ]*)?(?<last>[0-9]{1,6}))?$/

/** The place that a person meant, if the source has it: `p13` for `p.13`, `p12-p13` for `p12–13`. */
export function suggestLocator(places: SourcePlaces, locator: string): Suggestion | undefined {
  const plain = locator
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ ?[\u2010-\u2015\u2212-] ?/g, '-')
  const { word = '', first, last } = spelling.exec(plain)?.groups ?? {}
  // Our own words for the two, in the wrong order or with one letter too few.
  const [, own] = /^(p|page)[0-9]+-\1?[0-9]+$/.exec(locator) ?? []
  const kind = own ?? kindOf(word, places)
  if (kind === undefined || first === undefined) return undefined
  const ends = [first, last ?? first].map(Number).sort((a, b) => a - b)
  const text = [...new Set(ends)].map((end) => `${kind}${end}`).join('-')
  const isOnly = own !== undefined || /^(?:¶|pa)/.test(word)
  return hasPlace(places, text) ? { text, isOnly } : undefined
}

/** Whoever writes "p." or a bare number may mean either, where the source has both. */

function kindOf(word: string, { paragraphs, pages }: SourcePlaces): 'p' | 'page' | undefined {
  const kinds = [
    paragraphs !== undefined && /^(?:|¶.*|p|par.*)$/.test(word) && 'p',
    pages !== undefined && /^(?:|pp?|pa?g.*)$/.test(word) && 'page',
  ] as const
  const [only, another] = kinds.filter((kind) => kind !== false)
  return another === undefined ? only : undefined
}
