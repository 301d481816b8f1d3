/**
 * A list as text that people read and programs split again: `Ada; Countess of Lovelace`. A semicolon or a backslash
 * in an item has a backslash before it.
 */
export function listText(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\;]/g, '\\$&')).join('; ')
}

/** The items of such a text; none where it is empty. A backslash before another character is one that a person wrote. */
export function listItems(text: string): string[] {
  if (text === '') return []
  const items = ['']
  for (const [found, escaped] of text.matchAll(/\\([\\;])|; ?|[^\\;]+|\\/g)) {
    if (found.startsWith(';')) items.push('')
    else items[items.length - 1] += escaped ?? found
  }
  return items
}
