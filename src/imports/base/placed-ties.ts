import { groupBy } from '../../model/group-by.ts'
import type { Imported, ImportedTie } from '../imported.ts'
import type { BaseRelation, BaseRelations } from './base-relations.ts'
import { type BaseTypes, typeIdOf } from './base-types.ts'
import type { Cleaning } from './clean-claim.ts'
import type { CleanTie, PlacedTie } from './clean-tie.ts'
import type { WrittenTie } from './entity-text.ts'

/** Which ties stand in the file of which entity. */
export interface PlacedTies {
  readonly writtenAt: (id: string) => readonly PlacedTie[]
  /** The tie as the file of one of its ends has it. */
  readonly seenFrom: (id: string, tie: CleanTie) => WrittenTie
}

/** A tie takes about so many characters beside its texts, and a file should not have more in all. */
const usualSize = 160
const mostInFile = 600_000

/**
 * Ties stand in the file of their source. Where a file would become too large, those that are too many stand at their
 * target, under the inverse of their relation.
 */
export function placeTies(
  { things, ties }: Imported,
  types: BaseTypes,
  relations: BaseRelations,
  cleaning: Cleaning,
): PlacedTies {
  const typeOf = new Map(
    things.map((thing) => [cleaning.things.get(thing.key) ?? '', typeIdOf(thing, types)]),
  )
  const all: PlacedTie[] = []
  for (const tie of ties) {
    const relation = relations.of(tie)
    const placed = placedTie(tie, relation, cleaning)
    if (placed === undefined) continue
    relation.from.add(typeOf.get(placed.source) ?? '')
    relation.to.add(typeOf.get(placed.target) ?? '')
    all.push(placed)
  }
  const files = new Map<string, PlacedTie[]>()
  for (const [source, placed] of groupBy(all, (one) => one.source)) {
    for (const [id, some] of spread(source, placed, relations)) {
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

function placedTie(
  tie: ImportedTie,
  relation: BaseRelation,
  { things, report }: Cleaning,
): PlacedTie | undefined {
  const source = things.get(tie.source)
  const target = things.get(tie.target)
  if (source === undefined || target === undefined) {
    report.note('loose-ends', (source === undefined ? tie.source : tie.target) || tie.relation)
    return undefined
  }
  // A role is that of the source; without one the ends of a symmetric tie are in order, as in the graph.
  const isTurned = relation.symmetric && tie.role === undefined && target < source
  const ends = isTurned ? { source: target, target: source } : { source, target }
  return { tie, relation: relation.id, ...ends }
}

/** Ties with equal ends stay together, because they may be joined. */
function spread(
  source: string,
  placed: readonly PlacedTie[],
  relations: BaseRelations,
): ReadonlyMap<string, readonly PlacedTie[]> {
  const size = placed.reduce((sum, { tie }) => sum + sizeOf(tie), 0)
  if (size <= mostInFile) return new Map([[source, placed]])
  const targets = groupBy(placed, ({ target }) => target)
  const result = new Map<string, readonly PlacedTie[]>()
  const stay: PlacedTie[] = []
  let used = 0
  for (const [target, some] of targets) {
    used += some.reduce((sum, { tie }) => sum + sizeOf(tie), 0)
    const isMoved = used > mostInFile && some.every((one) => canTurn(one, relations))
    if (isMoved) result.set(target, some)
    else for (const one of some) stay.push(one)
  }
  return result.set(source, [...(result.get(source) ?? []), ...stay])
}

function canTurn({ tie, relation }: PlacedTie, { relations }: BaseRelations): boolean {
  return relations.get(relation)?.symmetric !== true || tie.role === undefined
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
