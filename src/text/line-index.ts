export interface Position {
  readonly line: number
  readonly column: number
}

/** A text, or where it is to be had. */
export interface Written {
  readonly text: string
  /** Then quicker than to have the whole text. */
  readonly slice?: (from: number, to: number) => string
}

/** The offsets at which lines begin, made once for a file and asked many times. Holds no text that lies elsewhere. */
export interface LineIndex {
  readonly file: Written
  readonly length: number
  /** It holds nothing that could be shown. */
  readonly isBlank: boolean
  readonly starts: ArrayLike<number>
}

/** The starts of more lines are kept as a column, in half the memory. */
const fewLines = 1000

export function lineIndex(text: string, file: Written = { text }): LineIndex {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const isLong = starts.length > fewLines
  return {
    file,
    length: text.length,
    isBlank: text.trim() === '',
    starts: isLong ? Uint32Array.from(starts) : starts,
  }
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
export function lineAt({ file, length, starts }: LineIndex, line: number): string {
  const from = starts[line - 1]
  if (from === undefined) return ''
  const next = starts[line]
  const to = next === undefined ? length : next - 1
  const whole = file.slice ? file.slice(from, to) : file.text.slice(from, to)
  return whole.replace(/\r$/, '')
}
