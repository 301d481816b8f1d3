import { type Bounds, boundsOf } from '../../dates/bounds.ts'
import type { Report } from '../../diagnostics/diagnostic.ts'
import { conflictingEnds, duplicateClaim } from '../../diagnostics/problems/meaning.ts'
import { repeatedItem } from '../../diagnostics/problems/shape.ts'
import type { Confidence, RelationClaim } from '../claim.ts'
import type { Entity } from '../entity.ts'
import type { Relation, WrittenRelation } from '../relation.ts'
import type { RelationRule } from '../rule.ts'

/** A relation may be written at both ends, if they agree; at one end it is written once. */
export const bothEndsAgree: RelationRule = (relations, _ontology, report) => {
  for (const { type, written } of relations) {
    if (written.length < 2) continue
    const [first, ...rest] = written
    for (const later of rest) compareWithin(type.id, first, later, report)
  }
  if (relations.length < 2) return
  const writtenOnce = relations.filter(({ written }) => written.length === 1)
  const owners = new Set(writtenOnce.map(({ written }) => written[0].owner))
  if (owners.size > 1) compareAcross(writtenOnce, report)
}

function compareWithin(
  relation: string,
  first: WrittenRelation,
  later: WrittenRelation,
  report: Report,
): void {
  const { span, target } = later.claim
  if (first.owner === later.owner && first.claim.span.start === span.start) {
    report(repeatedItem(target.span, target.value, first.claim.target.span))
  } else if (first.owner === later.owner) {
    report(duplicateClaim(span, relation, first.claim.span, areEqual(first, later)))
  } else if (disagree(first.claim.confidence, later.claim.confidence)) {
    const told = [later.claim.confidence, first.claim.confidence]
    report(conflictingEnds(span, relation, 'confidence', told, first.claim.span))
  }
}

/** Whether two claims in one file differ in nothing but their citations, and each is written for one target. */
function areEqual({ claim: a, owner }: WrittenRelation, { claim: b }: WrittenRelation): boolean {
  const shared = sharedIn(owner)
  const isAlone = ({ span }: RelationClaim) => !shared.has(span.start)
  return isAlone(a) && isAlone(b) && sayingOf(a) === sayingOf(b)
}

/** Looked up once for an entity: thousands of its claims may be there twice. */
const sharedClaims = new WeakMap<Entity, ReadonlySet<number>>()

/** Where claims of an entity stand that are written for several targets. */
function sharedIn(owner: Entity): ReadonlySet<number> {
  const known = sharedClaims.get(owner)
  if (known) return known
  const [seen, shared] = [new Set<number>(), new Set<number>()]
  for (const { span } of owner.relations) {
    if (seen.has(span.start)) shared.add(span.start)
    seen.add(span.start)
  }
  sharedClaims.set(owner, shared)
  return shared
}

function sayingOf(claim: RelationClaim): string {
  const { relation, when, role, confidence, inferred, note, saidBy, rivals } = claim
  const speakers = saidBy.map(({ value }) => value)
  const said = [relation.value, when?.text, role, confidence, inferred, note, speakers, rivals]
  return JSON.stringify(said)
}

/** An end that states no confidence agrees with the one that does. */
function disagree(a: Confidence | undefined, b: Confidence | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b
}

/**
 * Of relations written at one end alone, each at another: two stints have two dates that share no time. One date
 * beside none, two dates that overlap, or two roles at one time are one claim told in two ways. In order of time each
 * is compared with the one of the other end that lasts longest, which overlaps it if any does.
 */
function compareAcross(group: readonly Relation[], report: Report): void {
  const reported = new Set<Told>()
  const lasting = new Map<Entity, Told>()
  for (const one of group.map(toldIn).sort(byStart)) {
    const others = [...lasting.values()].filter((other) => meet(other, one))
    for (const other of others) {
      const [earlier, later] = other.place < one.place ? [other, one] : [one, other]
      if (reported.has(later)) continue
      reported.add(later)
      const what = differenceOf(earlier, later)
      const told = [later, earlier].map(({ claim }) =>
        what === 'date' ? claim.when?.text : claim.role,
      )
      report(conflictingEnds(later.claim.span, later.type, what, told, earlier.claim.span))
    }
    const longest = lasting.get(one.owner) ?? one
    lasting.set(one.owner, longest.latestEnd < one.latestEnd ? one : longest)
  }
}

/** A relation as its one end tells it, at its place among the others; without a date it can be at any time. */
interface Told extends Omit<Bounds, 'uncertain'> {
  readonly type: string
  readonly claim: RelationClaim
  readonly owner: Entity
  readonly place: number
}

const anyTime = {
  earliestStart: -Infinity,
  latestStart: -Infinity,
  earliestEnd: Infinity,
  latestEnd: Infinity,
}

function toldIn({ type, written: [{ claim, owner }] }: Relation, place: number): Told {
  const bounds = claim.when ? boundsOf(claim.when.date) : anyTime
  return { ...bounds, type: type.id, claim, owner, place }
}

function byStart(a: Told, b: Told): number {
  if (a.earliestStart === b.earliestStart) return a.place - b.place
  return a.earliestStart < b.earliestStart ? -1 : 1
}

function meet(a: Told, b: Told): boolean {
  return a.owner !== b.owner && !isOver(a, b)
}

/** Whether one is over when another begins; in the year in which one ends the next may begin. */
function isOver(a: Told, b: Told): boolean {
  if (a.latestEnd < b.earliestStart) return true
  if (a.claim.when?.text === b.claim.when?.text) return false
  return a.latestEnd <= b.latestStart && a.earliestEnd <= b.earliestStart
}

function differenceOf({ claim: a }: Told, { claim: b }: Told): 'date' | 'role' {
  return a.when?.text === b.when?.text ? 'role' : 'date'
}
