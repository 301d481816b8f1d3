import { Icon } from '../parts/icons.tsx'
import { TimeMark } from '../parts/time-mark.tsx'
import { TypeMark } from '../parts/type-mark.tsx'
import { heightOf, type OutlineRow } from '../state/outline-rows.ts'
import { activityOf } from '../state/visible.ts'
import { activity } from '../time/activity.ts'
import { useViewer } from '../viewer.ts'
import { claimMarks, typeLabel } from '../words/claims.ts'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'
import { timeMarks } from '../words/time.ts'

interface OutlineItemProps {
  readonly row: OutlineRow
  readonly index: number
  readonly active: boolean
  readonly onTake: () => void
  readonly onToggle: () => void
}

export function OutlineItem({ row, index, active, onTake, onToggle }: OutlineItemProps) {
  const { view, graph: current } = useViewer()
  const graph = current.value
  if (!graph?.hasNode(row.entity)) return null
  const isEntity = row.edge === null
  const selected = view.value.selected?.id === (row.edge ?? row.entity)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree that holds the row obeys the keys.
    <div
      id={`row-${index}`}
      role="treeitem"
      tabIndex={-1}
      aria-level={isEntity ? 1 : 2}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={selected}
      {...(isEntity && row.count > 0 && { 'aria-expanded': row.open })}
      class={`outline-row ${active ? 'is-active' : ''}`}
      style={{ top: `${row.top}px`, height: `${heightOf(row)}px` }}
      onClick={onTake}
    >
      {isEntity ? <EntityRow row={row} onToggle={onToggle} /> : <RelationRow row={row} />}
    </div>
  )
}

function EntityRow({ row, onToggle }: Pick<OutlineItemProps, 'row' | 'onToggle'>) {
  const { graph: current, visible } = useViewer()
  const graph = current.value
  if (graph === null) return null
  const { label, type, unnamed } = graph.getNodeAttributes(row.entity)
  return (
    <>
      <span
        class={`twist ${row.open ? 'is-open' : ''} ${row.count === 0 ? 'is-empty' : ''}`}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          onToggle()
        }}
      >
        <Icon name="right" />
      </span>
      <TypeMark type={type} unnamed={unnamed} />
      <bdi class={unnamed ? 'outline-name is-unnamed' : 'outline-name'}>{label}</bdi>
      <ChangeMark kind="nodes" id={row.entity} />
      <span class="unseen">
        , {[typeLabel(graph, type), ...timeMarks(visible.value, 'nodes', row.entity)].join(', ')},
      </span>
      <span class="count">
        {texts.number(row.count)}
        <span class="unseen"> {later.relationsWord(row.count)}</span>
      </span>
    </>
  )
}

function RelationRow({ row }: Pick<OutlineItemProps, 'row'>) {
  const { graph: current, visible } = useViewer()
  const graph = current.value
  if (graph === null || row.edge === null) return null
  const inTime = timeMarks(visible.value, 'edges', row.edge)
  const edge = graph.getEdgeAttributes(row.edge)
  const { relation, symmetric } = edge
  const type = graph.getAttribute('ontology').relations[relation]
  return (
    <span class="outline-relation">
      <span class="outline-name quiet">
        <span aria-hidden="true">{symmetric ? '↔' : row.forward ? '→' : '←'} </span>
        <bdi>{(row.forward ? type?.label : type?.inverseLabel) ?? relation}</bdi>
      </span>
      <bdi class="outline-name">
        <ChangeMark kind="edges" id={row.edge} />
        {graph.getNodeAttribute(row.other, 'label')}
      </bdi>
      <span class="unseen">({[...claimMarks(edge), ...inTime].join(', ')})</span>
    </span>
  )
}

interface ChangeMarkProps {
  readonly kind: 'nodes' | 'edges'
  readonly id: string
}

/** The sign of the picture on what began or ended between two times that are compared. */
function ChangeMark({ kind, id }: ChangeMarkProps) {
  const state = activityOf(useViewer().visible.value, kind, id)
  return state === activity.began || state === activity.ended ? (
    <>
      <TimeMark state={state} />{' '}
    </>
  ) : null
}
