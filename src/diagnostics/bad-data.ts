import type { Diagnostic } from './diagnostic.ts'

/** The data has mistakes, and who opened it wanted none. */
export class BadData extends Error {
  override readonly name = 'BadData'
  /** All that the checker says, in order of place. */
  readonly diagnostics: readonly Diagnostic[]

  constructor(message: string, diagnostics: readonly Diagnostic[]) {
    super(message)
    this.diagnostics = diagnostics
  }
}
