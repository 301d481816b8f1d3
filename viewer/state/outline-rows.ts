import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { neighbours } from '../../src/queries/neighbours.ts'
import { compareText } from '../../src/text/compare-text.ts'
import { foldCase } from '../../src/text/fold.ts'
import type { Selection } from './view-state.ts'
import type { Visible } from './visible.ts'

/** A line of the outline: an entity, or below it one of its relations. */
export interface OutlineRow {
  readonly key: string
  readonly entity: string
  readonly edge: string | null
  /** The entity at the other end of the relation. */
  readonly other: string
  readonly forward: boolean
  /** How many visible relations the entity has, and whether they are listed. */
  readonly count: number
  readonly open: boolean
  /** One-based place among its siblings. */
  readonly position: number
  readonly siblings: number
  /** Where it stands in the list, in pixels. */
  readonly top: number
}

/** All rows of one sort have one height, so that only those in sight need to be in the page. */
const rowHeights = { entity: 28, relation: 42 } as const

export function heightOf({ edge }: OutlineRow): number {
  return edge === null ? rowHeights.entity : rowHeights.relation
}

export interface OutlineStep {
  readonly key: string
  readonly open?: { readonly entity: string; readonly isOpen: boolean }
}

/** The visible entities by name, each open one followed by its visible relations. */
export function outlineRows(
  graph: KnowledgeGraph,
  visible: Visible,
  open: ReadonlySet<string>,
): OutlineRow[] {
  const entities = [...visible.nodes]
    .map((id) => ({ id, name: foldCase(graph.getNodeAttribute(id, 'label')) }))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id))
  const rows = entities.flatMap(({ id }, index) => {
    const isOpen = open.has(id)
    const row: OutlineRow = {
      key: id,
      entity: id,
      edge: null,
      other: id,
      forward: true,
      count: graph.edges(id).filter((edge) => visible.edges.has(edge)).length,
      open: isOpen,
      position: index + 1,
      siblings: entities.length,
      top: 0,
    }
    return isOpen ? [row, ...relationRows(graph, visible, row)] : [row]
  })
  let top = 0
  return rows.map((row) => {
    top += heightOf(row)
    return { ...row, top: top - heightOf(row) }
  })
}

function relationRows(graph: KnowledgeGraph, visible: Visible, parent: OutlineRow): OutlineRow[] {
  const shown = neighbours(graph, parent.entity).filter(({ edge }) => visible.edges.has(edge))
  return shown.map(({ edge, entity, forward }, index) => ({
    ...parent,
    key: relationKey(parent.entity, edge),
    edge,
    other: entity,
    forward,
    position: index + 1,
    siblings: shown.length,
  }))
}

/** The row that stands for what is selected: a relation stands below the entity from which it was reached. */
export function rowOfSelection(
  graph: KnowledgeGraph,
  selected: Selection | null,
  anchor: string | null,
): { readonly key: string; readonly entity: string } | null {
  if (selected?.kind === 'entity' && graph.hasNode(selected.id)) {
    return { key: selected.id, entity: selected.id }
  }
  if (selected?.kind !== 'relation' || !graph.hasEdge(selected.id)) return null
  const ends = graph.extremities(selected.id)
  const entity = ends.find((end) => end === anchor) ?? ends[0]
  return { key: relationKey(entity, selected.id), entity }
}

/** What a key does: up and down by line, right into and along a relation, left back to its entity. */
export function stepInOutline(
  rows: readonly OutlineRow[],
  at: number,
  key: string,
): OutlineStep | undefined {
  const row = rows[at]
  const to = (index: number) => {
    const there = rows[Math.min(rows.length - 1, Math.max(0, index))]
    return there && { key: there.key }
  }
  if (row === undefined) return undefined
  switch (key) {
    case 'ArrowDown':
      return to(at + 1)
    case 'ArrowUp':
      return to(at - 1)
    case 'Home':
      return to(0)
    case 'End':
      return to(rows.length - 1)
    case 'ArrowRight':
      return stepInto(rows, at, row)
    case 'ArrowLeft':
      if (row.edge !== null) return { key: row.entity }
      return { key: row.key, open: { entity: row.entity, isOpen: false } }
    default:
      return undefined
  }
}

function stepInto(rows: readonly OutlineRow[], at: number, row: OutlineRow): OutlineStep {
  if (row.edge !== null) return { key: row.other, open: { entity: row.other, isOpen: true } }
  if (!row.open) return { key: row.key, open: { entity: row.entity, isOpen: true } }
  const next = rows[at + 1]
  return { key: next?.entity === row.entity ? next.key : row.key }
}

function relationKey(entity: string, edge: string): string {
  return `${entity} ${edge}`
}
