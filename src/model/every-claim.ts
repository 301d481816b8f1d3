import type { Base } from './base.ts'
import type { Claim, Rival } from './claim.ts'

/** Every claim of the base as it stands in the files: dates, attributes and relations, in order of entity. */
export function* everyClaim({ entities }: Base): Generator<Claim> {
  for (const { when, attributes, relations } of entities.values()) {
    if (when) yield when
    for (const { claims } of attributes.values()) yield* claims
    yield* relations
  }
}

/** A claim and its rivals: everything that cites and quotes. */
export function readings(claim: Claim): readonly (Claim | Rival)[] {
  return [claim, ...claim.rivals]
}
