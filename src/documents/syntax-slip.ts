import type { SlipName } from '../diagnostics/problems/syntax.ts'

/** A mistake in the way a file is written, where a person would look for it. */
export interface SyntaxSlip {
  readonly start: number
  readonly end: number
  readonly name: SlipName
  /** What the sentence about it quotes. */
  readonly detail: string
}

export function slipAt(start: number, end: number, name: SlipName, detail = ''): SyntaxSlip {
  // The parser may point into the spaces behind a line.
  return { start, end: Math.max(start, end), name, detail }
}
