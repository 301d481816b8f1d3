/** A property path of SPARQL 1.1 over the relations of an ontology. */
export type PathExpression =
  | { readonly kind: 'relation'; readonly relation: string; readonly inverse: boolean }
  /** Any relation but these: walked from source to target, backwards, or both, where a list is given. */
  | { readonly kind: 'not'; readonly ahead?: readonly string[]; readonly back?: readonly string[] }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PathExpression[] }
  | { readonly kind: 'inverse'; readonly part: PathExpression }
  /** `most` may be infinite. */
  | {
      readonly kind: 'repeat'
      readonly part: PathExpression
      readonly least: number
      readonly most: number
    }
