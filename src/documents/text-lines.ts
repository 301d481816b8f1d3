/** A line of a text: where it begins, where its content does, and where that ends. */
export interface TextLine {
  readonly start: number
  readonly contentStart: number
  readonly end: number
  readonly content: string
}

export function lineAround(text: string, at: number): TextLine {
  // Before the first character there is none; `lastIndexOf` would look at that one.
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
  const newline = text.indexOf('\n', at)
  const whole = text.slice(start, newline < 0 ? undefined : newline)
  let from = 0
  let to = whole.length
  while (from < to && isBlank(whole, from)) from++
  while (from < to && isBlank(whole, to - 1)) to--
  return { start, contentStart: start + from, end: start + to, content: whole.slice(from, to) }
}

/** Other spaces are content: to YAML they are letters. */
function isBlank(text: string, at: number): boolean {
  return ' \t\r'.includes(text.charAt(at))
}

/** The lines above a place, the nearest first, without empty ones and comments. */
export function* linesAbove(text: string, at: number): Generator<TextLine> {
  let end = lineAround(text, at).start - 1
  while (end >= 0) {
    const line = lineAround(text, end)
    if (line.content !== '' && !line.content.startsWith('#')) yield line
    end = line.start - 1
  }
}

export function lineBelow(text: string, at: number): TextLine | undefined {
  const newline = text.indexOf('\n', at)
  return newline < 0 ? undefined : lineAround(text, newline + 1)
}

/** One-based, as editors show it. */
export function columnOf({ start, contentStart }: TextLine): number {
  return contentStart - start + 1
}
