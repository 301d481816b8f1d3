import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { selectEntity, selectRelation } from '../state/changes.ts'
import {
  heightOf,
  type OutlineRow,
  outlineRows,
  rowOfSelection,
  stepInOutline,
} from '../state/outline-rows.ts'
import { useViewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'
import { OutlineItem } from './outline-item.tsx'

/** The graph as a tree that a keyboard and a screen reader walk relation by relation. */
export function OutlinePanel() {
  const { base, graph, visible, view, picture, change, anchor } = useViewer()
  const { selected } = view.value
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [activeKey, setActiveKey] = useState('')
  const rows = useMemo(
    () => (graph.value ? outlineRows(graph.value, visible.value, open) : []),
    [base.shown.value, visible.value, open],
  )
  const found = rows.findIndex(({ key }) => key === activeKey)
  const active = Math.max(0, found)
  const scroller = useScroll(rows, found < 0 ? undefined : rows[found])

  useEffect(() => {
    const row = graph.value && rowOfSelection(graph.value, selected, anchor.value)
    if (!row) return
    setOpen((before) => new Set([...before, row.entity]))
    setActiveKey(row.key)
  }, [base.shown.value, selected, anchor.value])

  const take = (row: OutlineRow) => {
    setActiveKey(row.key)
    anchor.value = row.entity
    change(row.edge === null ? selectEntity(row.entity) : selectRelation(row.edge))
    picture.value?.reveal(row.edge === null ? [row.entity] : [row.entity, row.other])
  }
  const setOpenness = (entity: string, isOpen: boolean) =>
    setOpen(
      (before) => new Set(isOpen ? [...before, entity] : [...before].filter((id) => id !== entity)),
    )

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active]
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return
    const step = stepInOutline(rows, active, event.key)
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (step === undefined) return take(row)
    if (step.open) setOpenness(step.open.entity, step.open.isOpen)
    setActiveKey(step.key)
  }
  return (
    <>
      <p class="quiet outline-count">
        {texts.entities(visible.value.nodes.size)}, {texts.relations(visible.value.edges.size)}
      </p>
      <div
        class="outline"
        role="tree"
        aria-label={later.outlineOf}
        aria-activedescendant={rows[active] ? `row-${active}` : undefined}
        tabIndex={0}
        ref={scroller.ref}
        onScroll={scroller.onScroll}
        onKeyDown={onKeyDown}
      >
        <div class="outline-rows" style={{ height: `${lengthOf(rows)}px` }}>
          {rows.slice(scroller.from, scroller.to).map((row, index) => (
            <OutlineItem
              key={row.key}
              row={row}
              index={scroller.from + index}
              active={scroller.from + index === active}
              onTake={() => take(row)}
              onToggle={() => setOpenness(row.entity, !row.open)}
            />
          ))}
        </div>
      </div>
    </>
  )
}

function lengthOf(rows: readonly OutlineRow[]): number {
  const last = rows.at(-1)
  return last ? last.top + heightOf(last) : 0
}

/** Only the rows in sight are in the page, and the active one always comes into sight. */
function useScroll(rows: readonly OutlineRow[], active: OutlineRow | undefined) {
  const ref = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  useEffect(() => {
    const box = ref.current
    if (!box || !active) return
    const bottom = Math.min(endOf(rows, active), active.top + box.clientHeight)
    if (active.top < box.scrollTop) box.scrollTop = active.top
    if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight
  }, [rows, active])
  const bottom = top + (ref.current?.clientHeight ?? window.innerHeight)
  return {
    ref,
    onScroll: () => setTop(ref.current?.scrollTop ?? 0),
    from: Math.max(0, rows.findIndex((row) => row.top + heightOf(row) >= top) - spare),
    to: indexFrom(rows, bottom) + spare,
  }
}

/** Where a row ends with all that is listed below it. */
function endOf(rows: readonly OutlineRow[], row: OutlineRow): number {
  const last = row.edge === null ? rows.findLast(({ entity }) => entity === row.entity) : row
  return (last ?? row).top + heightOf(last ?? row)
}

/** So many rows beyond the sight are ready before they scroll into it. */
const spare = 8

function indexFrom(rows: readonly OutlineRow[], bottom: number): number {
  const index = rows.findIndex((row) => row.top > bottom)
  return index < 0 ? rows.length : index
}
