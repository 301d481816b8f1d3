import type { Base } from './base.ts'
import type { Citation, Claim } from './claim.ts'
import type { Entity } from './entity.ts'

/** Shows every claim of an entity: its date, its attributes and its relations, in this order. */
export function eachClaim(entity: Entity, look: (claim: Claim) => void): void {
  if (entity.when) look(entity.when)
  for (const { claims } of entity.attributes.values()) claims.forEach(look)
  entity.relations.forEach(look)
}

/** Shows every citation of the base; one that stands at the top of a file is shown once for each claim that it serves. */
export function eachCitation(
  { entities, identity }: Base,
  look: (citation: Citation) => void,
): void {
  const lookAt = (claim: Claim) => {
    claim.citations.forEach(look)
    for (const rival of claim.rivals) rival.citations.forEach(look)
  }
  for (const decision of identity) decision.citations.forEach(look)
  for (const entity of entities.values()) eachClaim(entity, lookAt)
}
