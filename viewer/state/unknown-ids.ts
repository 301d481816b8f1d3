import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { ViewState } from './view-state.ts'

export interface KnownView {
  readonly view: ViewState
  /** What the view names and the graph does not have. */
  readonly unknown: readonly string[]
}

/** A link may be older than the graph: keeps what the graph knows and lists the rest. */
export function knownView(graph: KnowledgeGraph, view: ViewState): KnownView {
  const { entities, relations } = graph.getAttribute('ontology')
  const unknown = new Set<string>()
  const note = (id: string, known: boolean) => {
    if (!known) unknown.add(id)
    return known
  }
  const isEntity = (id: string) => note(id, graph.hasNode(id))
  const entityOrNull = (id: string | null) => (id !== null && isEntity(id) ? id : null)
  const isType = (id: string) => note(id, Object.hasOwn(entities, id))
  const isRelation = (id: string) => note(id, Object.hasOwn(relations, id))
  const isSource = (id: string) => note(id, Object.hasOwn(graph.getAttribute('sources'), id))
  const { selected, focus, path, source } = view

  const known: ViewState = {
    ...view,
    selected: selected && note(selected.id, hasSelected(graph, selected)) ? selected : null,
    focus: focus && isEntity(focus.around) ? focus : null,
    path: path && isEntity(path.from) && (path.to === null || isEntity(path.to)) ? path : null,
    source: source && isSource(source.id) ? source : null,
    saidBy: entityOrNull(view.saidBy),
    withoutSpeaker: entityOrNull(view.withoutSpeaker),
    hiddenEntities: view.hiddenEntities.filter(isEntity),
    chosen: view.chosen.filter(isEntity),
    only: view.only.filter(isEntity),
    pins: view.pins.filter(({ id }) => isEntity(id)),
    hiddenTypes: view.hiddenTypes.filter(isType),
    hiddenRelations: view.hiddenRelations.filter(isRelation),
  }
  return { view: unknown.size === 0 ? view : known, unknown: [...unknown] }
}

function hasSelected(
  graph: KnowledgeGraph,
  { kind, id }: NonNullable<ViewState['selected']>,
): boolean {
  return kind === 'entity' ? graph.hasNode(id) : graph.hasEdge(id)
}
