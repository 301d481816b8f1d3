import { compareText } from '../text/compare-text.ts'
import { eachSlipHash, hashOf, isOneSlipApart } from '../text/one-slip.ts'
import type { Entity } from './entity.ts'
import { type NamedEntity, type NameTable, nameTable } from './name-table.ts'
import { type NearNames, nearNames } from './near-names.ts'
import { mostSlots } from './pair-counts.ts'

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
  /** Tells of these ids that have any its meetings with entities before it, one with each, in order of their ids. */
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
  const eachMeetings: NameIndex['eachMeetings'] = (ids, tell) => {
    const isAsked = slotsAmong(ids, names)
    tellMeetings(metIn(near, { isAsked: (slot) => isAsked[slot] === 1 }), names, tell)
  }
  return { update, eachMeetings }
}

/** The same for one check. What only comparing needs goes before anything is told: what is made of that takes as much. */
export function eachMeetingsAmong(
  entities: ReadonlyMap<string, Entity>,
  tell: (meetings: readonly Meeting[]) => void,
): void {
  const names = nameTable()
  for (const entity of entities.values()) names.add(entity)
  const near = nearNamesIn(names)
  for (const each of near) each.begin(names.size())
  const met = metIn(near, { isAsked: () => true, isLast: true })
  names.clearTexts()
  tellMeetings(met, rememberingNames(names), (_, meetings) => tell(meetings))
}

/** Gives the same object each time for a name: many meet the same few. */
function rememberingNames({ size, idAt, nameAt }: NameTable): Pick<NameTable, 'idAt' | 'nameAt'> {
  const made = new Array<NamedEntity | undefined>(size())
  return {
    idAt,
    nameAt: (slot) => {
      const named = made[slot] ?? nameAt(slot)
      made[slot] = named
      return named
    },
  }
}

function tellMeetings(
  met: Float64Array,
  names: Pick<NameTable, 'idAt' | 'nameAt'>,
  tell: (id: string, meetings: readonly Meeting[]) => void,
): void {
  for (let from = 0, to = 0; from < met.length; from = to) {
    const id = names.idAt(laterOf(met[from]))
    while (to < met.length && names.idAt(laterOf(met[to])) === id) to++
    const meetings = Array.from(met.subarray(from, to), (each) => meetingOf(each, names))
    tell(id, oneForEach(meetings))
  }
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

/** Marks the slots of these entities. */
function slotsAmong(ids: ReadonlySet<string>, names: NameTable): Uint8Array {
  const marks = new Uint8Array(names.size())
  if (ids.size * 4 < marks.length) {
    for (const id of ids) for (const slot of names.slotsOf(id)) marks[slot] = 1
  } else for (const slot of marks.keys()) marks[slot] = Number(ids.has(names.idAt(slot)))
  return marks
}

interface Asked {
  readonly isAsked: (later: number) => boolean
  /** Nobody asks again: what is told can go. */
  readonly isLast?: boolean
}

/** All that meet an earlier name in a slot that is asked for, each two as one number, in order of the later ones. */
function metIn(near: Near, { isAsked, isLast = false }: Asked): Float64Array {
  let count = 0
  for (const each of near) {
    each.eachPair((_, later) => {
      count += Number(isAsked(later))
    })
  }
  const met = new Float64Array(count)
  let end = 0
  // Those that are equal come first.
  for (const [kind, each] of near.entries()) {
    each.eachPair((earlier, later) => {
      if (isAsked(later)) met[end++] = (later * mostSlots + earlier) * 2 + kind
    })
    if (isLast) each.clear()
  }
  return met.sort()
}

function laterOf(met: number | undefined): number {
  return Math.floor((met ?? 0) / (2 * mostSlots))
}

function meetingOf(met: number, { nameAt }: Pick<NameTable, 'nameAt'>): Meeting {
  const later = laterOf(met)
  const rest = met - later * 2 * mostSlots
  return { a: nameAt(rest >> 1), b: nameAt(later), isSame: rest % 2 === 0 }
}

/** Of several names by which an entity meets another one, those that are equal, and then the first. */
function oneForEach(meetings: readonly Meeting[]): readonly Meeting[] {
  if (meetings.length < 2) return meetings
  const inOrder = meetings.toSorted(
    (one, other) =>
      compareText(one.a.entity.id.value, other.a.entity.id.value) ||
      Number(other.isSame) - Number(one.isSame) ||
      one.a.at - other.a.at ||
      one.b.at - other.b.at,
  )
  return inOrder.filter(({ a }, n) => n === 0 || a.entity !== inOrder[n - 1]?.a.entity)
}
