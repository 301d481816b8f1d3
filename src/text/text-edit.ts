/** Replaces the characters from `start` to before `end` (UTF-16 units) of one text. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The text after all edits, which may come in any order. Edits that overlap are our own mistake: throws. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = []
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new Error('Two edits overlap.')
    parts.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return parts.join('') + text.slice(at)
}
