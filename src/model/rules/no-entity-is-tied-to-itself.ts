import { selfRelation } from '../../diagnostics/problems/meaning.ts'
import type { RelationRule } from '../rule.ts'

/** A relation from an entity to itself is nearly always a slip; an acyclic one is a circle, and reported as that. */
export const noEntityIsTiedToItself: RelationRule = (relations, _ontology, report) => {
  for (const { type, source, target, written } of relations) {
    if (source !== target || type.acyclic) continue
    report(selfRelation(written[0].claim.target, type.id))
  }
}
