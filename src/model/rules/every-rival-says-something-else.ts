import { pointlessRival } from '../../diagnostics/problems/meaning.ts'
import type { Base } from '../base.ts'
import type { AttributeClaim, Claim, RelationClaim, Rival, Scalar } from '../claim.ts'
import type { Rule } from '../rule.ts'

/** A rival differs from its claim in value, target or date, or denies it. */
export const everyRivalSaysSomethingElse: Rule = (base, report) => {
  for (const { claim, said } of claims(base)) {
    for (const rival of claim.rivals) {
      if (!rival.denied && saysTheSame(rival, claim, said)) report(pointlessRival(rival.span))
    }
  }
}

/** What a claim says beside its date: an attribute its value, a relation its target, an event's date nothing. */
type Said = Scalar | undefined

function* claims({ entities }: Base): Generator<{ claim: Claim; said: Said }> {
  for (const { when, attributes, relations } of entities.values()) {
    if (when) yield { claim: when, said: when.when.text }
    for (const attribute of attributes.values()) {
      for (const claim of attribute.claims as readonly AttributeClaim[])
        yield { claim, said: claim.value }
    }
    for (const claim of relations as readonly RelationClaim[])
      yield { claim, said: claim.target.value }
  }
}

function saysTheSame({ value, target, when }: Rival, claim: Claim, said: Said): boolean {
  const other = value ?? target?.value
  const sameValue = other === undefined || String(other) === String(said)
  const sameDate = when === undefined || when.text === claim.when?.text
  return sameValue && sameDate
}
