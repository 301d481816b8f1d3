import type { Report } from '../../diagnostics/diagnostic.ts'
import { uncitedClaim } from '../../diagnostics/problems/evidence.ts'
import { type Claim, unreadCitations } from '../claim.ts'
import type { EntityRule } from '../rule.ts'

/** Every claim and every rival of it rests on a source. */
export const everyClaimIsCited: EntityRule = (entity, { ontology }, report) => {
  const { type, when, attributes, relations } = entity
  // A date that should not be there needs no evidence.
  const isDated = ontology.entityTypes.get(type.value)?.dated !== false
  if (when && isDated) mustBeCited(when, () => 'This date', report, 'when')
  for (const { name, claims } of attributes.values()) {
    for (const claim of claims)
      mustBeCited(claim, () => `The attribute "${name.value}"`, report, name.value)
  }
  // The targets of one relation share its rivals.
  const seen = new Set<Claim['rivals']>()
  for (const claim of relations) {
    const { relation, target, rivals } = claim
    const inWords = () => `The relation "${relation.value}: ${target.value}"`
    mustBeCited(seen.has(rivals) ? { ...claim, rivals: [] } : claim, inWords, report)
    if (rivals.length > 0) seen.add(rivals)
  }
}

function mustBeCited(claim: Claim, inWords: () => string, report: Report, bare?: string): void {
  if (isUncited(claim)) report(uncitedClaim(claim.span, inWords(), bare))
  for (const rival of claim.rivals) {
    if (isUncited(rival)) report(uncitedClaim(rival.span, 'This rival'))
  }
}

function isUncited({ citations }: Pick<Claim, 'citations'>): boolean {
  return citations.length === 0 && citations !== unreadCitations
}
