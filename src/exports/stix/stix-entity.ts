import type { AttributeClaimAttributes, NodeAttributes } from '../../graph/knowledge-graph.ts'
import {
  evidenceProperties,
  externalReferences,
  rivalProperties,
  type StixContext,
} from './stix-context.ts'
import { extended } from './stix-extension.ts'
import { type StixObject, some } from './stix-json.ts'
import { stixKind } from './stix-kinds.ts'
import { stixSpan } from './stix-time.ts'

/** An entity with its names and time; its claims are in the extension, whole. */
export function stixEntity(context: StixContext, node: string): StixObject {
  const attributes = context.graph.getNodeAttributes(node)
  const { label, type, types, summary, aliases } = attributes
  const kind = stixKind(context.graph, type)
  const claims = Object.values(attributes.attributes).flat()
  return {
    ...context.common(context.nodeRef(node)),
    name: label,
    description: summary,
    ...kind.fixed,
    ...(kind.type === 'location' && placeProperties(attributes, 'country' in kind.fixed)),
    ...(kind.aliases && { aliases: some(aliases) }),
    ...(kind.seen && stixSpan(attributes, 'first_seen', 'last_seen')),
    labels: types,
    external_references: externalReferences(
      context,
      claims.flatMap(({ citations }) => citations),
    ),
    ...extended({
      id: node,
      entity_type: type,
      entity_types: types,
      ...(!kind.aliases && { aliases: some(aliases) }),
      ...ownProperties(attributes),
    }),
  }
}

function ownProperties({ unnamed, count, attributes, ...told }: NodeAttributes): StixObject {
  const { when, start, end, file, line } = told
  return {
    unnamed: unnamed ? true : undefined,
    count,
    when,
    start,
    end,
    claims: some(
      Object.entries(attributes).flatMap(([attribute, claims]) =>
        claims.map((claim) => claimProperties(attribute, claim)),
      ),
    ),
    file,
    line,
  }
}

function claimProperties(attribute: string, claim: AttributeClaimAttributes): StixObject {
  const { value, rivals, file, line } = claim
  return {
    attribute,
    value,
    ...evidenceProperties(claim),
    rivals: some(rivals.map(rivalProperties)),
    file,
    line,
  }
}

/**
 * Where it is: its coordinates, if it has numbers called `latitude` and `longitude`, or else no more than its name,
 * which is that of a country or of some region.
 */
function placeProperties({ label, attributes }: NodeAttributes, isCountry: boolean): StixObject {
  const latitude = degrees(attributes.latitude, 90)
  const longitude = degrees(attributes.longitude, 180)
  const known = latitude !== undefined && longitude !== undefined
  return {
    ...(known && { latitude, longitude }),
    country: isCountry ? label : undefined,
    region: isCountry || known ? undefined : label,
  }
}

function degrees(
  claims: readonly AttributeClaimAttributes[] | undefined,
  most: number,
): number | undefined {
  const [claim, another] = claims ?? []
  const value = another === undefined ? claim?.value : undefined
  return typeof value === 'number' && Math.abs(value) <= most ? value : undefined
}
