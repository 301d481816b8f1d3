/**
 * A list as text that people read and programs split again: `Ada; Countess of Lovelace`. A semicolon or a backslash
 * in an item has a backslash before it.
 */
export function listText(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\;]/g, '\\$&')).join('; ')
}
