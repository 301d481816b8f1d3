import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { Loss } from './export-format.ts'

/** Adds to what was lost in one way; `example` is the key of the node or edge that it happened to. */
export type ReportLoss<Kind extends string> = (kind: Kind, count: number, example: string) => void

interface LossCounter<Kind extends string> {
  readonly report: ReportLoss<Kind>
  /** What was reported, in the order of the texts; of each kind the first example. */
  readonly losses: () => Loss[]
}

/** Counts the losses of a format, whose ways to lose something are the keys of `texts`. */
export function countLosses<Kind extends string>(
  texts: Readonly<Record<Kind, string>>,
): LossCounter<Kind> {
  const found = new Map<Kind, { count: number; example: string }>()
  const report: ReportLoss<Kind> = (kind, count, example) => {
    if (count === 0) return
    const { count: before, example: first } = found.get(kind) ?? { count: 0, example }
    found.set(kind, { count: before + count, example: first })
  }
  const losses = () =>
    (Object.keys(texts) as Kind[]).flatMap((kind) => {
      const loss = found.get(kind)
      return loss === undefined ? [] : [{ kind, ...loss, what: texts[kind] }]
    })
  return { report, losses }
}

/** For a format without a place for the records of sources. */
function countSources(graph: KnowledgeGraph, report: ReportLoss<'sources-left-out'>): void {
  const ids = Object.keys(graph.getAttribute('sources'))
  report('sources-left-out', ids.length, ids[0] ?? '')
}

/** For a format that knows types and relations by their names, and at most by their looks. */
export function countOntology(
  graph: KnowledgeGraph,
  report: ReportLoss<'ontology-left-out'>,
): void {
  const { entities, relations } = graph.getAttribute('ontology')
  const types = [...Object.keys(entities), ...Object.keys(relations)]
  report('ontology-left-out', types.length, types[0] ?? '')
}

/** For a format in which a tie of a projection does not lead to its event. */
export function countEvents(graph: KnowledgeGraph, report: ReportLoss<'events-left-out'>): void {
  for (const { edge, attributes } of graph.edgeEntries()) {
    report('events-left-out', attributes.event ? 1 : 0, edge)
  }
}

/** For a format without a place for the name of the base. */
export function countName(graph: KnowledgeGraph, report: ReportLoss<'name-left-out'>): void {
  report('name-left-out', 1, graph.getAttribute('name'))
}

/** For a format without a place for decisions on who is who. */
function countIdentity(graph: KnowledgeGraph, report: ReportLoss<'identity-left-out'>): void {
  const identity = graph.getAttribute('identity')
  report('identity-left-out', identity.length, identity[0]?.entities.join(', ') ?? '')
}

/** For a format that has a place for nodes and edges, and for nothing beside them. */
export function countBeside(
  graph: KnowledgeGraph,
  report: ReportLoss<
    'events-left-out' | 'sources-left-out' | 'identity-left-out' | 'ontology-left-out'
  >,
): void {
  countEvents(graph, report)
  countSources(graph, report)
  countIdentity(graph, report)
  countOntology(graph, report)
}
