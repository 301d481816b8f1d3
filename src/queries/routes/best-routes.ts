import { byCost, type Route } from './route.ts'

/** The best of many routes that come one by one, those of equal cost in order of key. */
export interface BestRoutes {
  readonly offer: (route: Route) => void
  /** What costs as much as this or more is none of the best. */
  readonly limit: () => number
  /** How many were offered. */
  readonly offered: () => number
  readonly sorted: () => Route[]
}

/** `limitBy` tells, of the cheapest one, up to what cost others are as good. */
export function bestRoutes(most: number, limitBy: (cheapest: number) => number): BestRoutes {
  let kept: Route[] = []
  let offered = 0
  let limit = Infinity
  const best = () => {
    kept = kept.sort(byCost).slice(0, most)
    return kept.filter(({ cost }) => cost < limitBy(kept[0]?.cost ?? 0))
  }
  return {
    offer: (route) => {
      offered++
      if (route.cost >= limit) return
      kept.push(route)
      limit = Math.min(limit, limitBy(route.cost))
      // They are sorted now and then; but of the one best there is no other to keep.
      if (kept.length < 2 * most - 1) return
      kept = best()
      if (kept.length === most) limit = Math.min(limit, kept.at(-1)?.cost ?? Infinity)
    },
    limit: () => limit,
    offered: () => offered,
    sorted: best,
  }
}
