/** Which columns of a table mean what. */
export interface TablePlan {
  readonly kind: 'entities' | 'relations'
  /** The parts that have a meaning of their own. */
  readonly parts: ReadonlyMap<Part, Cell>
  /** What else is kept: the name of a value, and the column that it stands in; in order of column. */
  readonly values: readonly (readonly [name: string, column: number])[]
}

/** A column, or the same text for every row. */
export type Cell = { readonly column: number } | { readonly value: string }

export const entityParts = ['id', 'type', 'name', 'aliases', 'summary', 'when'] as const

export const relationParts = [
  ...(['id', 'relation', 'source', 'target', 'source-type', 'target-type', 'directed'] as const),
  ...(['role', 'when', 'start', 'end', 'confidence', 'said-by', 'inferred', 'note'] as const),
  ...(['cite', 'url'] as const),
]

export type Part = (typeof entityParts)[number] | (typeof relationParts)[number]
