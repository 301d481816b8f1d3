import { useMemo, useState } from 'preact/hooks'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { dated, sentenceOf } from '../../src/graph/sentence.ts'
import { ClaimSources } from '../parts/claim-sources.tsx'
import { ChangeLink } from '../parts/entity-link.tsx'
import { TimeMark } from '../parts/time-mark.tsx'
import { select } from '../state/changes.ts'
import { type Activity, activity } from '../time/activity.ts'
import { changesBetween, type TimeChange, whenOf } from '../time/changes-between.ts'
import { timeAsNoun } from '../time/time-text.ts'
import { useViewer } from '../viewer.ts'
import { claimMarks } from '../words/claims.ts'
import { counted, grouped } from '../words/text.ts'
import { inOrder } from '../words/time.ts'

/** What began and what ended between two times, as cited sentences. */
export function ComparePanel() {
  const { time: control, view, graph, passed } = useViewer()
  const { time, compare } = view.value
  const index = control.index.value
  const changes = useMemo(
    () =>
      graph.value && index && changesBetween(graph.value, index, { time, compare }, passed.value),
    [index, time, compare, passed.value],
  )
  if (time === null || compare === null || !changes) return <HowToCompare />
  const { earlier, later } = inOrder(time, compare)
  return (
    <>
      <p class="kicker">Changes</p>
      <h2 class="name" tabIndex={-1}>
        {timeAsNoun(earlier)} <span class="quiet">and</span> {timeAsNoun(later)}
      </h2>
      <p class="quiet">
        By the dates of the claims. What has no date, or may hold at either time, is in no list.
      </p>
      <ChangeList title="Began" state={activity.began} changes={changes.began} />
      <ChangeList title="Ended" state={activity.ended} changes={changes.ended} />
      <ChangeList title="Only in between" state={activity.no} changes={changes.between} />
    </>
  )
}

function HowToCompare() {
  return (
    <>
      <p class="kicker">Changes</p>
      <h2 class="name" tabIndex={-1}>
        What began, what ended?
      </h2>
      <p>
        Press “Compare” in the timeline, then move the two days. The changes are marked in the
        picture and read out here with their sources.
      </p>
    </>
  )
}

/** So many changes are listed before the reader asks for the rest. */
const listedAtOnce = 100

interface ChangeListProps {
  readonly title: string
  readonly state: Activity
  readonly changes: readonly TimeChange[]
}

function ChangeList({ title, state, changes }: ChangeListProps) {
  const [all, setAll] = useState(false)
  return (
    <section class="block" aria-label={title}>
      <h3>
        <TimeMark state={state} /> {title}{' '}
        <span class="quiet count">{grouped(changes.length)}</span>
      </h3>
      {changes.length === 0 && <p class="quiet">Nothing.</p>}
      <ul>
        {changes.slice(0, all ? changes.length : listedAtOnce).map((change) => (
          <Change key={`${change.kind} ${change.id}`} change={change} />
        ))}
      </ul>
      {!all && changes.length > listedAtOnce && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          All {counted(changes.length, 'change')}
        </button>
      )}
    </section>
  )
}

function Change({ change }: { readonly change: TimeChange }) {
  const graph = useViewer().graph.value
  if (graph === null || !isThere(graph, change)) return null
  const { kind, id, certain } = change
  const claim = claimOf(graph, change)
  return (
    <li>
      <ChangeLink
        class="relation-link hop-sentence"
        reveal={kind === 'nodes' ? [id] : graph.extremities(id)}
        change={(view) => ({
          ...select({ kind: kind === 'nodes' ? 'entity' : 'relation', id })(view),
          right: 'evidence',
        })}
      >
        <bdi>{dated(sentence(graph, change), whenOf(graph, change))}.</bdi>
      </ChangeLink>
      {claim && <ClaimSources claim={claim} />}
      <p class="marks">
        {[...(certain ? [] : ['possible then']), ...(claim ? claimMarks(claim) : [])].join(' · ')}
      </p>
    </li>
  )
}

function isThere(graph: KnowledgeGraph, { kind, id }: TimeChange): boolean {
  return kind === 'nodes' ? graph.hasNode(id) : graph.hasEdge(id)
}

/** Of an entity the claim of its date. */
function claimOf(graph: KnowledgeGraph, { kind, id }: TimeChange) {
  if (kind === 'edges') return graph.getEdgeAttributes(id)
  return graph.getNodeAttribute(id, 'attributes').when?.[0]
}

function sentence(graph: KnowledgeGraph, { kind, id }: TimeChange): string {
  return kind === 'nodes' ? graph.getNodeAttribute(id, 'label') : sentenceOf(graph, id)
}
