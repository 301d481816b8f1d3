import type { PathIndex } from '../path-index.ts'
import { type BestRoutes, bestRoutes } from './best-routes.ts'
import type { Budget } from './budget.ts'
import { costsBy, decibelLimit, mostHops, type Weight } from './cost.ts'
import type { Ground } from './ground.ts'
import { groundFor, type Walk } from './ground-for.ts'
import { kCheapestRoutes } from './k-cheapest-routes.ts'
import { monitorFor, type Watched } from './monitor-for.ts'
import type { Route } from './route.ts'
import { type Search, simpleRoutes } from './simple-routes.ts'
import { findZone } from './zone.ts'

export interface RouteQuestion extends Walk, Watched {
  /** The longest route to look at, in hops. */
  readonly max?: number
  /** Every route up to `max`, not only the best ones. */
  readonly all?: boolean
  /** So many of the best, and not only those that are as good as the first. */
  readonly top?: number
  readonly weight?: Weight
  /** Only routes whose hops can all hold at one time. */
  readonly together?: boolean
}

export interface Routes {
  /** The best first, then by key. */
  readonly routes: readonly Route[]
  /** A budget cut the search, so there may be more of them, and better ones. */
  readonly truncated: boolean
}

export const longestByDefault = { best: mostHops, all: 4 } as const

/** Bounds on one answer, so that a question about a dense graph ends in the tenth of a second or so. */
const budget = { routes: 1000, steps: 2_000_000, beforeYen: 1_000_000 }

/** The routes between two nodes that pass no node twice. `holds` tells whether edges can all hold at one time. */
export function findRoutes(
  index: PathIndex,
  question: RouteQuestion,
  holds: (edges: readonly number[]) => boolean,
): Routes {
  const task = taskFor(index, question, holds)
  const monitor = monitorFor(index, question)
  const isFree = monitor === undefined && !task.accepts && !task.all
  const byDoubt = () => byYen(task, groundFor(index, question, undefined, 'doubt'))
  if (isFree && task.weight === 'confidence') return byDoubt()
  const ground = groundFor(index, question, monitor)
  if (!isFree || task.isLimited) return layered(task, ground, { steps: budget.steps })
  const few = { steps: budget.beforeYen }
  const routes = layered(task, ground, few)
  return few.steps < 0 ? byDoubt() : routes
}

function taskFor(
  index: PathIndex,
  question: RouteQuestion,
  holds: (edges: readonly number[]) => boolean,
): Task {
  const { all = false, weight = 'hops', together = false, top } = question
  return {
    costs: costsBy(weight),
    max: question.max ?? (all ? longestByDefault.all : longestByDefault.best),
    most: Math.min(top ?? budget.routes, budget.routes),
    isLimited: !all && top === undefined,
    weight,
    all,
    top,
    spans: together ? index.spans : undefined,
    accepts: together ? holds : undefined,
  }
}

interface Task extends Search {
  readonly max: number
  /** How many are wanted. */
  readonly most: number
  /** Only the best and those that are as good. */
  readonly isLimited: boolean
  readonly weight: Weight
  readonly all: boolean
  readonly top: number | undefined
}

/** All routes of the least number of hops, then of one more, until there are enough. */
function layered(task: Task, ground: Ground, steps: Budget): Routes {
  const { max, most, all } = task
  let zone = findZone(ground, { max, nearest: !all }, steps)
  if (zone === undefined) return answer(task, [], 0, steps)
  const found = bestRoutes(most, limitOf(task))
  const shortest = zone.distance
  for (let length = shortest; length <= max && steps.steps >= 0; length++) {
    if (length > shortest && !all) zone = findZone(ground, { max: length, nearest: false }, steps)
    if (zone) simpleRoutes(task, ground, zone, { least: length, most: length }, found, steps)
    if (isEnough(task, found, length + 1)) break
  }
  return answer(task, found.sorted(), found.offered(), steps)
}

function isEnough(task: Task, found: BestRoutes, nextLength: number): boolean {
  const { weight, most, isLimited, all, costs } = task
  if (weight === 'confidence') return nextLength * (costs[0] as number) >= found.limit()
  if (isLimited) return found.offered() > 0
  return all ? found.offered() > most : found.offered() >= most
}

function byYen(task: Task, ground: Ground): Routes {
  const { costs, max, most, weight } = task
  const steps = { steps: budget.steps }
  const routes: Route[] = []
  // One more than there can be tells that there are more.
  const wanted = task.top === undefined ? most + 1 : most
  for (const route of kCheapestRoutes(ground, costs, steps)) {
    const isLong = route.edges.length > max
    if (isLong && weight === 'hops') break
    // By confidence, what is too long may still cost less than what is not.
    if (route.cost >= limitOf(task)(routes[0]?.cost ?? Infinity)) break
    if (!isLong) routes.push(route)
    if (routes.length === wanted) break
  }
  return answer(task, routes.slice(0, most), routes.length, steps)
}

/** Up to what cost others are as good as the cheapest one. */
function limitOf({ weight, isLimited }: Task): (cheapest: number) => number {
  return weight === 'confidence' && isLimited ? decibelLimit : noLimit
}

const noLimit = () => Infinity

function answer({ most, top }: Task, routes: Route[], found: number, steps: Budget): Routes {
  return { routes, truncated: steps.steps < 0 || (top === undefined && found > most) }
}
