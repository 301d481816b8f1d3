import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { awkwardGraph } from './awkward-graph.ts'

/** The awkward graph with an ontology that says what its types are in STIX and FollowTheMoney; of raids it says nothing. */
export function mappedGraph(): KnowledgeGraph {
  const graph = awkwardGraph()
  const ontology = structuredClone(graph.getAttribute('ontology'))
  const { person, group, place } = ontology.entities
  const { leads, killed, in: within } = ontology.relations
  if (person) Object.assign(person, { stix: 'individual', ftm: 'Person' })
  if (group) Object.assign(group, { stix: 'threat-actor', ftm: 'Organization' })
  if (place) Object.assign(place, { stix: 'location', ftm: 'Address' })
  if (leads) Object.assign(leads, { stix: '^led-by', ftm: 'Directorship' })
  if (killed) Object.assign(killed, { stix: 'targets', ftm: 'involved' })
  if (within) Object.assign(within, { stix: 'located-at', ftm: 'addressEntity' })
  graph.setAttribute('ontology', ontology)
  return graph
}
