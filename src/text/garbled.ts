/** What programs that take UTF-8 for Windows-1252 make of the bytes 0x80 to 0x9f. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Two or three signs that are one letter read in the wrong encoding. Left out are signs that may follow a capital in a
 * text that is as it should be: quotes, dashes, dots, `®` and `™`. After `ß`, which ends words, anything may follow.
 */
const pairs =
  /Ã[\u0080-\u00aa\u00ac-\u00ba\u00bc-\u00bf€‚ƒ†‡ˆ‰‹•˜™›]|[ÄÅ]Ÿ|[ÂÄÅÐÑ][‹›]|[ÂÄ-ÖØ-Þ][\u0080-\u009f\u00a1-\u00a8\u00ac\u00af-\u00b9\u00bc-\u00bf€‚ƒ†‡ˆ‰•˜]|â€[\u009d˜™œ“”¢¦]/g

/** What programs that take UTF-8 for Windows-1251 make of the bytes 0x80 to 0xbf; 0xd0 and 0xd1, which begin Cyrillic letters, are Р and С. */
const cyrillic = 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї'

/** Three letters in a row: one or two such pairs may be a word in capitals, or stand at the end of a quotation. */
const cyrillicPairs = new RegExp(`(?:[РС][${cyrillic}]){3,}`, 'g')

/** `ﬁ` is one sign for two letters: typesetters use it, and PDFs hand it on. `�` is in the place of a letter that was lost. */
const single = /[\ufb00-\ufb06]|\ufffd/

/** What a number from 0x80 to 0x9f stands for in Windows-1252, and so in web pages. */
export function windowsLetter(code: number): string | undefined {
  return code >= 0x80 && code <= 0x9f ? windows[code - 0x80] : undefined
}

export interface Garbled {
  readonly why: 'encoding' | 'ligature' | 'lost'
  readonly text: string
  /** What it was; of what is lost nobody knows. */
  readonly meant: string
}

/** The first place where a text shows that a program has spoilt it on its way: `Ã³` for `ó`. */
export function firstGarbled(text: string): Garbled | undefined {
  const [sign] = single.exec(text) ?? []
  if (sign === '\ufffd') return { why: 'lost', text: sign, meant: '' }
  if (sign !== undefined) return { why: 'ligature', text: sign, meant: sign.normalize('NFKC') }
  for (const [garbled] of text.matchAll(pairs)) {
    const meant = meaningOf(garbled)
    if (meant !== undefined) return { why: 'encoding', text: garbled, meant }
  }
  for (const [garbled] of text.matchAll(cyrillicPairs)) {
    const meant = cyrillicIn(garbled)
    if (meant !== undefined && !/^\p{Lu}*$/u.test(garbled))
      return { why: 'encoding', text: garbled, meant }
  }
  return undefined
}

function cyrillicIn(garbled: string): string | undefined {
  return decoded(garbled, (letter) => {
    const at = cyrillic.indexOf(letter)
    return at < 0 ? 0xd0 + 'РС'.indexOf(letter) : 0x80 + at
  })
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function meaningOf(garbled: string): string | undefined {
  return decoded(garbled, (letter) => {
    const at = windows.indexOf(letter)
    return at < 0 ? letter.charCodeAt(0) : 0x80 + at
  })
}

function decoded(garbled: string, byteOf: (letter: string) => number): string | undefined {
  const bytes = Uint8Array.from(garbled, byteOf)
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
