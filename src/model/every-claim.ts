import type { Base } from './base.ts'
import type { Claim, RelationClaim, Rival } from './claim.ts'
import type { Entity } from './entity.ts'

export interface FoundClaim {
  readonly entity: Entity
  readonly claim: Claim
  /** What the claim says, for a message: `the attribute "status"`. */
  readonly what: string
}

/** Every claim of the base as it stands in the files: dates, attributes and relations, in order of entity. */
export function* everyClaim({ entities }: Base): Generator<FoundClaim> {
  for (const entity of entities.values()) {
    if (entity.when) yield { entity, claim: entity.when, what: 'This date' }
    for (const { name, claims } of entity.attributes.values()) {
      for (const claim of claims) yield { entity, claim, what: `The attribute "${name.value}"` }
    }
    for (const claim of entity.relations) yield { entity, claim, what: relationInWords(claim) }
  }
}

/** A claim and its rivals: everything that cites and quotes. */
export function readings(claim: Claim): readonly (Claim | Rival)[] {
  return [claim, ...claim.rivals]
}

function relationInWords({ relation, target }: RelationClaim): string {
  return `The relation "${relation.value}: ${target.value}"`
}
