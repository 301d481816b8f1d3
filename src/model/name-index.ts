import { compareText } from '../text/compare-text.ts'
import { eachSlipHash, hashOf, isOneSlipApart } from '../text/one-slip.ts'
import type { Entity } from './entity.ts'
import { type NamedEntity, type NameTable, nameTable } from './name-table.ts'
import { type NearNames, nearNames, type Pair } from './near-names.ts'

/** Two entities with a name in common, or nearly so: `a` is the first in order of id. */
export interface Meeting {
  readonly a: NamedEntity
  readonly b: NamedEntity
  /** Equal, and not only in sound. */
  readonly isSame: boolean
}

export interface NameIndex {
  readonly update: (entities: ReadonlyMap<string, Entity>, changed: ReadonlySet<string>) => void
  /** One for each two entities that meet. They hold until the next update. */
  readonly meetings: () => readonly Meeting[]
}

/** Which entities share a name. After an edit only names that share a key with those that have changed are compared. */
export function nameIndex(): NameIndex {
  const names = nameTable()
  const near = nearNamesIn(names)
  let met: readonly Meeting[] = []

  const begin = (entities: Iterable<Entity>) => {
    names.clear()
    for (const entity of entities) names.add(entity)
    for (const each of near) each.begin(names.size())
  }
  const replace = (entities: ReadonlyMap<string, Entity>, changed: ReadonlySet<string>) => {
    const [gone, come]: [number[], number[]] = [[], []]
    for (const id of changed) {
      const now = entities.get(id)
      if (names.keep(id, now)) continue
      gone.push(...names.takeOut(id))
      if (now) come.push(...names.add(now))
    }
    if (gone.length + come.length === 0) return false
    for (const each of near) each.replace(gone, come)
    return true
  }
  const update: NameIndex['update'] = (entities, changed) => {
    const isLittle = changed.size * 4 <= entities.size && names.left() * 2 <= names.size()
    if (!isLittle) begin(entities.values())
    else if (!replace(entities, changed)) return
    const [same, alike] = near.map((each) => [...each.pairs()])
    met = oneForEachTwo(same ?? [], alike ?? [], names)
  }
  return { update, meetings: () => met }
}

/** Those that are equal, and those that sound alike or nearly so. */
function nearNamesIn({ idAt, plain, sound, digits }: NameTable): [NearNames, NearNames] {
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

/** Of a common name there may be millions: who they are is looked up when somebody asks. */
class MeetingOfSlots implements Meeting {
  readonly isSame: boolean
  private readonly names: NameTable
  private readonly slotOfA: number
  private readonly slotOfB: number

  constructor(names: NameTable, slotOfA: number, slotOfB: number, isSame: boolean) {
    this.names = names
    this.slotOfA = slotOfA
    this.slotOfB = slotOfB
    this.isSame = isSame
  }

  get a(): NamedEntity {
    return this.names.nameAt(this.slotOfA)
  }

  get b(): NamedEntity {
    return this.names.nameAt(this.slotOfB)
  }
}

/** Of several names by which two entities meet, those that are equal, and then the first. */
function oneForEachTwo(
  same: readonly Pair[],
  alike: readonly Pair[],
  names: NameTable,
): readonly Meeting[] {
  const met = new Map<string, Meeting>()
  const lastFirst = (x: Pair, y: Pair) => y[0] - x[0] || y[1] - x[1]
  const put = (pairs: readonly Pair[], isSame: boolean) => {
    for (const [a, b] of pairs.toSorted(lastFirst)) {
      met.set(`${names.idAt(a)} ${names.idAt(b)}`, new MeetingOfSlots(names, a, b, isSame))
    }
  }
  put(alike, false)
  put(same, true)
  return [...met].sort(([x], [y]) => compareText(x, y)).map(([, each]) => each)
}
