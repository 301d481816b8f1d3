import type { Report } from '../../diagnostics/diagnostic.ts'
import { pointlessRival } from '../../diagnostics/problems/meaning.ts'
import type { Claim, Rival, Scalar } from '../claim.ts'
import type { EntityRule } from '../rule.ts'

/** A rival differs from its claim in value, target or date, or denies it. */
export const everyRivalSaysSomethingElse: EntityRule = (entity, _, report) => {
  const { when, attributes, relations } = entity
  if (when) mustDiffer(when, when.when.text, report)
  for (const { claims } of attributes.values()) {
    for (const claim of claims) mustDiffer(claim, claim.value, report)
  }
  // The targets of one relation share its rivals: what is told of one for each of them is told once.
  const told = new Set<number>()
  const once: Report = (diagnostic) => {
    if (!told.has(diagnostic.span.start)) report(diagnostic)
    told.add(diagnostic.span.start)
  }
  for (const claim of relations) mustDiffer(claim, claim.target.value, once)
}

/** `said` is what a claim says beside its date: an attribute its value, a relation its target. */
function mustDiffer(claim: Claim, said: Scalar, report: Report): void {
  for (const rival of claim.rivals) {
    if (!rival.denied && saysTheSame(rival, claim, said)) report(pointlessRival(rival.span))
  }
}

function saysTheSame({ value, target, when }: Rival, claim: Claim, said: Scalar): boolean {
  const other = value ?? target?.value
  const sameValue = other === undefined || String(other) === String(said)
  const sameDate = when === undefined || when.text === claim.when?.text
  return sameValue && sameDate
}
