import { edgeTest, type Filter } from '../../src/graph/filter.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { Focus, ViewState } from './view-state.ts'

/** What of the graph is in the picture. An edge is visible only between visible nodes. */
export interface Visible {
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
  /** Nothing is hidden. */
  readonly whole: boolean
}

export function visibleOf(graph: KnowledgeGraph, view: ViewState): Visible {
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
  const kept = view.focus ? within(graph, { nodes, edges }, view.focus) : { nodes, edges }
  return {
    ...kept,
    whole: kept.nodes.size === graph.order && kept.edges.size === graph.size,
  }
}

/** The view's filter of claims, in the words of the shell's filter. */
function filterOf(graph: KnowledgeGraph, view: ViewState): Filter {
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

interface Parts {
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
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
