import { compareText } from '../text/compare-text.ts'
import { eachSlipHash, hashOf, isOneSlipApart } from '../text/one-slip.ts'
import type { Entity } from './entity.ts'
import { groupBy } from './group-by.ts'
import { type NamedEntity, type NameTable, nameTable } from './name-table.ts'
import { type NearNames, nearNames } from './near-names.ts'

/** Two entities with a name in common, or nearly so: `a` is the first in order of id. */
export interface Meeting {
  readonly a: NamedEntity
  readonly b: NamedEntity
  /** Equal, and not only in sound. */
  readonly isSame: boolean
}

export interface NameIndex {
  /** Takes the entities as they are now. Gives the ids of those whose meetings may be others now. */
  readonly update: (
    entities: ReadonlyMap<string, Entity>,
    changed: ReadonlySet<string>,
  ) => ReadonlySet<string>
  /** Tells of each of these ids its meetings with entities before it, one with each, in order of their ids. */
  readonly eachMeetings: (
    ids: ReadonlySet<string>,
    tell: (id: string, meetings: readonly Meeting[]) => void,
  ) => void
}

/** Which entities share a name. After an edit only names that share a key with those that have changed are compared. */
export function nameIndex(): NameIndex {
  const names = nameTable()
  const near = nearNamesIn(names)

  const begin = (entities: ReadonlyMap<string, Entity>, changed: ReadonlySet<string>) => {
    names.clear()
    for (const entity of entities.values()) names.add(entity)
    for (const each of near) each.begin(names.size())
    return new Set([...changed, ...entities.keys()])
  }
  const replace = (entities: ReadonlyMap<string, Entity>, changed: ReadonlySet<string>) => {
    const [gone, come]: [number[], number[]] = [[], []]
    const kept = new Set<number>()
    for (const id of changed) {
      const now = entities.get(id)
      const slots = names.keep(id, now)
      for (const slot of slots ?? []) kept.add(slot)
      if (slots) continue
      gone.push(...names.takeOut(id))
      if (now) come.push(...names.add(now))
    }
    const touched = near.flatMap((each) => [...each.replace(gone, come), ...each.into(kept)])
    return new Set([...changed, ...touched.map(names.idAt)])
  }
  const update: NameIndex['update'] = (entities, changed) => {
    const isLittle = changed.size * 4 <= entities.size && names.left() * 2 <= names.size()
    return isLittle ? replace(entities, changed) : begin(entities, changed)
  }
  const metBy = (ids: ReadonlySet<string>) => {
    const isAsked = new Uint8Array(names.size())
    for (const id of ids) for (const slot of names.slotsOf(id)) isAsked[slot] = 1
    return groupBy(pairsInto(isAsked, near), ([, b]) => names.idAt(b))
  }
  const eachMeetings: NameIndex['eachMeetings'] = (ids, tell) => {
    const pairs = metBy(ids)
    for (const id of ids) {
      const met = oneForEach(pairs.get(id) ?? [], names.idAt)
      tell(
        id,
        met.map(([a, b, isSame]) => ({ a: names.nameAt(a), b: names.nameAt(b), isSame })),
      )
    }
  }
  return { update, eachMeetings }
}

/** Those that are equal, and those that sound alike or nearly so. */
type Near = readonly [same: NearNames, alike: NearNames]

function nearNamesIn({ idAt, plain, sound, digits }: NameTable): Near {
  const compare = (a: number, b: number) => compareText(idAt(a), idAt(b)) || a - b
  const couldBeOne = (a: number, b: number) => idAt(a) !== idAt(b) && digits[a] === digits[b]
  const textAt = (texts: readonly string[], slot: number) => texts[slot] as string
  return [
    nearNames({
      // A name without letters and digits is like no other.
      tellKeys: (slot, tell) => {
        if (plain[slot] !== '') tell(hashOf(textAt(plain, slot)))
      },
      areAlike: (a, b) => couldBeOne(a, b) && plain[a] === plain[b],
      compare,
    }),
    nearNames({
      tellKeys: (slot, tell) => {
        if (sound[slot] !== '') eachSlipHash(textAt(sound, slot), tell)
      },
      areAlike: (a, b) => couldBeOne(a, b) && isOneSlipApart(textAt(sound, a), textAt(sound, b)),
      compare,
    }),
  ]
}

type Met = readonly [a: number, b: number, isSame: boolean]

function* pairsInto(isAsked: Uint8Array, [same, alike]: Near): Generator<Met> {
  for (const [a, b] of same.pairs()) if (isAsked[b] === 1) yield [a, b, true]
  for (const [a, b] of alike.pairs()) if (isAsked[b] === 1) yield [a, b, false]
}

/** Of several names by which an entity meets another one, those that are equal, and then the first. */
function oneForEach(met: readonly Met[], idAt: (slot: number) => string): readonly Met[] {
  if (met.length < 2) return met
  const inOrder = met.toSorted(
    ([a, b, isSame], [otherA, otherB, isOtherSame]) =>
      compareText(idAt(a), idAt(otherA)) ||
      Number(isOtherSame) - Number(isSame) ||
      a - otherA ||
      b - otherB,
  )
  return inOrder.filter(([a], at) => at === 0 || idAt(a) !== idAt(inOrder[at - 1]?.[0] ?? a))
}
