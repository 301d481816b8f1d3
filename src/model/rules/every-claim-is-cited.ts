import type { Report } from '../../diagnostics/diagnostic.ts'
import { uncitedClaim } from '../../diagnostics/problems/evidence.ts'
import type { Claim } from '../claim.ts'
import type { EntityRule } from '../rule.ts'

/** Every claim and every rival of it rests on a source. */
export const everyClaimIsCited: EntityRule = ({ when, attributes, relations }, _, report) => {
  if (when) mustBeCited(when, () => 'This date', report)
  for (const { name, claims } of attributes.values()) {
    for (const claim of claims) mustBeCited(claim, () => `The attribute "${name.value}"`, report)
  }
  for (const claim of relations) {
    const { relation, target } = claim
    mustBeCited(claim, () => `The relation "${relation.value}: ${target.value}"`, report)
  }
}

function mustBeCited(claim: Claim, inWords: () => string, report: Report): void {
  if (claim.citations.length === 0) report(uncitedClaim(claim.span, inWords()))
  for (const rival of claim.rivals) {
    if (rival.citations.length === 0) report(uncitedClaim(rival.span, 'This rival'))
  }
}
