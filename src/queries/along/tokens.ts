/** A name, a number, or one sign. */
export interface Token {
  readonly text: string
  readonly isName: boolean
  /** Half-open range of characters. */
  readonly start: number
  readonly end: number
}

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[^\s/|^*+?!(){},]+|\S/gu)].map(({ 0: found, index }) => ({
    text: found,
    isName: !/^[/|^*+?!(){},]$/.test(found),
    start: index,
    end: index + found.length,
  }))
}
