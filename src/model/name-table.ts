import { foldCase, soundOf } from '../text/fold.ts'
import { isAscii } from '../text/is-ascii.ts'
import type { Located } from '../text/span.ts'
import type { Entity } from './entity.ts'

/** An entity by one of its names: 0 stands for the name itself, 1 for the first alias. */
export interface NamedEntity {
  readonly entity: Entity
  readonly at: number
}

export function nameOf({ entity, at }: NamedEntity): Located<string> {
  return at === 0 ? entity.name : (entity.aliases[at - 1] ?? entity.name)
}

/** The names of all entities in columns, each at its slot; those of one entity stand one behind the other. */
export interface NameTable {
  readonly size: () => number
  /** How many slots hold what no entity has any longer. */
  readonly left: () => number
  readonly clear: () => void
  /** Lets the texts go that are compared; who has them is still known. */
  readonly clearTexts: () => void
  /** Gives the slots of its names. */
  readonly add: (entity: Entity) => readonly number[]
  /** Gives the slots in which its names stay. */
  readonly takeOut: (id: string) => readonly number[]
  /** Where the entity as it is now has the same names they are its own from now on; gives their slots. */
  readonly keep: (id: string, now: Entity | undefined) => readonly number[] | undefined
  readonly idAt: (slot: number) => string
  /** Of the names that an entity has now. */
  readonly slotsOf: (id: string) => readonly number[]
  readonly nameAt: (slot: number) => NamedEntity
  /** Without case, accents and all that is no letter or digit. */
  readonly plain: readonly string[]
  /** In addition, spelled as it sounds. */
  readonly sound: readonly string[]
  /** A voyage of the 17th is no misspelling of a voyage of the 18th. */
  readonly digits: readonly string[]
}

export function nameTable(): NameTable {
  const owners: Entity[] = []
  const [plain, sound, digits]: [string[], string[], string[]] = [[], [], []]
  /** Which of the names of its owner each is. */
  const places: number[] = []
  /** Made when somebody asks. */
  let firstSlots: Map<string, number> | undefined
  let left = 0

  const slotsOf = (id: string) => {
    firstSlots ??= firstSlotsIn(owners, places)
    const slots: number[] = []
    const first = firstSlots.get(id) ?? owners.length
    for (let slot = first; owners[slot]?.id.value === id; slot++) slots.push(slot)
    return slots
  }
  const addName = (entity: Entity, { value }: Located<string>, place: number) => {
    const folded = foldCase(value)
    const letters = lettersOf(folded)
    const heard = lettersOf(soundOf(folded))
    plain.push(letters)
    sound.push(heard === letters ? letters : heard)
    digits.push(digitsOf(value))
    places.push(place)
    return owners.push(entity) - 1
  }
  const add = (entity: Entity) => {
    const names = namesOf(entity)
    if (names.length > 0) firstSlots?.set(entity.id.value, owners.length)
    return names.map((name, place) => addName(entity, name, place))
  }
  const takeOut = (id: string) => {
    const slots = slotsOf(id)
    firstSlots?.delete(id)
    left += slots.length
    return slots
  }
  const keep = (id: string, now: Entity | undefined) => {
    const slots = slotsOf(id)
    const [before, after] = [owners[slots[0] ?? -1], now].map(namesOf)
    if (!areSame(before ?? [], after ?? [])) return undefined
    if (now) for (const slot of slots) owners[slot] = now
    return slots
  }
  const clearTexts = () => {
    for (const column of [plain, sound, digits]) column.length = 0
  }
  const clear = () => {
    for (const column of [owners, places]) column.length = 0
    clearTexts()
    firstSlots = undefined
    left = 0
  }
  const nameAt = (slot: number) => {
    return { entity: owners[slot] as Entity, at: places[slot] as number }
  }
  return {
    ...{ add, takeOut, keep, clear, clearTexts, nameAt, slotsOf, plain, sound, digits },
    size: () => owners.length,
    left: () => left,
    idAt: (slot) => (owners[slot] as Entity).id.value,
  }
}

function firstSlotsIn(owners: readonly Entity[], places: readonly number[]): Map<string, number> {
  const first = new Map<string, number>()
  for (const [slot, place] of places.entries()) {
    if (place === 0) first.set((owners[slot] as Entity).id.value, slot)
  }
  return first
}

/** A name that is withheld is compared with none. */
function namesOf(entity: Entity | undefined): readonly Located<string>[] {
  if (entity === undefined || entity.unnamed) return []
  return [entity.name, ...entity.aliases]
}

function areSame(names: readonly Located<string>[], others: readonly Located<string>[]): boolean {
  return (
    names.length === others.length && names.every(({ value }, at) => value === others[at]?.value)
  )
}

function digitsOf(text: string): string {
  return text.replace(isAscii(text) ? /[^0-9]+/g : /\P{N}+/gu, ' ').trim()
}

function lettersOf(text: string): string {
  if (isAscii(text)) return text.replace(/[^A-Za-z0-9]/g, '')
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}
