/** Entities and relations, by their keys in the graph. */
export interface Items {
  readonly nodes: readonly string[]
  readonly edges: readonly string[]
}

export const noItems: Items = { nodes: [], edges: [] }
