import { claimTest } from '../../src/graph/filter.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { activityOf, type InTime } from '../state/visible.ts'
import { type Activity, activity } from '../time/activity.ts'
import { comparedTimes, inOrder } from '../time/compared-times.ts'
import { timeInWords } from '../time/time-text.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'

interface TimeNoteProps {
  readonly kind: 'nodes' | 'edges'
  readonly id: string
}

/** How what is read stands to the time that is chosen. */
export function TimeNote({ kind, id }: TimeNoteProps) {
  const { visible, graph } = useViewer()
  const { inTime } = visible.value
  if (inTime === null || graph.value === null) return null
  const state = activityOf(visible.value, kind, id) ?? activity.certain
  const other = kind === 'edges' && state === activity.no && endElsewhere(graph.value, inTime, id)
  return (
    <p class={state === activity.no ? 'time-note is-out' : 'time-note'}>
      {noteOf(state, inTime)}
      {other && <> {later.endElsewhere(<bdi>{other}</bdi>)}</>}
    </p>
  )
}

function noteOf(state: Activity, { moment: { time, compare } }: InTime): string {
  if (time === null) return ''
  if (compare !== null) {
    const { began, ended } = comparedTimes(time, compare)
    const changed = { [activity.began]: began, [activity.ended]: ended }
    const [before, after] = (changed[state as keyof typeof changed] ?? inOrder(time, compare)).map(
      timeInWords,
    )
    return comparedNotes[state]?.(before ?? '', after ?? '') ?? ''
  }
  return notes[state]?.(timeInWords(time)) ?? ''
}

const notes: Partial<Record<Activity, (then: string) => string>> = {
  [activity.certain]: later.certainNote,
  [activity.possible]: later.possibleNote,
  [activity.undated]: later.undatedNote,
  [activity.no]: later.notThenNote,
}

const comparedNotes: Partial<Record<Activity, (before: string, after: string) => string>> = {
  [activity.began]: later.beganNote,
  [activity.ended]: later.endedNote,
  [activity.both]: later.bothNote,
  [activity.no]: later.neitherNote,
}

/** The end that keeps a relation out of a time in which its own date would let it be. */
function endElsewhere(
  graph: KnowledgeGraph,
  { moment: { time, compare }, activities, index }: InTime,
  edge: string,
): string | undefined {
  const isOwn = compare !== null || !time || !claimTest(time)(graph.getEdgeAttributes(edge))
  if (isOwn) return undefined
  const end = graph
    .extremities(edge)
    .find((id) => activities.nodes[index.nodes.rowOf.get(id) ?? -1] === activity.no)
  return end && graph.getNodeAttribute(end, 'label')
}
