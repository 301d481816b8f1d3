import { claimTest } from '../../src/graph/filter.ts'
import type { Evidence } from '../../src/graph/knowledge-graph.ts'
import { activityOf, type InTime, type Visible } from '../state/visible.ts'
import { type Activity, activity } from '../time/activity.ts'
import { inOrder } from '../time/compared-times.ts'
import type { Moment } from '../time/moment.ts'
import { timeAsNoun } from '../time/time-text.ts'
import { texts } from './texts.ts'

/** What a mark of a claim says of its time; what certainly holds needs none. */
const marks: Partial<Record<Activity, string>> = {
  [activity.no]: texts.notThen,
  [activity.undated]: texts.undated,
  [activity.possible]: texts.possibleThen,
  [activity.began]: texts.began,
  [activity.ended]: texts.ended,
}

/** `possible then`, or nothing. */
export function timeMarks(visible: Visible, kind: 'nodes' | 'edges', id: string): string[] {
  const mark = marks[activityOf(visible, kind, id) ?? activity.certain]
  return mark === undefined ? [] : [mark]
}

/** The same for the value of an attribute, as the shell's filter has it. */
export function attributeTimeMarks({ inTime }: Visible, claim: Evidence): string[] {
  const { time = null, compare = null } = inTime?.moment ?? {}
  if (time === null || compare !== null) return []
  if (!claimTest(time)(claim)) return [texts.notThen]
  if (claimTest({ ...time, certain: true })(claim)) return []
  return [claim.when === undefined ? texts.undated : texts.possibleThen]
}

/** `1 May 2011`, `1 January 2009 and 1 May 2011`, `All times`. */
export function momentAsNoun({ time, compare }: Moment): string {
  if (time === null) return texts.allTimes
  if (compare === null) return timeAsNoun(time)
  const [earlier, later] = inOrder(time, compare)
  return texts.bothTimes(timeAsNoun(earlier), timeAsNoun(later))
}

/** How many relations hold, and how surely: `31 relations certain, 6 possible, 96 undated`. */
export function activityCounts(visible: Visible): string {
  const said = countsByActivity(visible).map(({ count, name }, index) =>
    index === 0 ? `${texts.relations(count)} ${name}` : `${texts.number(count)} ${name}`,
  )
  return said.join(', ')
}

/** The strip and each handle say the same counts. */
const known = new WeakMap<InTime, ReadonlyMap<Activity, number>>()

function tally(edges: ReadonlySet<string>, inTime: InTime): Map<Activity, number> {
  const counts = new Map<Activity, number>()
  for (const id of edges) {
    const state = activityOf({ inTime }, 'edges', id) ?? activity.certain
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return counts
}

/** The visible relations by their state, without states that no relation has and none is asked about. */
export function countsByActivity({ edges, inTime }: Visible) {
  if (inTime === null) return []
  const counts = known.get(inTime) ?? tally(edges, inTime)
  known.set(inTime, counts)
  const said = inTime.moment.compare === null ? surenesses : changes
  return said
    .filter(([state]) => state !== activity.undated || counts.has(state))
    .map(([state, name]) => ({ state, name, count: counts.get(state) ?? 0 }))
}

const surenesses = [
  [activity.certain, texts.certain],
  [activity.possible, texts.possible],
  [activity.undated, texts.undated],
] as const

const changes = [
  [activity.began, texts.began],
  [activity.ended, texts.ended],
  [activity.both, texts.atBoth],
] as const
