import type { Report } from '../diagnostics/diagnostic.ts'
import type { Base } from './base.ts'

/** A rule looks at the whole base and reports; it changes nothing and needs no other rule. */
export type Rule = (base: Base, report: Report) => void
