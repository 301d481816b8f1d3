import { doubtsInWords } from '../../graph/evidence-in-words.ts'
import { sentenceOf } from '../../graph/sentence.ts'
import {
  confidenceNumber,
  evidenceProperties,
  externalReferences,
  rivalProperties,
  type StixContext,
} from './stix-context.ts'
import { extended } from './stix-extension.ts'
import { type StixObject, some } from './stix-json.ts'
import { stixSpan } from './stix-time.ts'

/** A relation under its own name or under the word that the ontology has for it, which may turn it round. */
export function stixRelationship(context: StixContext, edge: string): StixObject {
  const { graph, ids } = context
  const attributes = graph.getEdgeAttributes(edge)
  const { relation, kind, symmetric, role, note, rivals, file, line } = attributes
  const { stix } = graph.getAttribute('ontology').relations[relation] ?? {}
  const turned = stix?.startsWith('^') === true
  const ends = graph.extremities(edge).map(context.nodeRef)
  const [source, target] = turned ? ends.toReversed() : ends
  const words = [`${sentenceOf(graph, edge)}.`, ...doubtsInWords(graph, attributes), note]
  return {
    ...context.common(ids.edge(edge)),
    // Names that the check refused may hold anything.
    relationship_type: (stix ?? relation).replace(/^\^/, '').replace(/[^a-z0-9-]/g, '-'),
    description: words.filter((part) => part !== undefined).join(' '),
    source_ref: source,
    target_ref: target,
    ...stixSpan(attributes, 'start_time', 'stop_time'),
    confidence: confidenceNumber(attributes.confidence),
    labels: [kind],
    external_references: externalReferences(context, attributes.citations),
    ...extended({
      key: edge,
      relation,
      kind,
      symmetric,
      turned: turned ? true : undefined,
      role,
      ...evidenceProperties(attributes),
      rivals: some(rivals.map(rivalProperties)),
      file,
      line,
    }),
  }
}
