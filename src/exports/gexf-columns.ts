/** A declared attribute of nodes or edges: `Subject` is what its value is read from. */
export interface Column<Subject> {
  /** Lower-case ASCII with a prefix: readers fold case, and bare names such as `label` collide with theirs. */
  readonly id: string
  readonly title: string
  readonly type: ColumnType
  readonly value: (subject: Subject) => Cell
}

export type ColumnType = 'string' | 'integer' | 'double' | 'boolean' | 'liststring'
export type Cell = string | number | boolean | readonly string[] | undefined

/** A list takes the form that survives Gephi: `["a, b", "c"]`. An empty one has no value at all. */
export function cellText(cell: Cell): string | undefined {
  if (cell === undefined || typeof cell === 'string') return cell
  if (typeof cell !== 'object') return String(cell)
  if (cell.length === 0) return undefined
  return `[${cell.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(', ')}]`
}
