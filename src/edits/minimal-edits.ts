import { type ChangeObject, diffLines } from 'diff'
import type { TextEdit } from '../text/text-edit.ts'

/** Beyond so many lines that differ, a text is replaced as a whole: to find what is alike takes too long. */
const mostChanges = 2000

/** The edits that make one text of another and leave alone what is in both, in order and apart from each other. */
export function minimalEdits(before: string, after: string): TextEdit[] {
  const parts = diffLines(before, after, { maxEditLength: mostChanges })
  const whole = { start: 0, end: before.length, text: after }
  const edits = parts === undefined ? [whole] : hunksOf(parts)
  return edits.flatMap((edit) => trimmed(before, edit))
}

/** What is removed and what is put in its place follow each other. */
function hunksOf(parts: readonly ChangeObject<string>[]): TextEdit[] {
  let at = 0
  return parts.flatMap(({ value, added, removed }, index) => {
    const start = at
    if (!added) at += value.length
    const next = parts[index + 1]
    if (removed) return [{ start, end: at, text: next?.added ? next.value : '' }]
    return added && !parts[index - 1]?.removed ? [{ start, end: start, text: value }] : []
  })
}

/** Without what is the same at its beginning and its end; nothing where all is. */
function trimmed(before: string, { start, end, text }: TextEdit): TextEdit[] {
  const old = before.slice(start, end)
  if (old === text) return []
  const shorter = Math.min(old.length, text.length)
  let head = 0
  while (head < shorter && old[head] === text[head]) head++
  if (isWithin(old, head) || isWithin(text, head)) head--
  let tail = 0
  while (tail < shorter - head && old.at(-1 - tail) === text.at(-1 - tail)) tail++
  if (isWithin(old, old.length - tail) || isWithin(text, text.length - tail)) tail--
  return [{ start: start + head, end: end - tail, text: text.slice(head, text.length - tail) }]
}

/** Whether a place is within a character of two units or a line end of two: no editor can go there. */
function isWithin(text: string, at: number): boolean {
  return /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(Math.max(0, at - 1), at + 1))
}
