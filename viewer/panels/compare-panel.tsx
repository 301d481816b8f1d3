import { useMemo, useState } from 'preact/hooks'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { ClaimSources } from '../parts/claim-sources.tsx'
import { ChangeLink } from '../parts/entity-link.tsx'
import { QuietWords } from '../parts/quiet-words.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { TimeMark } from '../parts/time-mark.tsx'
import { select } from '../state/changes.ts'
import { type Activity, activity } from '../time/activity.ts'
import { changesBetween, type TimeChange, whenOf } from '../time/changes-between.ts'
import { comparedTimes, inOrder } from '../time/compared-times.ts'
import { timeAsNoun } from '../time/time-text.ts'
import { useViewer } from '../viewer.ts'
import { claimMarks } from '../words/claims.ts'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'

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
  const [before, after] = inOrder(time, compare)
  const { isWithin } = comparedTimes(time, compare)
  return (
    <>
      <p class="kicker">{texts.changes}</p>
      <h2 class="name" tabIndex={-1}>
        <QuietWords
          parts={later.twoTimes(
            <span>{timeAsNoun(before)}</span>,
            <span>{timeAsNoun(after)}</span>,
          )}
        />
      </h2>
      {isWithin && <p>{later.dayWithin}</p>}
      <p class="quiet">{later.whatIsInLists}</p>
      <ChangeList title={later.beganTitle} state={activity.began} changes={changes.began} />
      <ChangeList title={later.endedTitle} state={activity.ended} changes={changes.ended} />
      {!isWithin && (
        <ChangeList title={later.onlyBetween} state={activity.no} changes={changes.between} />
      )}
    </>
  )
}

function HowToCompare() {
  return (
    <>
      <p class="kicker">{texts.changes}</p>
      <h2 class="name" tabIndex={-1}>
        {later.howChangesBegin}
      </h2>
      <p>{later.howToCompare}</p>
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
        <span class="quiet count">{texts.number(changes.length)}</span>
      </h3>
      {changes.length === 0 && <p class="quiet">{later.nothing}</p>}
      <ul>
        {changes.slice(0, all ? changes.length : listedAtOnce).map((change) => (
          <Change key={`${change.kind} ${change.id}`} change={change} />
        ))}
      </ul>
      {!all && changes.length > listedAtOnce && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {texts.all(later.changesCount(changes.length))}
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
        {kind === 'edges' ? (
          <Sentence edge={id} end="." />
        ) : (
          <span>
            <bdi>{graph.getNodeAttribute(id, 'label')}</bdi>
            {texts.dateAfter(graph.getNodeAttribute(id, 'label'), whenOf(graph, change))}.
          </span>
        )}
      </ChangeLink>
      {claim && <ClaimSources claim={claim} />}
      <p class="marks">
        {[...(certain ? [] : [texts.possibleThen]), ...(claim ? claimMarks(claim) : [])].join(
          ' · ',
        )}
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
