import type { Report } from '../../diagnostics/diagnostic.ts'
import { contradictsIdentity, unlikeTypes } from '../../diagnostics/problems/names.ts'
import type { Base } from '../base.ts'
import type { IdentityDecision } from '../entity.ts'
import { groupBy } from '../group-by.ts'
import type { BaseRule } from '../rule.ts'

/** Two entities are the same, different or undecided, and not two of these; who is the same as a third is the same. */
export const noDecisionContradictsAnother: BaseRule = (base, report) => {
  const { identity } = base
  const same = identity.filter(({ verdict }) => verdict === 'same')
  const others = identity.filter(({ verdict }) => verdict !== 'same')
  for (const decision of same) againstTypes(decision, base, report)
  againstSame(same, others, report)
  const different = others.filter(({ verdict }) => verdict === 'different')
  const undecided = others.filter(({ verdict }) => verdict === 'undecided')
  againstDifferent(different, undecided, report)
}

/** Who is a person is no place: two that are the same have a type in common. */
function againstTypes({ entities, span }: IdentityDecision, base: Base, report: Report): void {
  const [first, ...others] = entities
  for (const other of others) {
    const [a, b] = [first, other].map((id) => base.entities.get(id?.value ?? ''))
    if (a === undefined || b === undefined) continue
    const [ofA, ofB] = [a, b].map(({ type }) => base.ontology.entityTypes.get(type.value)?.types)
    if (ofA === undefined || ofB === undefined || ofA.at(-1) === ofB.at(-1)) continue
    report(unlikeTypes(span, [a.id.value, b.id.value], [a.type.value, b.type.value]))
  }
}

function againstSame(
  same: readonly IdentityDecision[],
  others: readonly IdentityDecision[],
  report: Report,
): void {
  const rootOf = joined(same)
  const sameOn = membership(same)
  for (const decision of others) {
    for (const [a, ...rest] of groupBy(idsOf(decision), rootOf).values()) {
      const b = rest[0]
      if (a === undefined || b === undefined) continue
      const { tie, isDirect } = tieOf(sameOn.get(a), sameOn.get(b))
      if (tie) report(contradictsIdentity(decision, [a, b], tie, !isDirect))
    }
  }
}

/** The decision that makes two the same, or else one of those on the second. */
function tieOf(
  ofA: ReadonlySet<IdentityDecision> = new Set(),
  ofB: ReadonlySet<IdentityDecision> = new Set(),
) {
  const direct = [...ofA].find((decision) => ofB.has(decision))
  return { tie: direct ?? [...ofB][0], isDirect: direct !== undefined }
}

function againstDifferent(
  different: readonly IdentityDecision[],
  undecided: readonly IdentityDecision[],
  report: Report,
): void {
  const differentOn = membership(different)
  for (const decision of undecided) {
    const firstIn = new Map<IdentityDecision, string>()
    for (const id of idsOf(decision)) {
      for (const earlier of differentOn.get(id) ?? []) {
        const first = firstIn.get(earlier)
        if (first !== undefined) report(contradictsIdentity(decision, [first, id], earlier, false))
        firstIn.set(earlier, first ?? id)
      }
    }
  }
}

function idsOf({ entities }: IdentityDecision): string[] {
  return [...new Set(entities.map(({ value }) => value))].sort()
}

/** The decisions in which each id stands. */
function membership(
  decisions: readonly IdentityDecision[],
): ReadonlyMap<string, ReadonlySet<IdentityDecision>> {
  const of = new Map<string, Set<IdentityDecision>>()
  for (const decision of decisions) {
    for (const id of idsOf(decision)) of.set(id, (of.get(id) ?? new Set()).add(decision))
  }
  return of
}

/** Gives all ids that decisions make one, be it by way of others, one of them as their root. */
function joined(same: readonly IdentityDecision[]): (id: string) => string {
  const parents = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) {
      const above = parents.get(up)
      if (above !== undefined) parents.set(root, above)
      root = up
    }
    return root
  }
  for (const decision of same) {
    const [first, ...rest] = idsOf(decision)
    if (first === undefined) continue
    for (const id of rest) {
      const [a, b] = [rootOf(first), rootOf(id)]
      if (a !== b) parents.set(b, a)
    }
  }
  return rootOf
}
