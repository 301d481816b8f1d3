/** What became of a request that asks for more than to read. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string }
