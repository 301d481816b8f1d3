import { duplicateValue } from '../../diagnostics/problems/meaning.ts'
import type { AttributeClaim } from '../claim.ts'
import type { EntityRule } from '../rule.ts'

/** Of two values of an attribute something differs: the value, its date, who says so or how sure it is. */
export const noAttributeIsToldTwice: EntityRule = ({ attributes }, _, report) => {
  for (const { name, claims } of attributes.values()) {
    if (claims.length < 2) continue
    const first = new Map<string, AttributeClaim>()
    for (const claim of claims) {
      const said = sayingOf(claim)
      const earlier = first.get(said)
      if (earlier === undefined) first.set(said, claim)
      else report(duplicateValue(claim.span, name.value, earlier.span))
    }
  }
}

/** All but the evidence, of which there can be more. */
function sayingOf(claim: AttributeClaim): string {
  const { value, when, saidBy, confidence, inferred, note, rivals } = claim
  const speakers = saidBy.map((speaker) => speaker.value)
  return JSON.stringify([value, when?.text, speakers, confidence, inferred, note, rivals])
}
