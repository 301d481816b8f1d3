/** More names than this under one key are a common word and no misspelling of each other. */
const mostUnderOneKey = 20

/**
 * Calls `meet` with each two names, by their places in a list, that share a key: the earlier place first. A key is a
 * whole number below 2^32. Names with unequal keys never meet; some that meet share a key by chance.
 */
export function eachMeeting(
  keys: readonly (readonly number[])[],
  meet: (earlier: number, later: number) => void,
): void {
  // Key and place in one number: sorted, what shares a key stands together, in order of place.
  const room = 2 ** Math.ceil(Math.log2(keys.length + 1))
  const most = Math.min(2 ** 32, 2 ** 53 / room)
  const sorted = new Float64Array(keys.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  keys.forEach((ofName, place) => {
    for (const key of ofName) sorted[at++] = (key % most) * room + place
  })
  sorted.sort()
  for (let first = 0; first < sorted.length; ) {
    const key = Math.floor((sorted[first] ?? 0) / room)
    let next = first + 1
    while (next < sorted.length && Math.floor((sorted[next] ?? 0) / room) === key) next++
    if (next - first > 1) meetWithin(sorted.subarray(first, next), key * room, meet)
    first = next
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
