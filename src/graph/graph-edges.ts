import { boundsOf } from '../dates/bounds.ts'
import type { Claim } from '../model/claim.ts'
import { dateOf } from '../model/date-of.ts'
import { groupBy } from '../model/group-by.ts'
import type { Relation } from '../model/relation.ts'
import { compareText } from '../text/compare-text.ts'
import { isKebabName } from '../text/entity-id.ts'
import { addClaim, type Locate } from './claim-attributes.ts'
import type { EdgeAttributes } from './knowledge-graph.ts'

export interface GraphEdge {
  /** `source--relation--target`, and `--2`, `--3` for what else holds between the same ends, in order of date. */
  readonly key: string
  readonly target: string
  readonly attributes: EdgeAttributes
}

/** The edges of relations that begin at one entity and end in the graph, in order of key. */
export function graphEdges(relations: readonly Relation[], locate: Locate): readonly GraphEdge[] {
  const named = relations.filter(({ type }) => isKebabName(type.id))
  const groups = groupBy(
    named,
    ({ source, type, target }) => `${source.id.value}--${type.id}--${target.id.value}`,
  )
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([key, group]) =>
      group.sort(byDate).map((relation, index) => ({
        key: index === 0 ? key : `${key}--${index + 1}`,
        target: relation.target.id.value,
        attributes: edgeAttributes(relation, locate),
      })),
    )
}

function byDate(a: Relation, b: Relation): number {
  const [ours, theirs] = [dateOf(a), dateOf(b)].map((when) =>
    when === undefined ? Infinity : boundsOf(when.date).earliestStart,
  )
  const role = (relation: Relation) => relation.written[0].claim.role ?? ''
  return (
    (ours === theirs ? 0 : (ours ?? 0) - (theirs ?? 0)) ||
    compareText(dateOf(a)?.text ?? '', dateOf(b)?.text ?? '') ||
    compareText(role(a), role(b))
  )
}

function edgeAttributes(relation: Relation, locate: Locate): EdgeAttributes {
  const { type, written } = relation
  const role = written.find(({ claim }) => claim.role !== undefined)?.claim.role
  const to: Partial<EdgeAttributes> & Pick<EdgeAttributes, OfType> = {
    relation: type.id,
    kind: type.kind,
    label: type.label,
    symmetric: type.symmetric,
  }
  if (role !== undefined) to.role = role
  return addClaim(to, joinedClaim(relation), locate)
}

type OfType = 'relation' | 'kind' | 'label' | 'symmetric'

/** What is written at both ends is one claim, which has the evidence of both. */
function joinedClaim(relation: Relation): Claim {
  const claims = relation.written.map(({ claim }) => claim)
  const first = relation.written[0].claim
  const when = dateOf(relation)
  if (claims.length === 1) return first.when === when ? first : { ...first, when }
  return {
    ...first,
    when,
    citations: claims.flatMap(({ citations }) => citations),
    saidBy: claims.flatMap(({ saidBy }) => saidBy),
    confidence: claims.find(({ confidence }) => confidence)?.confidence,
    // What one end states needs no conclusion drawn at the other.
    inferred: claims.every(({ inferred }) => inferred) ? first.inferred : undefined,
    note: [...new Set(claims.flatMap(({ note }) => note ?? []))].join(' ') || undefined,
    rivals: claims.flatMap(({ rivals }) => rivals),
  }
}
