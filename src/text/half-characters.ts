/** Halves of characters (lone surrogates), which UTF-8 cannot hold, become U+FFFD. */
export function mendHalves(text: string): string {
  return anyHalf.test(text) ? text.replace(half, '\ufffd') : text
}

export function countHalves(text: string): number {
  return anyHalf.test(text) ? (text.match(half)?.length ?? 0) : 0
}

/** Also of whole characters beyond U+FFFF; without the flag `u` it is fast. */
const anyHalf = /[\ud800-\udfff]/
const half = /\p{Surrogate}/gu
