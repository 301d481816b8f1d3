/** A half-open range of characters (UTF-16 units) in one source file. Line and column are derived on demand. */
export interface Span {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** A value together with the place a person wrote it. */
export interface Located<T> {
  readonly value: T
  readonly span: Span
}
