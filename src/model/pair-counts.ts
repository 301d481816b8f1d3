/** Two slots must fit into one number. */
export const mostSlots = 2 ** 26

/** So many places at first, a power of two. */
const fewest = 1024

/** How often two names meet, for each two that do. There may be many millions: numbers in two columns, found by their hash. */
export class PairCounts {
  /** Of a place that is free 0: the later of two slots is never the first one. */
  #pairs = new Float64Array(fewest)
  /** Two names meet under fewer keys than a name has letters. */
  #counts = new Uint8Array(fewest)
  /** Places that are not free; some of them count nothing any longer. */
  #taken = 0

  add(earlier: number, later: number, by: 1 | -1): void {
    const pair = earlier * mostSlots + later
    let at = this.#find(pair, earlier, later)
    if (this.#pairs[at] === 0) {
      if (3 * this.#taken >= 2 * this.#pairs.length) {
        this.#makeRoom()
        at = this.#find(pair, earlier, later)
      }
      this.#pairs[at] = pair
      this.#taken++
    }
    this.#counts[at] = (this.#counts[at] as number) + by
  }

  /** Tells each two that meet, in any order. */
  each(tell: (earlier: number, later: number) => void): void {
    for (let at = 0; at < this.#pairs.length; at++) {
      if (this.#counts[at] === 0) continue
      const pair = this.#pairs[at] as number
      const earlier = Math.floor(pair / mostSlots)
      tell(earlier, pair - earlier * mostSlots)
    }
  }

  clear(): void {
    this.#pairs = new Float64Array(fewest)
    this.#counts = new Uint8Array(fewest)
    this.#taken = 0
  }

  /** Where the pair is, or would be. */
  #find(pair: number, earlier: number, later: number): number {
    const mask = this.#pairs.length - 1
    let at = hashOf(earlier, later) & mask
    while (this.#pairs[at] !== pair && this.#pairs[at] !== 0) at = (at + 1) & mask
    return at
  }

  #makeRoom(): void {
    const [pairs, counts] = [this.#pairs, this.#counts]
    const left = counts.reduce((sum, count) => sum + Number(count > 0), 0)
    const size = 3 * left >= pairs.length ? 2 * pairs.length : pairs.length
    this.#pairs = new Float64Array(size)
    this.#counts = new Uint8Array(size)
    this.#taken = left
    for (let at = 0; at < pairs.length; at++) {
      if (counts[at] === 0) continue
      const pair = pairs[at] as number
      const earlier = Math.floor(pair / mostSlots)
      const to = this.#find(pair, earlier, pair - earlier * mostSlots)
      this.#pairs[to] = pair
      this.#counts[to] = counts[at] as number
    }
  }
}

function hashOf(earlier: number, later: number): number {
  const mixed = Math.imul(earlier, 0x9e3779b1) ^ Math.imul(later, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
