import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { type Description, named, nameOf, property, text } from './term.ts'

/** The events that a projection has taken out of the graph, of which ties between their participants are left. */
export function* describeEvents(graph: KnowledgeGraph): Generator<Description> {
  const labels = new Map<string, string>()
  graph.forEachEdge((_, { event }) => {
    if (event !== undefined && !graph.hasNode(event.id)) labels.set(event.id, event.label)
  })
  for (const [id, label] of labels) {
    const properties = property('rdfs:label', text(label))
    yield { subject: named(nameOf('entity', id)), properties, key: id }
  }
}
