/** The first of some texts in a row, and how many more there are: "a, b and 3 more". */
export function fewOf(texts: readonly string[], most: number): string {
  const more = texts.length - most
  const shown = texts.slice(0, most).join(', ')
  return more > 0 ? `${shown} and ${more} more` : shown
}
