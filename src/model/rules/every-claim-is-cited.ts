import { uncitedClaim } from '../../diagnostics/problems.ts'
import { everyClaim } from '../every-claim.ts'
import type { Rule } from '../rule.ts'

/** Every claim and every rival of it rests on a source. */
export const everyClaimIsCited: Rule = (base, report) => {
  for (const { claim, what } of everyClaim(base)) {
    if (claim.citations.length === 0) report(uncitedClaim(claim.span, what))
    for (const rival of claim.rivals) {
      if (rival.citations.length === 0) report(uncitedClaim(rival.span, 'This rival'))
    }
  }
}
