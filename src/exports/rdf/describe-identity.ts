import type { IdentityAttributes, KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { describeCitations } from './describe-evidence.ts'
import { type Description, type Name, named, nameOf, property, text } from './term.ts'

/** Every decision on who is who, and what it states of each two of the entities. */
export function* describeIdentity(
  graph: KnowledgeGraph,
  withGraphs: boolean,
): Generator<Description> {
  const numbers = new Map<string, number>()
  for (const decision of graph.getAttribute('identity')) {
    const key = decision.entities.join(', ')
    const number = (numbers.get(key) ?? 0) + 1
    numbers.set(key, number)
    const ids = number === 1 ? decision.entities : [...decision.entities, number]
    const name = nameOf('decision', ...ids)
    yield describeDecision(name, key, decision)
    for (const description of statements(decision, key)) {
      yield withGraphs ? { ...description, graph: name } : description
    }
  }
}

function describeDecision(name: Name, key: string, decision: IdentityAttributes): Description {
  const { verdict, entities, reason, citations } = decision
  return {
    subject: named(name),
    properties: [
      ...property('rdf:type', named('dossier:IdentityDecision')),
      ...property('dossier:verdict', named(`dossier:${verdict}`)),
      ...property('dossier:about', ...entities.map((id) => named(nameOf('entity', id)))),
      ...property('dossier:reason', text(reason)),
      ...describeCitations(citations, 'prov:wasDerivedFrom'),
    ],
    key,
  }
}

const predicates = {
  same: 'owl:sameAs',
  different: 'owl:differentFrom',
  undecided: 'dossier:perhapsSameAs',
} as const

function* statements(
  { verdict, entities }: IdentityAttributes,
  key: string,
): Generator<Description> {
  for (const [index, entity] of entities.entries()) {
    const others = entities.slice(index + 1).map((id) => named(nameOf('entity', id)))
    const properties = property(predicates[verdict], ...others)
    if (properties.length > 0) yield { subject: named(nameOf('entity', entity)), properties, key }
  }
}
