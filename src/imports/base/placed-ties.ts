import { groupBy } from '../../model/group-by.ts'
import type { Ontology } from '../../model/ontology.ts'
import type { ImportedTie } from '../imported.ts'
import type { BaseRelation, BaseRelations } from './base-relations.ts'
import { type Cleaning, noteLost } from './clean-claim.ts'
import type { CleanTie, PlacedTie } from './clean-tie.ts'
import type { WrittenTie } from './entity-text.ts'
import { allowsTie } from './fits-ontology.ts'

/** Which ties stand in the file of which entity. */
export interface PlacedTies {
  readonly writtenAt: (id: string) => readonly PlacedTie[]
  /** The tie as the file of one of its ends has it. */
  readonly seenFrom: (id: string, tie: CleanTie) => WrittenTie
}

/** A tie takes about so many characters beside its texts, and a file should not have more in all. */
const usualSize = 160
const mostInFile = 600_000

interface Placing {
  /** The type of what has a key, also where it stays away until the ontology has the type. */
  readonly typeOf: (key: string) => string | undefined
  readonly relations: BaseRelations
  readonly cleaning: Cleaning
  /** An ontology that must stay as it is. */
  readonly fixed: Ontology | undefined
}

/**
 * Ties stand in the file of their source. Where a file would become too large, those that are too many stand at their
 * target, under the inverse of their relation. What the ontology does not allow is left out, and told.
 */
export function placeTies(ties: readonly ImportedTie[], placing: Placing): PlacedTies {
  const { relations, fixed } = placing
  const all: PlacedTie[] = []
  for (const tie of ties) {
    const placed = placedTie(tie, placing)
    if (placed) all.push(placed)
  }
  const canTurn = ({ tie, relation: id }: PlacedTie) => {
    if (relations.relations.get(id)?.symmetric) return tie.role === undefined
    return fixed === undefined || fixed.relationTypes.get(id)?.inverse !== undefined
  }
  const files = new Map<string, PlacedTie[]>()
  for (const [source, placed] of groupBy(all, (one) => one.source)) {
    for (const [id, some] of spread(source, placed, canTurn)) {
      files.set(id, (files.get(id) ?? []).concat(some))
    }
  }
  return {
    writtenAt: (id) => files.get(id) ?? [],
    seenFrom: (id, tie) => seenFrom(id, tie, relations),
  }
}

function seenFrom(id: string, tie: CleanTie, { relations, inverseOf }: BaseRelations): WrittenTie {
  const relation = relations.get(tie.relation)
  if (tie.source === id) return { name: tie.relation, other: tie.target, tie }
  const isSame = relation === undefined || relation.symmetric
  return { name: isSame ? tie.relation : inverseOf(relation), other: tie.source, tie }
}

function placedTie(tie: ImportedTie, placing: Placing): PlacedTie | undefined {
  const { typeOf, relations, cleaning, fixed } = placing
  const relation = relations.of(tie)
  const ends = endsIn(tie, relation, cleaning)
  const [source, target] = ends?.isTurned ? [tie.target, tie.source] : [tie.source, tie.target]
  const types = { source: typeOf(source) ?? '', target: typeOf(target) ?? '' }
  if (types.source !== '' && types.target !== '') {
    relation.from.add(types.source)
    relation.to.add(types.target)
  }
  if (ends === undefined) return undefined
  const placed = { tie, relation: relation.id, source: ends.source, target: ends.target }
  const typed = { relation: relation.id, symmetric: relation.symmetric, ...types }
  if (fixed === undefined || allowsTie(fixed, typed)) return placed
  cleaning.report.note('unfit-claims', `${placed.source}--${placed.relation}--${placed.target}`)
  return undefined
}

function endsIn(tie: ImportedTie, { symmetric }: BaseRelation, cleaning: Cleaning) {
  const source = cleaning.things.get(tie.source)
  const target = cleaning.things.get(tie.target)
  if (source === undefined || target === undefined) {
    const lost = source === undefined ? tie.source : tie.target
    noteLost(lost, 'loose-ends', lost || tie.relation, cleaning)
    return undefined
  }
  // A role is that of the source; without one the ends of a symmetric tie are in order, as in the graph.
  const isTurned = symmetric && tie.role === undefined && target < source
  return isTurned ? { source: target, target: source, isTurned } : { source, target, isTurned }
}

/** Ties with equal ends stay together, because they may be joined. */
function spread(
  source: string,
  placed: readonly PlacedTie[],
  canTurn: (tie: PlacedTie) => boolean,
): ReadonlyMap<string, readonly PlacedTie[]> {
  const size = placed.reduce((sum, { tie }) => sum + sizeOf(tie), 0)
  if (size <= mostInFile) return new Map([[source, placed]])
  const targets = groupBy(placed, ({ target }) => target)
  const result = new Map<string, readonly PlacedTie[]>()
  const stay: PlacedTie[] = []
  let used = 0
  for (const [target, some] of targets) {
    used += some.reduce((sum, { tie }) => sum + sizeOf(tie), 0)
    const isMoved = used > mostInFile && some.every(canTurn)
    if (isMoved) result.set(target, some)
    else for (const one of some) stay.push(one)
  }
  return result.set(source, [...(result.get(source) ?? []), ...stay])
}

function sizeOf({
  note = '',
  inferred = '',
  role = '',
  citations,
  rivals = [],
}: ImportedTie): number {
  const cited = citations.reduce((sum, { quote = '' }) => sum + 60 + quote.length, 0)
  return usualSize + note.length + inferred.length + role.length + cited + rivals.length * usualSize
}
