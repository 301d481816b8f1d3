import { edgeTest, type Filter } from '../../src/graph/filter.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { Activities } from '../time/activities.ts'
import { type Activity, activity } from '../time/activity.ts'
import type { Moment } from '../time/moment.ts'
import type { TimeIndex } from '../time/time-index.ts'
import type { Focus, ViewState } from './view-state.ts'

/** What of the graph is asked about, counted and listed. An edge is visible only between visible nodes. */
export interface Visible extends Parts {
  /** Nothing is hidden. */
  readonly whole: boolean
  /** How all this stands to the time that is chosen; null is all time. */
  readonly inTime: InTime | null
}

export interface Parts {
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
}

/** What chooses from what has passed, beside the time. */
export type Choice = Pick<ViewState, 'focus' | 'inactive'>

export interface InTime extends Timed {
  readonly choice: Choice
  /** What the time leaves out and the reader still wants to see, faded. */
  readonly faded: Parts
}

/** The items of a graph at a moment. */
export interface Timed {
  readonly moment: Moment
  readonly index: TimeIndex
  readonly activities: Activities
  /** The rows of what the filters let pass, at whatever time. */
  readonly passed: PassedRows
}

export interface PassedRows {
  readonly nodes: readonly number[]
  readonly edges: readonly number[]
}

/** What the filters let pass, at whatever time. An edge passes only between nodes that do. */
export function passedBy(graph: KnowledgeGraph, view: ViewState): Parts {
  const hiddenTypes = new Set(view.hiddenTypes)
  const hiddenEntities = new Set(view.hiddenEntities)
  const only = view.only.length > 0 ? new Set(view.only) : undefined
  const keepsEdge = edgeTest(graph, filterOf(graph, view))
  const nodes = new Set(
    graph.filterNodes(
      (id, { type }) =>
        !hiddenTypes.has(type) && !hiddenEntities.has(id) && (only === undefined || only.has(id)),
    ),
  )
  const edges = new Set(
    graph.filterEdges(
      (edge, _, source, target) => nodes.has(source) && nodes.has(target) && keepsEdge(edge),
    ),
  )
  return { nodes, edges }
}

export function passedRows(index: TimeIndex, passed: Parts): PassedRows {
  const rows = (kind: 'nodes' | 'edges') =>
    [...passed[kind]].flatMap((id) => index[kind].rowOf.get(id) ?? [])
  return { nodes: rows('nodes'), edges: rows('edges') }
}

/** What has passed and lies within the focus and the time; the time chooses first, as it does in the shell. */
export function visibleOf(
  graph: KnowledgeGraph,
  passed: Parts,
  choice: Choice,
  timed: Timed | null,
): Visible {
  const { focus, inactive } = choice
  if (timed === null) return { ...shown(graph, near(graph, passed, focus)), inTime: null }
  const { active, others } = splitByTime(timed, inactive && focus === null)
  const kept = near(graph, active, focus)
  const faded = inactive && focus !== null ? less(near(graph, passed, focus), kept) : others
  return { ...shown(graph, kept), inTime: { ...timed, choice, faded } }
}

function shown(graph: KnowledgeGraph, parts: Parts): Parts & Pick<Visible, 'whole'> {
  return { ...parts, whole: parts.nodes.size === graph.order && parts.edges.size === graph.size }
}

function near(graph: KnowledgeGraph, parts: Parts, focus: Focus | null): Parts {
  return focus ? within(graph, parts, focus) : parts
}

/** How an item stands to the time that is chosen; null where none is. */
export function activityOf(
  { inTime }: Pick<Visible, 'inTime'>,
  kind: 'nodes' | 'edges',
  id: string,
): Activity | null {
  if (inTime === null) return null
  const row = inTime.index[kind].rowOf.get(id)
  return row === undefined ? activity.no : (inTime.activities[kind][row] as Activity)
}

/** Whether an item is in the picture, bright or faded by the time. */
export function isDrawn(
  { inTime, ...kept }: Visible,
  kind: 'nodes' | 'edges',
  id: string,
): boolean {
  return kept[kind].has(id) || inTime?.faded[kind].has(id) === true
}

/** What can hold at the time, and if wanted all the rest. */
function splitByTime(
  { index, activities, passed }: Timed,
  withOthers: boolean,
): { readonly active: Parts; readonly others: Parts } {
  const split = (kind: 'nodes' | 'edges') => {
    const { ids } = index[kind]
    const states = activities[kind]
    const [active, others] = [new Set<string>(), new Set<string>()]
    for (const row of passed[kind]) {
      if (states[row] !== activity.no) active.add(ids[row] as string)
      else if (withOthers) others.add(ids[row] as string)
    }
    return { active, others }
  }
  const [nodes, edges] = [split('nodes'), split('edges')]
  return {
    active: { nodes: nodes.active, edges: edges.active },
    others: { nodes: nodes.others, edges: edges.others },
  }
}

function less(all: Parts, some: Parts): Parts {
  const rest = (kind: 'nodes' | 'edges') =>
    new Set([...all[kind]].filter((id) => !some[kind].has(id)))
  return { nodes: rest('nodes'), edges: rest('edges') }
}

/** The view's filter of claims at whatever time, in the words of the shell's filter. */
export function filterOf(graph: KnowledgeGraph, view: ViewState): Filter {
  const declared = Object.keys(graph.getAttribute('ontology').relations)
  return {
    ...(view.hiddenRelations.length > 0 && {
      relations: declared.filter((relation) => !view.hiddenRelations.includes(relation)),
    }),
    ...(view.minConfidence && { minConfidence: view.minConfidence }),
    ...(!view.inferred && { noInferred: true }),
    ...(view.source?.mode === 'only' && { sources: [view.source.id] }),
    ...(view.source?.mode === 'without' && { withoutSources: [view.source.id] }),
    ...(view.saidBy && { saidBy: [view.saidBy] }),
    ...(view.withoutSpeaker && { withoutSpeakers: [view.withoutSpeaker] }),
  }
}

/** A graph of only what is visible: questions asked of it are answered from the picture. */
export function visibleGraph(graph: KnowledgeGraph, visible: Visible): KnowledgeGraph {
  if (visible.whole) return graph
  const kept = graph.nullCopy() as KnowledgeGraph
  for (const node of visible.nodes) kept.addNode(node, graph.getNodeAttributes(node))
  for (const edge of visible.edges) {
    const [source, target] = graph.extremities(edge)
    kept.addEdgeWithKey(edge, source, target, graph.getEdgeAttributes(edge))
  }
  return kept
}

/** Breadth first over what is visible; the entity in the middle stays although a filter hides it. */
function within(graph: KnowledgeGraph, visible: Parts, { around, hops }: Focus): Parts {
  if (!graph.hasNode(around)) return visible
  const reached = new Set([around])
  let frontier = [around]
  for (let hop = 0; hop < hops && frontier.length > 0; hop++) {
    const next: string[] = []
    for (const node of frontier) {
      graph.forEachEdge(node, (edge) => {
        const other = graph.opposite(node, edge)
        if (!visible.edges.has(edge) || reached.has(other)) return
        reached.add(other)
        next.push(other)
      })
    }
    frontier = next
  }
  const edges = [...visible.edges].filter(
    (edge) => reached.has(graph.source(edge)) && reached.has(graph.target(edge)),
  )
  return { nodes: reached, edges: new Set(edges) }
}
