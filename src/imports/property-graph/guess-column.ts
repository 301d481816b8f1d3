import type { Scalar } from '../../model/claim.ts'
import { groupBy } from '../../model/group-by.ts'
import { foldCase } from '../../text/fold.ts'
import type { Properties } from './property-graph.ts'

/** A name as people write it in the heads of tables: `Start date`, `start_date` and `startDate` are one. */
export function plainName(name: string): string {
  return foldCase(name.slice(0, 100)).replace(/[^a-z0-9]+/g, '')
}

interface InTable {
  readonly table?: string
}

/** What columns mean, guessed for each table by itself: another one may call the same thing otherwise. */
export function columnsByTable<Item extends InTable, Columns>(
  items: readonly Item[],
  guess: (items: readonly Item[]) => Columns,
): (item: Item) => Columns {
  const tables = groupBy(items, tableOf)
  const columns = new Map(Array.from(tables, ([table, rows]) => [table, guess(rows)] as const))
  return (item) => columns.get(tableOf(item)) ?? guess([item])
}

function tableOf({ table = '' }: InTable): string {
  return table
}

/** The names that all items together use. */
export function namesIn(items: readonly { readonly properties: Properties }[]): string[] {
  const names = new Set<string>()
  for (const { properties } of items) for (const name of properties.keys()) names.add(name)
  return [...names]
}

/** The name that means one of these, the first of them that is there. */
export function columnOf(
  names: readonly string[],
  meanings: readonly string[],
): string | undefined {
  for (const meaning of meanings) {
    const found = names.filter((name) => plainName(name) === meaning).sort()[0]
    if (found !== undefined) return found
  }
  return undefined
}

/** Classes have few names, and none of them is long or a number. */
const mostClasses = 100
const longestClass = 60

/** A slip in one row of ten does not make a column another. */
const mostSlips = 0.1

/** Whether the values of a property name what things are, and not things: of several, the first counts. */
export function isClass(
  items: readonly { readonly properties: Properties }[],
  name: string,
): boolean {
  const seen = new Set<Scalar>()
  let [told, slips] = [0, 0]
  for (const { properties } of items) {
    const [value] = properties.get(name) ?? []
    if (value === undefined) continue
    told++
    if (typeof value !== 'string' || !isClassName(value)) slips++
    else if (seen.add(value).size > mostClasses) return false
  }
  const isMostlyWords = slips <= Math.max(told * mostSlips, told > 1 ? 1 : 0)
  return isMostlyWords && [...seen].some((value) => !shapes.has(String(value)))
}

/** Whether a property only says how to draw, as `type` does in some programs. */
export function isShape(
  items: readonly { readonly properties: Properties }[],
  name: string,
): boolean {
  const values = items.flatMap(({ properties }) => properties.get(name) ?? [])
  return plainName(name) === 'type' && values.every((value) => shapes.has(String(value)))
}

export function isClassName(value: string): boolean {
  return value.trim() !== '' && value.length <= longestClass && Number.isNaN(Number(value))
}

/** What programs that draw call the shape of a node or an edge under the name of `type`. */
const shapes: ReadonlySet<string> = new Set([
  ...['circle', 'square', 'border', 'image', 'pictogram', 'line', 'arrow', 'curve', 'curved'],
  ...['curvedArrow', 'straight', 'rectangle', 'diamond', 'triangle', 'disc', 'dot'],
])
