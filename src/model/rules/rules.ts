import type { Rule } from '../rule.ts'
import { bothEndsAgree } from './both-ends-agree.ts'
import { everyCitationResolves } from './every-citation-resolves.ts'
import { everyClaimIsCited } from './every-claim-is-cited.ts'
import { everyEndFits } from './every-end-fits.ts'
import { everyReferenceResolves } from './every-reference-resolves.ts'
import { everyRequirementIsMet } from './every-requirement-is-met.ts'
import { everySourceIsCited } from './every-source-is-cited.ts'
import { everyTypeFits } from './every-type-fits.ts'
import { noMoreThanAtMost } from './no-more-than-at-most.ts'
import { noRelationRunsInACircle } from './no-relation-runs-in-a-circle.ts'
import { nothingActsAfterItsEnd } from './nothing-acts-after-its-end.ts'

/** All rules of the checker; the order does not matter. */
export const rules: readonly Rule[] = [
  bothEndsAgree,
  everyCitationResolves,
  everyClaimIsCited,
  everyEndFits,
  everyReferenceResolves,
  everyRequirementIsMet,
  everySourceIsCited,
  everyTypeFits,
  noMoreThanAtMost,
  noRelationRunsInACircle,
  nothingActsAfterItsEnd,
]
