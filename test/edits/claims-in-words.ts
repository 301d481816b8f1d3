import type { Base } from '../../src/model/base.ts'
import type { Citation, Claim, Rival } from '../../src/model/claim.ts'

type Name = (id: string) => string

/**
 * What a base claims, as it is written at either end, with other names for ids: by all that is said, the places that
 * are cited for it. Two claims that come to say the same are one with the citations of both.
 */
export function claimsInWords(
  { entities }: Base,
  name: Name = (id) => id,
): Record<string, readonly string[]> {
  const cited = new Map<string, Set<string>>()
  const tell = (said: readonly unknown[], claim: Claim) => {
    const key = JSON.stringify([...said, ...evidence(claim, name), rivals(claim, name)])
    const known = cited.get(key) ?? new Set()
    for (const citation of claim.citations) known.add(inWords(citation))
    cited.set(key, known)
  }
  for (const { id, when, attributes, relations } of entities.values()) {
    const owner = name(id.value)
    if (when) tell([owner, 'when'], when)
    for (const [key, { claims }] of attributes) {
      for (const claim of claims) tell([owner, key, claim.value], claim)
    }
    for (const claim of relations) {
      const { relation, target, role } = claim
      tell([owner, relation.value, name(target.value), role], claim)
    }
  }
  return Object.fromEntries([...cited].sort().map(([said, places]) => [said, [...places].sort()]))
}

function evidence(claim: Omit<Claim, 'rivals' | 'citations'>, name: Name): unknown[] {
  const { when, saidBy, confidence, inferred, note } = claim
  const speakers = [...new Set(saidBy.map(({ value }) => name(value)))].sort()
  return [when?.text, speakers, confidence, inferred, note]
}

function rivals(claim: Claim, name: Name): string[] {
  const told = ({ value, target, denied, citations, ...rest }: Rival) =>
    JSON.stringify([
      value,
      target && name(target.value),
      denied,
      citations.map(inWords).sort(),
      ...evidence(rest, name),
    ])
  return claim.rivals.map(told).sort()
}

function inWords({ source, at, quote }: Citation): string {
  return JSON.stringify([source, at, quote])
}
