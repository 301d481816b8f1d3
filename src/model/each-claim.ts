import type { Citation, Claim } from './claim.ts'
import type { Entity } from './entity.ts'

/** Shows every claim of an entity: its date, its attributes and its relations, in this order. */
export function eachClaim(entity: Entity, look: (claim: Claim) => void): void {
  if (entity.when) look(entity.when)
  for (const { claims } of entity.attributes.values()) claims.forEach(look)
  entity.relations.forEach(look)
}

/** Every citation of an entity; one that stands at the top of a file comes once for each claim that it serves. */
export function eachCitation(entity: Entity, look: (citation: Citation) => void): void {
  eachClaim(entity, (claim) => {
    claim.citations.forEach(look)
    for (const rival of claim.rivals) rival.citations.forEach(look)
  })
}
