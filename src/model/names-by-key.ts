import { NumberList } from '../text/number-list.ts'

/** Tells the keys of the name in a slot, whole numbers from 0 to below 2^32. */
type TellKeys = (slot: number, tell: (key: number) => void) => void

/** So many names are put in order of key at once: their keys take some ten megabytes. */
const atOnce = 2 ** 19

/**
 * Calls `look` with the slots, in order, of each two names or more that share a key. Keys are told several times rather
 * than kept: there are twenty for each name, most of which no other name has.
 */
export function namesWithSharedKeys(
  slots: number,
  tellKeys: TellKeys,
  look: (group: readonly number[]) => void,
): void {
  const parts = Math.ceil(slots / atOnce)
  for (let part = 0; part < parts; part++) {
    eachGroup(
      slots,
      (slot, tell) =>
        tellKeys(slot, (key) => {
          const short = shortened(key)
          if (short % parts === part) tell(short)
        }),
      look,
    )
  }
}

/** Key and slot of a name must fit into one number, and there may be more than ten million names. */
function shortened(key: number): number {
  return key >>> 4
}

function eachGroup(
  slots: number,
  tellKeys: TellKeys,
  look: (group: readonly number[]) => void,
): void {
  // Key and slot in one number: sorted, what shares a key stands together, in order of slot.
  const room = 2 ** Math.ceil(Math.log2(slots + 1))
  const sorted = sharedKeys(slots, tellKeys, room).sort()
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const key = Math.floor((sorted[from] as number) / room)
    const end = (key + 1) * room
    while (to < sorted.length && (sorted[to] as number) < end) to++
    if (to - from > 1) look(slotsIn(sorted.subarray(from, to), key * room))
  }
}

/** A name may have a key twice. */
function slotsIn(sameKey: Float64Array, first: number): readonly number[] {
  return Array.from(sameKey, (each) => each - first).filter((slot, at, all) => slot !== all[at - 1])
}

/** Leaves out what shares its key with no other: most does, and to sort is what takes time. */
function sharedKeys(slots: number, tellKeys: TellKeys, room: number): Float64Array {
  const seen = new TwiceSeen(Math.min(slots, atOnce))
  for (let slot = 0; slot < slots; slot++) tellKeys(slot, (key) => seen.add(key))
  const kept = new Float64Array(seen.repeated)
  let end = 0
  for (let slot = 0; slot < slots; slot++) {
    tellKeys(slot, (key) => {
      if (seen.isTwice(key)) kept[end++] = key * room + slot
    })
  }
  return kept
}

/** Which keys were seen twice; now and then also one that was not. Two bits for each place. */
class TwiceSeen {
  readonly #bits: Uint8Array
  readonly #mask: number
  /** How many of the keys that were added may have been seen twice. */
  repeated = 0

  constructor(names: number) {
    const places = 2 ** Math.ceil(Math.log2(64 * names + 4))
    this.#bits = new Uint8Array(places / 4)
    this.#mask = places - 1
  }

  add(key: number): void {
    const place = key & this.#mask
    const shift = (place & 3) * 2
    const before = ((this.#bits[place >>> 2] as number) >>> shift) & 3
    if (before < 2) this.#bits[place >>> 2] = (this.#bits[place >>> 2] as number) + (1 << shift)
    this.repeated += before === 0 ? 0 : before === 1 ? 2 : 1
  }

  isTwice(key: number): boolean {
    const place = key & this.#mask
    return (((this.#bits[place >>> 2] as number) >>> ((place & 3) * 2)) & 3) === 2
  }
}

/** All keys of all names: two columns of numbers are read faster than any index is kept. */
export interface NameKeys {
  readonly add: (slot: number) => void
  /** All slots that have a key of one of these, by key, in any order. */
  readonly groupsOf: (slots: readonly number[]) => readonly ReadonlySet<number>[]
}

export function namesByKey(slots: number, tellKeys: TellKeys): NameKeys {
  const keys = new NumberList(Uint32Array)
  const owners = new NumberList(Uint32Array)
  const add = (slot: number) =>
    tellKeys(slot, (key) => {
      keys.add(shortened(key))
      owners.add(slot)
    })
  for (let slot = 0; slot < slots; slot++) add(slot)
  const groupsOf = (some: readonly number[]) => {
    const groups = new Map<number, Set<number>>()
    for (const slot of some) tellKeys(slot, (key) => void groups.set(shortened(key), new Set()))
    collect(groups, keys.list(), owners.list())
    return [...groups.values()]
  }
  return { add, groupsOf }
}

/** Puts all slots that have one of the keys under it. */
function collect(
  groups: ReadonlyMap<number, Set<number>>,
  keys: Uint32Array,
  slots: Uint32Array,
): void {
  const marks = new Uint8Array(65_536)
  for (const key of groups.keys()) marks[key & 65_535] = 1
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0
    if (marks[key & 65_535] === 1) groups.get(key)?.add(slots[at] ?? 0)
  }
}
