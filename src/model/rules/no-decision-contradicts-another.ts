import { contradictsIdentity } from '../../diagnostics/problems.ts'
import type { IdentityDecision } from '../entity.ts'
import type { Rule } from '../rule.ts'

/** Two entities are the same, different or undecided, and not two of these. */
export const noDecisionContradictsAnother: Rule = ({ identity }, report) => {
  const first = new Map<string, IdentityDecision>()
  for (const decision of identity) {
    const ids = [...new Set(decision.entities.map(({ value }) => value))].sort()
    for (const [at, a] of ids.entries()) {
      for (const b of ids.slice(at + 1)) {
        const pair = `${a} ${b}`
        const earlier = first.get(pair) ?? decision
        first.set(pair, earlier)
        if (earlier.verdict === decision.verdict) continue
        report(contradictsIdentity(decision.span, [a, b], decision.verdict, earlier))
      }
    }
  }
}
