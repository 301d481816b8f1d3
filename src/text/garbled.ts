/** What programs that take UTF-8 for Windows-1252 make of the bytes 0x80 to 0x9f. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Two or three signs that are one letter read in the wrong encoding. Left out are signs that may follow a capital in a
 * text that is as it should be: quotes, dashes, dots, `®` and `™`. After `ß`, which ends words, anything may follow.
 */
const pairs =
  /Ã[\u0080-\u00aa\u00ac-\u00ba\u00bc-\u00bf€‚ƒ†‡ˆ‰‹•˜™›]|[ÄÅ]Ÿ|[ÂÄÅÐÑ][‹›]|[ÂÄ-ÖØ-Þ][\u0080-\u009f\u00a1-\u00a8\u00ac\u00af-\u00b9\u00bc-\u00bf€‚ƒ†‡ˆ‰•˜]|â€[\u009d˜™œ“”¢¦]/g

export interface Garbled {
  readonly text: string
  /** The letter that it was. */
  readonly meant: string
}

/** The first place where a text shows that it was UTF-8 and was read as something else: `Ã³` for `ó`. */
export function firstGarbled(text: string): Garbled | undefined {
  for (const [garbled] of text.matchAll(pairs)) {
    const meant = meaningOf(garbled)
    if (meant !== undefined) return { text: garbled, meant }
  }
  return undefined
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function meaningOf(garbled: string): string | undefined {
  const bytes = Uint8Array.from(garbled, (letter) => {
    const at = windows.indexOf(letter)
    return at < 0 ? letter.charCodeAt(0) : 0x80 + at
  })
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
