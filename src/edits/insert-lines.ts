import type { TextEdit } from '../text/text-edit.ts'
import { lineBreakOf } from './extent.ts'

/** Puts lines where a line begins, or at the end of a text, set in to a column. */
export function insertLines(
  text: string,
  at: number,
  column: number,
  lines: readonly string[],
): TextEdit {
  const eol = lineBreakOf(text)
  const setIn = lines.map((line) => `${line === '' ? '' : ' '.repeat(column)}${line}${eol}`)
  const before = at > 0 && at === text.length && !text.endsWith('\n') ? eol : ''
  return { start: at, end: at, text: before + setIn.join('') }
}
