export interface Position {
  readonly line: number
  readonly column: number
}

/** The offsets at which lines begin, made once for a file and asked many times. */
export interface LineIndex {
  readonly text: string
  readonly starts: readonly number[]
}

export function lineIndex(text: string): LineIndex {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return { text, starts }
}

/** One-based line and column (in UTF-16 units, as editors and SARIF count) of an offset. */
export function positionAt({ starts }: LineIndex, offset: number): Position {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}

/** The text of a one-based line without its line end. */
export function lineAt({ text, starts }: LineIndex, line: number): string {
  const from = starts[line - 1]
  if (from === undefined) return ''
  const to = starts[line]
  return text.slice(from, to === undefined ? text.length : to - 1).replace(/\r$/, '')
}
