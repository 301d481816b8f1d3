import type { RivalAttributes } from '../../graph/knowledge-graph.ts'
import { rivalText } from '../claim-text.ts'
import {
  citationProperties,
  confidenceNumber,
  externalReferences,
  type StixContext,
} from './stix-context.ts'
import { extended } from './stix-extension.ts'
import { type StixObject, some } from './stix-json.ts'

/** Who disagrees with a relation. A denial is the strongest disagreement, another reading is one. */
export function rivalOpinions(context: StixContext, edge: string): StixObject[] {
  const { graph, ids } = context
  return graph.getEdgeAttribute(edge, 'rivals').map((rival, index) => ({
    ...context.common(ids.remark('opinion', edge, index + 1)),
    explanation: rivalText(rival),
    ...remarkOf(context, rival),
    opinion: rival.denied === true ? 'strongly-disagree' : 'disagree',
    object_refs: [ids.edge(edge)],
    ...extended({ rival_of: edge }),
  }))
}

/** Other readings of attributes are notes: nobody disagrees with the entity itself. */
export function rivalNotes(context: StixContext, node: string): StixObject[] {
  const { graph, ids } = context
  const { attributes } = graph.getNodeAttributes(node)
  const rivals = Object.entries(attributes).flatMap(([attribute, claims]) =>
    claims.flatMap((claim) => claim.rivals.map((rival) => ({ attribute, rival }))),
  )
  return rivals.map(({ attribute, rival }, index) => ({
    ...context.common(ids.remark('note', node, index + 1)),
    content: `${attribute}, ${rivalText(rival)}`,
    ...remarkOf(context, rival),
    object_refs: [context.nodeRef(node)],
    ...extended({ rival_of: node, attribute }),
  }))
}

function remarkOf(context: StixContext, { citations, saidBy, confidence }: RivalAttributes) {
  const { graph } = context
  return {
    authors: some(
      saidBy.map((id) => (graph.hasNode(id) ? graph.getNodeAttribute(id, 'label') : id)),
    ),
    confidence: confidenceNumber(confidence),
    external_references: externalReferences(context, citations),
  }
}

/** Decisions on who is who, about those of the entities that are there. */
export function identityNotes(context: StixContext): StixObject[] {
  const { graph, ids } = context
  return graph
    .getAttribute('identity')
    .flatMap(({ verdict, entities, reason, citations }, index) => {
      const present = entities.filter((id) => graph.hasNode(id))
      if (present.length === 0) return []
      return {
        ...context.common(ids.remark('note', `identity ${entities.join(' ')}`, index + 1)),
        abstract: `${verdict}: ${entities.join(', ')}`,
        content: reason,
        external_references: externalReferences(context, citations),
        object_refs: present.map(context.nodeRef),
        ...extended({
          verdict,
          entities,
          citations: citationProperties(citations),
        }),
      }
    })
}
