/** More names than this under one key are a common word and no misspelling of each other. */
const mostUnderOneKey = 20

/** How names are compared. A name is known by the number of its slot. */
export interface Likeness {
  /** Tells the keys of a name, whole numbers from 0 to below 2^32. Names without a key in common are never alike. */
  readonly tellKeys: (slot: number, tell: (key: number) => void) => void
  readonly areAlike: (earlier: number, later: number) => boolean
  readonly compare: (a: number, b: number) => number
}

export type Pair = readonly [earlier: number, later: number]

export interface NearNames {
  /** Begins with the names of so many slots, which are in order. */
  readonly begin: (count: number) => void
  /** Takes names out and others in; those that share no key with any of them are not looked at again. */
  readonly replace: (gone: readonly number[], come: readonly number[]) => void
  /** Names that are alike, by a key that they share. */
  readonly pairs: () => Iterable<readonly Pair[]>
}

export function nearNames({ tellKeys, areAlike, compare }: Likeness): NearNames {
  let keys = new Numbers()
  let slots = new Numbers()
  /** Slots that the columns still hold and no name does. */
  const left = new Set<number>()
  const pairsUnder = new Map<number, readonly Pair[]>()

  const add = (slot: number) =>
    tellKeys(slot, (key) => {
      keys.add(shortened(key))
      slots.add(slot)
    })
  const put = (key: number, group: ArrayLike<number>) => {
    const pairs = pairsWithin(group, areAlike)
    if (pairs.length > 0) pairsUnder.set(key, pairs)
    else pairsUnder.delete(key)
  }
  const begin = (count: number) => {
    keys = new Numbers()
    slots = new Numbers()
    left.clear()
    pairsUnder.clear()
    for (let slot = 0; slot < count; slot++) add(slot)
    eachGroup(keys.list(), slots.list(), put)
  }
  const replace = (gone: readonly number[], come: readonly number[]) => {
    const groups = new Map<number, Set<number>>()
    const note = (key: number) => void groups.set(shortened(key), new Set())
    for (const slot of [...gone, ...come]) tellKeys(slot, note)
    for (const slot of come) add(slot)
    for (const slot of gone) left.add(slot)
    collect(groups, keys.list(), slots.list())
    for (const [key, group] of groups) {
      put(key, [...group].filter((slot) => !left.has(slot)).sort(compare))
    }
  }
  return { begin, replace, pairs: () => pairsUnder.values() }
}

/** Key and slot of a name must fit into one number, and there may be more than ten million names. */
function shortened(key: number): number {
  return key >>> 4
}

/** Puts all slots that have one of the keys under it. Two columns of numbers are read faster than any index is kept. */
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

/** Calls `look` with each key that several names have, and their slots in order. */
function eachGroup(
  keys: Uint32Array,
  slots: Uint32Array,
  look: (key: number, group: readonly number[]) => void,
): void {
  // Key and slot in one number: sorted, what shares a key stands together, in order of slot.
  const room = 2 ** Math.ceil(Math.log2((slots.at(-1) ?? 0) + 2))
  const sorted = withoutLoners(keys, slots, room)
    .sort()
    .filter((each, at, them) => each !== them[at - 1])
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const key = Math.floor((sorted[from] as number) / room)
    const end = (key + 1) * room
    while (to < sorted.length && (sorted[to] as number) < end) to++
    if (to - from > 1)
      look(
        key,
        Array.from(sorted.subarray(from, to), (each) => each - key * room),
      )
  }
}

/** Leaves out what shares its key with no other: most does, and to sort is what takes time. */
function withoutLoners(keys: Uint32Array, slots: Uint32Array, room: number): Float64Array {
  const seen = new Uint8Array(2 ** Math.ceil(Math.log2(4 * keys.length + 1)))
  const last = seen.length - 1
  let left = 0
  for (let at = 0; at < keys.length; at++) {
    const mark = (keys[at] as number) & last
    const before = seen[mark] as number
    if (before < 2) seen[mark] = before + 1
    left += before === 0 ? 0 : before === 1 ? 2 : 1
  }
  const kept = new Float64Array(left)
  for (let at = 0, end = 0; at < keys.length; at++) {
    const key = keys[at] as number
    if (seen[key & last] === 2) kept[end++] = key * room + (slots[at] as number)
  }
  return kept
}

function pairsWithin(group: ArrayLike<number>, areAlike: Likeness['areAlike']): readonly Pair[] {
  const pairs: Pair[] = []
  for (let at = 1; at < group.length; at++) {
    const later = group[at] ?? 0
    for (let before = 0; before < Math.min(at, mostUnderOneKey); before++) {
      const earlier = group[before] ?? 0
      if (areAlike(earlier, later)) pairs.push([earlier, later])
    }
  }
  return pairs
}

/** A list of whole numbers below 2^32 that grows without a box for each. */
class Numbers {
  #room = new Uint32Array(1024)
  #length = 0

  add(number: number): void {
    if (this.#length === this.#room.length) {
      const larger = new Uint32Array(2 * this.#length)
      larger.set(this.#room)
      this.#room = larger
    }
    this.#room[this.#length++] = number
  }

  list(): Uint32Array {
    return this.#room.subarray(0, this.#length)
  }
}
