/** Halves of characters (lone surrogates), which UTF-8 cannot hold, become U+FFFD. */
export function mendHalves(text: string): string {
  return text.replace(half, '\ufffd')
}

export function countHalves(text: string): number {
  return text.match(half)?.length ?? 0
}

const half = /\p{Surrogate}/gu
