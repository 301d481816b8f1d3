import type { PathIndex } from '../path-index.ts'
import type { Monitor } from '../routes/monitor.ts'
import { type Alphabet, automatonFor } from './automaton.ts'
import type { PathExpression } from './path-expression.ts'

/**
 * Watches that the relations on a walk spell the expression. It tells the direction, too: `leads` is walked from source
 * to target, `^leads` or its inverse's name the other way, and a symmetric relation either way.
 */
export function expressionMonitor(index: PathIndex, expression: PathExpression): Monitor {
  const { table, labels, states, start, accepting } = automatonFor(expression, alphabetOf(index))
  return {
    states,
    start,
    next: (state, edge, isForward) => {
      const label = 2 * (index.relation[edge] as number) + (isForward ? 0 : 1)
      return table[state * labels + label] as number
    },
    accepts: (state) => accepting[state] === true,
  }
}

/** Two labels for each relation: walked from source to target, and the other way. */
function alphabetOf({ graph, relations }: PathIndex): Alphabet {
  const declared = graph.getAttribute('ontology').relations
  const labelsAt = (at: number, inverse: boolean) => {
    const isSymmetric = declared[relations[at] ?? '']?.symmetric === true
    return isSymmetric ? [2 * at, 2 * at + 1] : [2 * at + (inverse ? 1 : 0)]
  }
  return {
    labels: 2 * relations.length,
    labelsOf: (relation, inverse) => {
      const at = relations.indexOf(relation)
      return at < 0 ? [] : labelsAt(at, inverse)
    },
    all: (inverse) => relations.flatMap((_, at) => labelsAt(at, inverse)),
  }
}
