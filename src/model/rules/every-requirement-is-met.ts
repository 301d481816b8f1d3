import { missingKey } from '../../diagnostics/problems/shape.ts'
import type { RelationClaim } from '../claim.ts'
import type { RelationRule } from '../rule.ts'

const examples: Readonly<Record<string, string>> = {
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
      const missing = written.every(({ claim }) => !has(claim, key))
      const { span } = written[0].claim
      if (missing) report(missingKey(span, `"${type.id}"`, key, examples[key] ?? `${key}: …`))
    }
  }
}

function has(claim: RelationClaim, key: string): boolean {
  if (key === 'when') return claim.when !== undefined
  if (key === 'cite') return claim.citations.length > 0
  if (key === 'said-by') return claim.saidBy.length > 0
  if (key === 'confidence') return claim.confidence !== undefined
  return claim.role !== undefined
}
