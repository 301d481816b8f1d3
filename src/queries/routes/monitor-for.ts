import { expressionMonitor } from '../along/expression-monitor.ts'
import type { PathExpression } from '../along/path-expression.ts'
import type { PathIndex } from '../path-index.ts'
import type { Term } from '../term.ts'
import { both, type Monitor } from './monitor.ts'
import { viaMonitor } from './via-monitor.ts'

export interface Watched {
  readonly from: string
  readonly to: string
  /** Each of these must lie on the path: a relation that is walked, or an entity on the way. */
  readonly via?: readonly Term[]
  /** What the relations on the way must spell. */
  readonly along?: PathExpression
}

/** What watches the walks of a question; undefined where it asks for nothing that must lie on them. */
export function monitorFor(index: PathIndex, question: Watched): Monitor | undefined {
  const along = question.along && expressionMonitor(index, question.along)
  const via = question.via?.length ? viaMonitor(index, question.via, question) : undefined
  return via && along ? both(via, along) : (via ?? along)
}
