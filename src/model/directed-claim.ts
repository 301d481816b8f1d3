import { compareText } from '../text/compare-text.ts'
import type { Entity } from './entity.ts'
import type { Ontology, RelationType } from './ontology.ts'
import type { WrittenRelation } from './relation.ts'

/** A written claim turned into its relation's own direction. Whether its ends are there is not yet known. */
export interface DirectedClaim extends WrittenRelation {
  readonly type: RelationType
  readonly source: string
  readonly target: string
}

/** The claims of one entity whose relations the ontology knows; the others have been reported where they were read. */
export function directedClaims(
  owner: Entity,
  { relationTypes, inverses }: Ontology,
): DirectedClaim[] {
  const directed: DirectedClaim[] = []
  for (const claim of owner.relations) {
    const name = claim.relation.value
    const inverted = inverses.get(name)
    const type = relationTypes.get(inverted ?? name)
    if (type === undefined) continue
    const here = owner.id.value
    const there = claim.target.value
    // A role is that of the source, so a symmetric relation with one keeps the direction in which it is written.
    const isFree = type.symmetric && claim.role === undefined
    const swap = isFree ? compareText(there, here) < 0 : inverted !== undefined
    directed.push({
      claim,
      owner,
      type,
      source: swap ? there : here,
      target: swap ? here : there,
    })
  }
  return directed
}
