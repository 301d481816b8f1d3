import { randomInt } from 'node:crypto'

/** Keys with the hashes of what is stored under them. */
export interface KnownHashes {
  /** A key that is there already keeps its hash. */
  readonly put: (key: string, hash: string) => void
  /** The hash of a key, which is no longer there afterwards. */
  readonly take: (key: string) => string | undefined
  /** Those that nobody has taken, in the order in which they were put. */
  readonly left: () => string[]
}

/** Letters stand on pages of so many bytes, so that none is ever copied. */
const pageLength = 2 ** 20

/** What is told of a row: its page, where its key begins, ends, and where its hash does. */
const width = 4

/**
 * There may be millions of them, for each of which a `Map` takes 170 bytes: two strings and their places. Here it is a
 * hundred: all letters stand on pages, and rows are found by open addressing.
 */
export function knownHashes(): KnownHashes {
  const pages: Buffer[] = []
  let used = Number.POSITIVE_INFINITY
  let rows = new Uint32Array(64 * width)
  let taken = new Uint8Array(64)
  /** One more than the row of a key; 0 where there is none. At least half are free. */
  let slots = new Uint32Array(128)
  let count = 0

  const read = (row: number, from: number) => {
    const page = pages[rows[row * width] as number] as Buffer
    return page.toString('utf8', rows[row * width + from], rows[row * width + from + 1])
  }
  const keyOf = (row: number) => read(row, 1)
  const hashOf = (row: number) => read(row, 2)
  /** The slot of a key, or the free one where it would be. */
  const slotOf = (key: string): number => {
    const mask = slots.length - 1
    for (let slot = sumOf(key) & mask; ; slot = (slot + 1) & mask) {
      const row = (slots[slot] as number) - 1
      if (row < 0 || keyOf(row) === key) return slot
    }
  }
  const write = (key: string, hash: string) => {
    const length = Buffer.byteLength(key) + Buffer.byteLength(hash)
    if (used + length > pageLength) {
      pages.push(Buffer.allocUnsafeSlow(Math.max(pageLength, length)))
      used = 0
    }
    const page = pages.at(-1) as Buffer
    const keyEnd = used + page.write(key, used)
    const end = keyEnd + page.write(hash, keyEnd)
    rows.set([pages.length - 1, used, keyEnd, end], count * width)
    used = end
    count++
  }
  const makeRoom = () => {
    if (count < taken.length) return
    rows = enlarged(rows, new Uint32Array(2 * rows.length))
    taken = enlarged(taken, new Uint8Array(2 * taken.length))
    slots = new Uint32Array(2 * slots.length)
    for (let row = 0; row < count; row++) slots[slotOf(keyOf(row))] = row + 1
  }
  return {
    put: (key, hash) => {
      makeRoom()
      const slot = slotOf(key)
      if (slots[slot] !== 0) return
      write(key, hash)
      slots[slot] = count
    },
    take: (key) => {
      const row = (slots[slotOf(key)] as number) - 1
      if (row < 0 || taken[row] === 1) return undefined
      taken[row] = 1
      return hashOf(row)
    },
    left: () => {
      const keys: string[] = []
      for (let row = 0; row < count; row++) if (taken[row] === 0) keys.push(keyOf(row))
      return keys
    },
  }
}

function enlarged<T extends Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

/** Where sums begin: nobody can know keys that fall into one slot. It decides of no answer and no order. */
const start = randomInt(2 ** 32)

/** FNV-1a. */
function sumOf(key: string): number {
  let sum = start
  for (let at = 0; at < key.length; at++) sum = Math.imul(sum ^ key.charCodeAt(at), 0x01000193)
  return sum >>> 0
}
