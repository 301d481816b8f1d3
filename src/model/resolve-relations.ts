import { formatEdtf } from '../dates/format-edtf.ts'
import { compareText } from '../text/compare-text.ts'
import { dateOf } from './date-of.ts'
import type { DirectedClaim } from './directed-claim.ts'
import type { DatedEntity, Entity } from './entity.ts'
import { groupBy } from './group-by.ts'
import type { Ontology } from './ontology.ts'
import type { Relation } from './relation.ts'

/**
 * The relations of one type from one entity to another, from all claims on them, whichever end they are written at.
 * What says the same is joined: equal date and role, where an end that names no role agrees with the one that does.
 */
export function resolveRelations(
  sameEnds: readonly DirectedClaim[],
  source: Entity,
  target: Entity,
  ontology: Ontology,
): readonly Relation[] {
  const events = eventsAmong(source, target, ontology)
  const relations = sameEnds.map((claim): Relation => {
    return { type: claim.type, source, target, events, written: [claim] }
  })
  if (relations.length < 2) return relations
  return [...groupBy(relations, canonicalDate).values()].flatMap(byRole)
}

/** Most relations are between entities that are no events: they share this. */
const none: readonly never[] = []

function eventsAmong(source: Entity, target: Entity, ontology: Ontology): readonly DatedEntity[] {
  if (!isDated(source, ontology)) return isDated(target, ontology) ? [target] : none
  return isDated(target, ontology) ? [source, target] : [source]
}

function isDated(end: Entity, { entityTypes }: Ontology): end is DatedEntity {
  return end.when !== undefined && entityTypes.get(end.type.value)?.dated === true
}

/** A part in an event has the event's date. */
function canonicalDate(relation: Relation): string {
  const when = dateOf(relation)
  return when ? formatEdtf(when.date) : ''
}

/** Different roles at one time are different relations; a claim without a role joins the only role there is. */
function byRole(same: readonly Relation[]): readonly Relation[] {
  const [relation] = same
  if (relation === undefined || same.length < 2) return same
  const roles = groupBy(
    same.flatMap(({ written }) => written),
    ({ claim }) => claim.role ?? '',
  )
  const unnamed = roles.get('')
  if (unnamed && roles.size === 2) {
    for (const [role, written] of roles) if (role !== '') written.push(...unnamed)
    roles.delete('')
  }
  return [...roles.values()].map((written) => {
    const [first, ...rest] = written.sort(
      (a, b) =>
        compareText(a.claim.span.file, b.claim.span.file) ||
        a.claim.span.start - b.claim.span.start,
    )
    if (first === undefined) throw new Error('A role always comes from a claim.')
    return { ...relation, written: [first, ...rest] }
  })
}
