import { compareText } from '../text/compare-text.ts'
import { foldCase, soundOf } from '../text/fold.ts'
import { isAscii } from '../text/is-ascii.ts'
import { eachSlipHash, hashOf, isOneSlipApart } from '../text/one-slip.ts'
import type { Located } from '../text/span.ts'
import type { Entity } from './entity.ts'
import { nearNames, type Pair } from './near-names.ts'

/** Two entities with a name in common, or nearly so: `a` is the first in order of id. */
export interface Meeting {
  readonly a: Name
  readonly b: Name
  /** Equal, and not only in sound. */
  readonly isSame: boolean
}

interface Name {
  readonly entity: Entity
  readonly name: Located<string>
  /** Without case, accents and all that is no letter or digit. */
  readonly plain: string
  /** In addition, spelled as it sounds. */
  readonly sound: string
  /** A voyage of the 17th is no misspelling of a voyage of the 18th. */
  readonly digits: string
}

export interface NameIndex {
  readonly update: (entities: ReadonlyMap<string, Entity>, changed: ReadonlySet<string>) => void
  /** One for each two entities that meet. */
  readonly meetings: () => readonly Meeting[]
}

/** Which entities share a name. After an edit only names that share a key with those that have changed are compared. */
export function nameIndex(): NameIndex {
  const names: Name[] = []
  /** Where the names of an entity begin, one behind the other. */
  const firstSlots = new Map<string, number>()
  /** How many slots hold what no entity has any longer. */
  let left = 0
  let met: readonly Met[] = []

  const nameAt = (slot: number) => names[slot] as Name
  const compare = (a: number, b: number) => compareText(idAt(a), idAt(b)) || a - b
  const idAt = (slot: number) => nameAt(slot).entity.id.value
  const couldBeOne = (a: number, b: number) =>
    idAt(a) !== idAt(b) && nameAt(a).digits === nameAt(b).digits
  const same = nearNames({
    tellKeys: (slot, tell) => tellPlain(nameAt(slot), tell),
    areAlike: (a, b) => couldBeOne(a, b) && nameAt(a).plain === nameAt(b).plain,
    compare,
  })
  const alike = nearNames({
    tellKeys: (slot, tell) => tellSound(nameAt(slot), tell),
    areAlike: (a, b) => couldBeOne(a, b) && isOneSlipApart(nameAt(a).sound, nameAt(b).sound),
    compare,
  })

  const add = (id: string, itsNames: readonly Name[]) => {
    if (itsNames.length > 0) firstSlots.set(id, names.length)
    else firstSlots.delete(id)
    return itsNames.map((name) => names.push(name) - 1)
  }
  const slotsOf = (id: string) => {
    const slots: number[] = []
    const first = firstSlots.get(id) ?? names.length
    for (let slot = first; names[slot]?.entity.id.value === id; slot++) slots.push(slot)
    return slots
  }
  const begin = (entities: Iterable<Entity>) => {
    names.length = 0
    left = 0
    firstSlots.clear()
    for (const entity of entities) add(entity.id.value, namesOf(entity))
    same.begin(names.length)
    alike.begin(names.length)
  }
  const replace = (entities: ReadonlyMap<string, Entity>, changed: ReadonlySet<string>) => {
    const [gone, come]: [number[], number[]] = [[], []]
    for (const id of changed) {
      const now = namesOf(entities.get(id))
      const slots = slotsOf(id)
      const isSame = areSame(slots.map(nameAt), now)
      if (isSame) for (const [at, slot] of slots.entries()) names[slot] = now[at] as Name
      else {
        gone.push(...slots)
        come.push(...add(id, now))
      }
    }
    left += gone.length
    if (gone.length + come.length === 0) return false
    same.replace(gone, come)
    alike.replace(gone, come)
    return true
  }
  const update: NameIndex['update'] = (entities, changed) => {
    const isLittle = changed.size * 4 <= entities.size && left * 2 <= names.length
    if (!isLittle) begin(entities.values())
    else if (!replace(entities, changed)) return
    met = oneForEachTwo([...same.pairs()].flat(), [...alike.pairs()].flat(), idAt)
  }
  const meetings = () => met.map(([a, b, isSame]) => ({ a: nameAt(a), b: nameAt(b), isSame }))
  return { update, meetings }
}

type Met = readonly [a: number, b: number, isSame: boolean]

/** Of several names by which two entities meet, those that are equal, and then the first. */
function oneForEachTwo(
  same: readonly Pair[],
  alike: readonly Pair[],
  idAt: (slot: number) => string,
): readonly Met[] {
  const met = new Map<string, Met>()
  const lastFirst = (x: Pair, y: Pair) => y[0] - x[0] || y[1] - x[1]
  const put = (pairs: readonly Pair[], isSame: boolean) => {
    for (const [a, b] of pairs.toSorted(lastFirst)) met.set(`${idAt(a)} ${idAt(b)}`, [a, b, isSame])
  }
  put(alike, false)
  put(same, true)
  return [...met].sort(([x], [y]) => compareText(x, y)).map(([, each]) => each)
}

/** A name that is withheld is compared with none. */
function namesOf(entity: Entity | undefined): readonly Name[] {
  if (entity === undefined || entity.unnamed) return []
  return [entity.name, ...entity.aliases].map((name) => nameOf(entity, name))
}

function areSame(names: readonly Name[], others: readonly Name[]): boolean {
  return (
    names.length === others.length &&
    names.every(({ name }, at) => name.value === others[at]?.name.value)
  )
}

function nameOf(entity: Entity, name: Located<string>): Name {
  const folded = foldCase(name.value)
  const plain = lettersOf(folded)
  const sound = lettersOf(soundOf(folded))
  return { entity, name, plain, sound, digits: digitsOf(name.value) }
}

type TellKeys = (name: Name, tell: (key: number) => void) => void

/** A name without letters and digits is like no other. */
const tellPlain: TellKeys = ({ plain }, tell) => {
  if (plain !== '') tell(hashOf(plain))
}

const tellSound: TellKeys = ({ sound }, tell) => {
  if (sound !== '') eachSlipHash(sound, tell)
}

function digitsOf(text: string): string {
  return text.replace(isAscii(text) ? /[^0-9]+/g : /\P{N}+/gu, ' ').trim()
}

function lettersOf(text: string): string {
  if (isAscii(text)) return text.replace(/[^A-Za-z0-9]/g, '')
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}
