import { mostCost } from './cost.ts'

/**
 * Places with what they cost, of which one of the cheapest bucket is always at hand. A bucket is as wide as the cheapest
 * step, so that no step leads on within its bucket: what is in the lowest one is as cheap as it will ever be, and needs
 * no order among its own. That is Dijkstra's search without a heap, with costs as exact as ever.
 */
export interface BucketQueue {
  size: number
  /** No place in the queue costs less; infinite where there is none. */
  top: number
  /** Takes everything out; `width` is what the cheapest step costs. */
  readonly clear: (width: number) => void
  readonly push: (cost: number, place: number) => void
  readonly pop: () => number
  /** So many of those that cost least, or a bucket more, without taking them out. */
  readonly cheapest: (count: number) => number[]
}

export function bucketQueue(): BucketQueue {
  // A bucket is a list: where it begins in `places`, and what follows each; 0 is its end.
  let heads = new Int32Array(0)
  let least = new Float64Array(0)
  let places = new Int32Array(1024)
  let following = new Int32Array(1024)
  let used = 1
  let width = 1
  let lowest = 0
  let highest = -1
  const queue: BucketQueue = { size: 0, top: Infinity, clear, push, pop, cheapest }
  return queue

  function clear(newWidth: number): void {
    const buckets = Math.floor(mostCost / newWidth) + 1
    if (buckets > heads.length) {
      heads = new Int32Array(buckets)
      least = new Float64Array(buckets)
    } else heads.fill(0, 0, highest + 1)
    width = newWidth
    used = 1
    highest = -1
    queue.size = 0
    queue.top = Infinity
  }

  function push(cost: number, place: number): void {
    const bucket = Math.floor(cost / width)
    if (used === places.length) grow()
    const head = heads[bucket] as number
    places[used] = place
    following[used] = head
    heads[bucket] = used++
    if (head === 0 || cost < (least[bucket] as number)) least[bucket] = cost
    if (bucket > highest) highest = bucket
    if (queue.size++ === 0 || bucket <= lowest) {
      lowest = bucket
      queue.top = least[bucket] as number
    }
  }

  function pop(): number {
    const entry = heads[lowest] as number
    heads[lowest] = following[entry] as number
    queue.size--
    if (heads[lowest] === 0) moveOn()
    return places[entry] as number
  }

  function moveOn(): void {
    if (queue.size === 0) {
      queue.top = Infinity
      return
    }
    while (heads[lowest] === 0) lowest++
    queue.top = least[lowest] as number
  }

  function cheapest(count: number): number[] {
    const found: number[] = []
    for (let bucket = lowest; bucket <= highest && found.length < count; bucket++) {
      for (let entry = heads[bucket] as number; entry !== 0; entry = following[entry] as number) {
        found.push(places[entry] as number)
      }
    }
    return found
  }

  function grow(): void {
    places = doubled(places)
    following = doubled(following)
  }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length)
  larger.set(array)
  return larger
}
