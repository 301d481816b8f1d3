import { isAscii } from './is-ascii.ts'

/** Letters that have no decomposition in Unicode, and how readers type them. */
const plain: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

const article = /\b(?:al|el|ul|as|ash|an|ar|az|ad|at)[-\s]+(?=\w)/g

/** Spellings of one sound in common transliterations of Arabic, Persian and Turkic names. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/[’'ʿʾ`‘]/g, ''],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/q|ck/g, 'k'],
  [/w/g, 'v'],
  [/ee|iy|ij/g, 'i'],
  [/oo|ou/g, 'u'],
  [/ph/g, 'f'],
  [/o/g, 'u'],
  [/e/g, 'i'],
  [/(.)\1+/g, '$1'],
]

/**
 * Accents and points, which readers leave out, of the scripts where they can; elsewhere a mark is a letter of its own,
 * as the vowels of Devanagari are. What follows no letter and what only chooses a glyph goes everywhere.
 */
const marks =
  /(?<=[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}])\p{M}+|(?<![\p{L}\p{M}])\p{M}+|\p{Variation_Selector}/gu

/** Lower case without diacritics: `Šīrīn` and `shirin` differ, `Málaga` and `malaga` do not. */
export function foldCase(text: string): string {
  if (isAscii(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/[øłđðþßæœı]/g, (letter) => plain[letter] ?? letter)
}

/** Folds transliterations too, so that `al-Qaida`, `al Qaeda` and `el Kaida` meet. */
export function foldSound(text: string): string {
  return soundOf(foldCase(text))
}

/** Of a text that `foldCase` has folded. */
export function soundOf(folded: string): string {
  return foldSpellings(folded.replace(article, 'al'))
}

/** The same where an article is a word by itself: `an attack` keeps two. */
export function foldSoundApart(text: string): string {
  return foldSpellings(foldCase(text))
}

function foldSpellings(text: string): string {
  return sounds.reduce((folded, [from, to]) => folded.replace(from, to), text)
}
