import type { AllRelationsRule, BaseRule, EntityRule, MeetingRule, RelationRule } from '../rule.ts'
import { bothEndsAgree } from './both-ends-agree.ts'
import { everyCitationResolves } from './every-citation-resolves.ts'
import { everyClaimIsCited } from './every-claim-is-cited.ts'
import { everyEndFits } from './every-end-fits.ts'
import { everyNameIsItsOwn } from './every-name-is-its-own.ts'
import { everyNameKeepsToOneScript } from './every-name-keeps-to-one-script.ts'
import { everyReferenceResolves } from './every-reference-resolves.ts'
import { everyRequirementIsMet } from './every-requirement-is-met.ts'
import { everyRivalSaysSomethingElse } from './every-rival-says-something-else.ts'
import { everySourceIsCited } from './every-source-is-cited.ts'
import { everyTypeFits } from './every-type-fits.ts'
import { noAttributeIsToldTwice } from './no-attribute-is-told-twice.ts'
import { noDecisionContradictsAnother } from './no-decision-contradicts-another.ts'
import { noEntityIsTiedToItself } from './no-entity-is-tied-to-itself.ts'
import { noMoreThanAtMost } from './no-more-than-at-most.ts'
import { noPartIsOutsideItsEvent } from './no-part-is-outside-its-event.ts'
import { noRelationRunsInACircle } from './no-relation-runs-in-a-circle.ts'
import { noSourceIsThereTwice } from './no-source-is-there-twice.ts'
import { nothingActsAfterItsEnd } from './nothing-acts-after-its-end.ts'
import { nothingActsBeforeItsStart } from './nothing-acts-before-its-start.ts'

// All rules of the checker, by what they may look at; within a list the order does not matter.

export const entityRules: readonly EntityRule[] = [
  everyClaimIsCited,
  everyNameKeepsToOneScript,
  everyRivalSaysSomethingElse,
  everyTypeFits,
  noAttributeIsToldTwice,
]

export const relationRules: readonly RelationRule[] = [
  bothEndsAgree,
  everyEndFits,
  everyRequirementIsMet,
  noEntityIsTiedToItself,
  noPartIsOutsideItsEvent,
]

export const allRelationsRules: readonly AllRelationsRule[] = [
  noMoreThanAtMost,
  noRelationRunsInACircle,
  nothingActsAfterItsEnd,
  nothingActsBeforeItsStart,
]

export const meetingRules: readonly MeetingRule[] = [everyNameIsItsOwn]

export const baseRules: readonly BaseRule[] = [
  everyCitationResolves,
  everyReferenceResolves,
  everySourceIsCited,
  noDecisionContradictsAnother,
  noSourceIsThereTwice,
]
