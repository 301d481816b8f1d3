import { missingKey } from '../../diagnostics/problems/shape.ts'
import type { RequirableKey } from '../claim.ts'
import type { RelationRule } from '../rule.ts'
import { says } from '../unread-keys.ts'

const examples: Readonly<Record<RequirableKey, string>> = {
  when: 'when: 2012-03',
  cite: 'cite: report#p1',
  'said-by': 'said-by: ada',
  confidence: 'confidence: probable',
  as: 'as: commander',
}

/** A relation whose type requires a key has it, at one of its ends at least. */
export const everyRequirementIsMet: RelationRule = (relations, _ontology, report) => {
  for (const { type, written } of relations) {
    for (const key of type.requires) {
      const missing = written.every(({ claim }) => !says(claim, key) && !claim.unread.includes(key))
      const { span } = written[0].claim
      if (missing) report(missingKey(span, `"${type.id}"`, key, examples[key]))
    }
  }
}
