import type { Report } from '../../diagnostics/diagnostic.ts'
import { conflictingEnds, duplicateClaim } from '../../diagnostics/problems.ts'
import type { Confidence } from '../claim.ts'
import { groupBy } from '../group-by.ts'
import type { Relation, WrittenRelation } from '../relation.ts'
import type { Rule } from '../rule.ts'

/** A relation may be written at both ends, if they agree; at one end it is written once. */
export const bothEndsAgree: Rule = ({ relations }, report) => {
  for (const { type, written } of relations) {
    const [first, ...rest] = written
    for (const later of rest) compareWithin(type.id, first, later, report)
  }
  const writtenOnce = relations.filter(({ written }) => written.length === 1)
  for (const group of groupBy(writtenOnce, endsOf).values()) {
    if (new Set(group.map(({ written }) => written[0].owner)).size === 1) continue
    for (const [index, relation] of group.entries()) {
      for (const other of group.slice(0, index)) compareAcross(relation, other, report)
    }
  }
}

function endsOf({ type, source, target }: Relation): string {
  return [type.id, source.id.value, target.id.value].join('|')
}

function compareWithin(
  relation: string,
  first: WrittenRelation,
  later: WrittenRelation,
  report: Report,
): void {
  const { span } = later.claim
  if (first.owner === later.owner) report(duplicateClaim(span, relation, first.claim.span))
  else if (disagree(first.claim.confidence, later.claim.confidence)) {
    report(conflictingEnds(span, relation, 'confidence', first.claim.span))
  }
}

/** An end that states no confidence agrees with the one that does. */
function disagree(a: Confidence | undefined, b: Confidence | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b
}

/** Of relations written at one end alone, each at another: two stints have two dates. One date beside none, or two roles at one time, is one claim told in two ways. */
function compareAcross(relation: Relation, other: Relation, report: Report): void {
  const [a, b] = [relation.written[0], other.written[0]]
  if (a.owner === b.owner) return
  const dates = [a, b].filter(({ claim }) => claim.when !== undefined).length
  if (dates === 2 && a.claim.when?.text !== b.claim.when?.text) return
  const what = dates === 1 ? 'date' : 'role'
  report(conflictingEnds(a.claim.span, relation.type.id, what, b.claim.span))
}
