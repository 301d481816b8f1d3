import { ftmLinks, ftmProperties } from '../../model/ftm-words.ts'
import { groupBy } from '../../model/group-by.ts'
import { given } from '../given.ts'
import type { ImportedRelation } from '../imported.ts'
import type { FtmEntity } from './ftm-entities.ts'
import { isBelow } from './ftm-schemata.ts'
import type { EntityOf, OwnEntities, OwnLink } from './own-entities.ts'
import { isSymmetric, labelOf } from './own-ties.ts'

/** What the links tell of their relations: what they are called, here and in FollowTheMoney, and whether they have a direction. */
export function ownRelations(
  { links, things }: OwnEntities,
  entityOf: EntityOf,
): Map<string, ImportedRelation> {
  const pointers = new Set(things.flatMap((thing) => pointersOf(thing, entityOf)))
  const relations = groupBy(links, ({ relation }) => relation)
  return new Map(
    Array.from(relations, ([relation, all]) => {
      const word = linkWord(all) ?? pointerWord(all, pointers, entityOf)
      const [label] = all.flatMap((link) => labelOf(link) ?? [])
      const symmetric = all.some(isSymmetric)
      return [relation, { symmetric, ...given('label', label), ...given('ftm', word) }] as const
    }),
  )
}

/** The schema of links that are not merely unknown; `^` where they run against the relation. */
function linkWord(links: readonly OwnLink[]): string | undefined {
  const named = links.find(
    ({ entity: { schema }, source, target }) =>
      schema !== 'UnknownLink' && Object.hasOwn(ftmLinks, schema) && source !== target,
  )
  if (named === undefined) return undefined
  return named.isTurned ? `^${named.entity.schema}` : named.entity.schema
}

/** The property by which one end names the other, wherever both are what it asks for. */
function pointerWord(
  links: readonly OwnLink[],
  pointers: ReadonlySet<string>,
  entityOf: EntityOf,
): string | undefined {
  const words = Object.entries(ftmProperties).flatMap(([property, { of, range }]) =>
    [false, true].map((isTurned) => ({ property, of, range, isTurned })),
  )
  const isA = (id: string, wanted: string) => isBelow(entityOf(id)?.schema ?? '', wanted)
  const found = words.find(({ property, of, range, isTurned }) => {
    const ends = links
      .map(({ source, target }) =>
        isTurned ? ([target, source] as const) : ([source, target] as const),
      )
      .filter(([from, to]) => from !== to && isA(from, of) && isA(to, range))
    return ends.length > 0 && ends.every(([from, to]) => pointers.has(`${from} ${property} ${to}`))
  })
  return found && `${found.isTurned ? '^' : ''}${found.property}`
}

function pointersOf({ id, properties }: FtmEntity, entityOf: EntityOf): string[] {
  return Object.keys(ftmProperties).flatMap((property) =>
    (properties.get(property) ?? []).map(
      (value) => `${id} ${property} ${entityOf(value)?.id ?? value}`,
    ),
  )
}
