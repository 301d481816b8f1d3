import { foldCase, soundOf } from '../text/fold.ts'
import { isAscii } from '../text/is-ascii.ts'
import type { Located } from '../text/span.ts'
import type { Entity } from './entity.ts'

/** One of the names of an entity. */
export interface NamedEntity {
  readonly entity: Entity
  readonly name: Located<string>
}

/** The names of all entities in columns, each at its slot; those of one entity stand one behind the other. */
export interface NameTable {
  readonly size: () => number
  /** How many slots hold what no entity has any longer. */
  readonly left: () => number
  readonly clear: () => void
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
  const firstSlots = new Map<string, number>()
  let left = 0

  const slotsOf = (id: string) => {
    const slots: number[] = []
    const first = firstSlots.get(id) ?? owners.length
    for (let slot = first; owners[slot]?.id.value === id; slot++) slots.push(slot)
    return slots
  }
  const addName = (entity: Entity, { value }: Located<string>) => {
    const folded = foldCase(value)
    const letters = lettersOf(folded)
    const heard = lettersOf(soundOf(folded))
    plain.push(letters)
    sound.push(heard === letters ? letters : heard)
    digits.push(digitsOf(value))
    return owners.push(entity) - 1
  }
  const add = (entity: Entity) => {
    const names = namesOf(entity)
    if (names.length > 0) firstSlots.set(entity.id.value, owners.length)
    return names.map((name) => addName(entity, name))
  }
  const takeOut = (id: string) => {
    const slots = slotsOf(id)
    firstSlots.delete(id)
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
  const clear = () => {
    for (const column of [owners, plain, sound, digits]) column.length = 0
    firstSlots.clear()
    left = 0
  }
  const nameAt = (slot: number) => {
    const entity = owners[slot] as Entity
    const at = slot - (firstSlots.get(entity.id.value) ?? slot)
    return { entity, name: at === 0 ? entity.name : (entity.aliases[at - 1] ?? entity.name) }
  }
  return {
    ...{ add, takeOut, keep, clear, nameAt, slotsOf, plain, sound, digits },
    size: () => owners.length,
    left: () => left,
    idAt: (slot) => (owners[slot] as Entity).id.value,
  }
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
