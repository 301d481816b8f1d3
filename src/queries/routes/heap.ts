/** Numbers with what they cost, of which the cheapest is always at hand. */
export interface Heap {
  size: number
  /** What the cheapest costs; infinite where there is none. */
  top: number
  readonly push: (cost: number, item: number) => void
  /** Takes the cheapest out. */
  readonly pop: () => number
  readonly clear: () => void
}

export function createHeap(): Heap {
  let costs = new Float64Array(64)
  let items = new Int32Array(64)
  const heap: Heap = { size: 0, top: Infinity, push, pop, clear }
  return heap

  function push(cost: number, item: number): void {
    if (heap.size === costs.length) grow()
    let at = heap.size++
    while (at > 0) {
      const above = (at - 1) >> 1
      if ((costs[above] as number) <= cost) break
      put(at, above)
      at = above
    }
    costs[at] = cost
    items[at] = item
    heap.top = costs[0] as number
  }

  function pop(): number {
    const item = items[0] as number
    const size = --heap.size
    const cost = costs[size] as number
    const last = items[size] as number
    let at = 0
    let below = cheaper(1, size)
    while (below < size && (costs[below] as number) < cost) {
      put(at, below)
      at = below
      below = cheaper(2 * at + 1, size)
    }
    costs[at] = cost
    items[at] = last
    heap.top = size === 0 ? Infinity : (costs[0] as number)
    return item
  }

  function clear(): void {
    heap.size = 0
    heap.top = Infinity
  }

  /** Of a place and the next one, the one whose item is cheaper. */
  function cheaper(place: number, size: number): number {
    const other = place + 1
    return other < size && (costs[other] as number) < (costs[place] as number) ? other : place
  }

  function put(to: number, from: number): void {
    costs[to] = costs[from] as number
    items[to] = items[from] as number
  }

  function grow(): void {
    const more = new Float64Array(2 * costs.length)
    more.set(costs)
    costs = more
    const others = new Int32Array(2 * items.length)
    others.set(items)
    items = others
  }
}
