/** More names than this under one key are a common word and no misspelling of each other. */
const mostUnderOneKey = 20

/** Tells the keys of one name, by its place in a list. A key is a whole number from 0 to below 2^32. */
export type KeysOf = (place: number, tell: (key: number) => void) => void

/**
 * Calls `meet` with each two of `count` names, by their places, that share a key: the earlier place first. Names with
 * unequal keys never meet; some that meet share a key by chance.
 */
export function eachMeeting(
  count: number,
  keysOf: KeysOf,
  meet: (earlier: number, later: number) => void,
): void {
  // Key and place in one number: sorted, what shares a key stands together, in order of place.
  const room = 2 ** Math.ceil(Math.log2(count + 1))
  const most = Math.min(2 ** 32, 2 ** 53 / room)
  const all = new Numbers()
  for (let place = 0; place < count; place++) {
    keysOf(place, (key) => all.add((key % most) * room + place))
  }
  const sorted = withoutLoners(all.list(), room).sort()
  for (let first = 0; first < sorted.length; ) {
    const key = Math.floor((sorted[first] ?? 0) / room)
    let next = first + 1
    while (next < sorted.length && Math.floor((sorted[next] ?? 0) / room) === key) next++
    if (next - first > 1) meetWithin(sorted.subarray(first, next), key * room, meet)
    first = next
  }
}

/** Leaves out what shares its key with no other: most does, and to sort is what takes time. */
function withoutLoners(keysAndPlaces: Float64Array, room: number): Float64Array {
  const seen = new Uint8Array(2 ** Math.ceil(Math.log2(4 * keysAndPlaces.length + 1)))
  const slotOf = (keyAndPlace: number) => ((keyAndPlace / room) >>> 0) & (seen.length - 1)
  for (const each of keysAndPlaces) {
    const slot = slotOf(each)
    seen[slot] = seen[slot] === 0 ? 1 : 2
  }
  return keysAndPlaces.filter((each) => seen[slotOf(each)] === 2)
}

/** A list of numbers that grows without a box for each. */
class Numbers {
  #room = new Float64Array(1024)
  #length = 0

  add(number: number): void {
    if (this.#length === this.#room.length) {
      const larger = new Float64Array(2 * this.#length)
      larger.set(this.#room)
      this.#room = larger
    }
    this.#room[this.#length++] = number
  }

  list(): Float64Array {
    return this.#room.subarray(0, this.#length)
  }
}

function meetWithin(
  group: Float64Array,
  base: number,
  meet: (earlier: number, later: number) => void,
): void {
  group.forEach((later, at) => {
    for (const earlier of group.subarray(0, Math.min(at, mostUnderOneKey))) {
      if (earlier !== later) meet(earlier - base, later - base)
    }
  })
}
