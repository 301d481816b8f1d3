import { momentOf } from '../../src/dates/moment.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { compareText } from '../../src/text/compare-text.ts'
import { type Activities, activitiesIn } from './activities.ts'
import { activity } from './activity.ts'
import { comparedTimes } from './compared-times.ts'
import type { Moment } from './moment.ts'
import type { TimeIndex } from './time-index.ts'

/** An entity with a date of its own, or a relation, that does not hold at both of two times. */
export interface TimeChange {
  readonly kind: 'nodes' | 'edges'
  readonly id: string
  /** When it holds, it does so for sure. */
  readonly certain: boolean
}

export interface ChangesBetween {
  readonly began: readonly TimeChange[]
  readonly ended: readonly TimeChange[]
  /** At neither of the two times, but at one in between. */
  readonly between: readonly TimeChange[]
}

const kinds = ['nodes', 'edges'] as const

/** What of these items holds at one of the two times alone, or only between them, in order of date. */
export function changesBetween(
  graph: KnowledgeGraph,
  index: TimeIndex,
  { time, compare }: Moment,
  items: { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> },
): ChangesBetween {
  if (time === null || compare === null) return { began: [], ended: [], between: [] }
  const { ended, began, between, isWithin } = comparedTimes(time, compare)
  const before = activitiesIn(index, ended[0])
  const after = activitiesIn(index, began[1])
  const within = isWithin ? [activitiesIn(index, ended[1])] : []
  const among = (in_: Activities, ...out: readonly Activities[]) =>
    kinds.flatMap((kind) =>
      inOrderOfTime(
        graph,
        index[kind].ids.flatMap((id, row) => {
          const isIn = in_[kind][row] !== activity.no && items[kind].has(id)
          if (!isIn || out.some((other) => other[kind][row] !== activity.no)) return []
          return [{ kind, id, certain: in_[kind][row] === activity.certain }]
        }),
      ),
    )
  return {
    began: among(after, before, ...within),
    ended: among(before, ...(isWithin ? within : [after])),
    between: between ? among(activitiesIn(index, between), before, after) : [],
  }
}

function inOrderOfTime(graph: KnowledgeGraph, changes: readonly TimeChange[]): TimeChange[] {
  return changes
    .map((change) => ({ change, moment: momentOf(whenOf(graph, change)) }))
    .sort(
      (a, b) =>
        compareDays(a.moment[0], b.moment[0]) ||
        compareDays(a.moment[1], b.moment[1]) ||
        compareText(a.change.id, b.change.id),
    )
    .map(({ change }) => change)
}

export function whenOf(graph: KnowledgeGraph, { kind, id }: TimeChange): string | undefined {
  return kind === 'nodes' ? graph.getNodeAttribute(id, 'when') : graph.getEdgeAttribute(id, 'when')
}

function compareDays(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
