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
