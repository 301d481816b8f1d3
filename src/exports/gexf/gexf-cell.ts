import type { Cell } from '../columns.ts'
import { escapeXml } from '../xml.ts'

/**
 * A value as XML text. A list takes the form that survives Gephi, `["a, b", "c"]`, in which quotation marks have a
 * backslash before them; an empty one has no value at all.
 */
export function cellXml(cell: Cell): string | undefined {
  if (typeof cell === 'string') return escapeXml(cell)
  if (typeof cell !== 'object') return cell === undefined ? undefined : String(cell)
  return cell.length === 0 ? undefined : `[&quot;${cell.map(itemXml).join('&quot;, &quot;')}&quot;]`
}

function itemXml(item: string): string {
  const quoted = item.includes('"') || item.includes('\\')
  return escapeXml(quoted ? item.replace(/["\\]/g, '\\$&') : item)
}
