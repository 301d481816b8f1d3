/** A text of several lines, set in by two spaces. */
export function indented(text: string): string {
  return text.replace(/^/gm, '  ')
}
