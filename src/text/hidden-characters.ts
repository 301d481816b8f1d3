export interface HiddenCharacter {
  readonly offset: number
  readonly length: number
  /** `U+202E`. */
  readonly codePoint: string
}

/**
 * Characters that a reader cannot see and that change what is read: controls, bidirectional marks, zero-width
 * spaces, blank letters, marks of musical and shorthand notation, noncharacters, lone surrogates. The joiners U+200C and
 * U+200D stay: Persian, Indic scripts and emoji need them. So do the tags of a flag, which follow a black flag.
 */
export const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find.
  /[\u034f\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff]|(?<!\ud83c\udff4(?:\udb40[\udc00-\udc7f]){0,7})\udb40[\udc00-\udc7f]|\udb40[\udc80-\udcff\uddf0-\udfff]|[\udb41-\udb43][\udc00-\udfff]|\ud82f[\udca0-\udca3]|\ud834[\udd73-\udd7a]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export function hiddenCharacters(text: string): HiddenCharacter[] {
  return mayHide(text) ? found(text, hidden) : []
}

/** A superset of what the pattern finds. The pattern takes six times as long where a text has a letter beyond Latin. */
function mayHide(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((kinds[code] || kindOf(code)) === kind.maybe) return true
  }
  return false
}

const kind = { harmless: 1, maybe: 2 } as const

/** By code unit, as far as met. Half of a pair is hidden by itself, so what is hidden as a pair is met here too. */
const kinds = new Uint8Array(2 ** 16)

function kindOf(code: number): number {
  const isHidden = String.fromCharCode(code).search(hidden) >= 0
  kinds[code] = isHidden ? kind.maybe : kind.harmless
  return kinds[code]
}

const spaces = '\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000'

/** Of typesetters, East Asian keyboards and web pages: they look like a space and are none to YAML. */
export const strangeSpace = new RegExp(`[\\u00a0${spaces}]`)

/** No-break spaces, which come in by copying, wherever they stand; others where a value begins or ends. */
const misleading = new RegExp(`\\u00a0|^[${spaces}]|[${spaces}]$`, 'g')

export function misleadingSpaces(text: string): HiddenCharacter[] {
  return found(text, misleading)
}

/**
 * The first of more accents on one letter than any script needs; Unicode's stream-safe format has this limit. To
 * normalize a name of half a million accents takes minutes.
 */
export function heapedMarks(
  text: string,
): { readonly start: number; readonly end: number } | undefined {
  const heap = /\p{M}{31,}/u.exec(text)
  return heap ? { start: heap.index, end: heap.index + heap[0].length } : undefined
}

function found(text: string, pattern: RegExp): HiddenCharacter[] {
  return Array.from(text.matchAll(pattern), ({ 0: character, index }) => ({
    offset: index,
    length: character.length,
    codePoint: codePointOf(character),
  }))
}

/** `U+202E` */
export function codePointOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
