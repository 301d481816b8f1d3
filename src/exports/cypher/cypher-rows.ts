import type {
  AttributeClaimAttributes,
  CitationAttributes,
  EdgeAttributes,
  IdentityAttributes,
  NodeAttributes,
  SourceAttributes,
} from '../../graph/knowledge-graph.ts'
import type { Scalar } from '../../model/claim.ts'
import { citationText } from '../claim-text.ts'
import type { CypherDay, CypherRow } from './cypher-literal.ts'

/** The properties that a node has beside those for its attributes. */
export const nodeProperties = [
  ...['id', 'name', 'type', 'types', 'aliases', 'summary', 'unnamed', 'count', 'when', 'start'],
  ...['end', 'claims', 'file', 'line', 'x', 'y', 'size', 'color'],
] as const

/** An attribute is a property with its bare value, or a list of them; `claims` tells all of each as JSON. */
export function nodeRow(
  id: string,
  node: NodeAttributes,
  propertyOf: (attribute: string) => string,
): CypherRow {
  const { label, attributes, types, aliases, start, end, ...told } = node
  const values = Object.entries(attributes).filter(([attribute]) => attribute !== 'when')
  return {
    id,
    name: label,
    ...told,
    types: listOf(types),
    aliases: listOf(aliases),
    start: dayOf(start),
    end: dayOf(end),
    ...Object.fromEntries(
      values.map(([attribute, claims]) => [propertyOf(attribute), bareValue(claims)]),
    ),
    claims: listOf(
      Object.entries(attributes).flatMap(([attribute, claims]) =>
        claims.map((claim) => JSON.stringify({ attribute, ...claim })),
      ),
    ),
  }
}

export function edgeRow(key: string, edge: EdgeAttributes): CypherRow {
  const { citations, saidBy, rivals, start, end, event, ...told } = edge
  return {
    key,
    ...told,
    start: dayOf(start),
    end: dayOf(end),
    ...citationProperties(citations),
    saidBy: listOf(saidBy),
    rivals: listOf(rivals.map((rival) => JSON.stringify(rival))),
    event: event?.id,
    eventName: event?.label,
  }
}

export function sourceRow(id: string, source: SourceAttributes): CypherRow {
  return { id, ...source }
}

export function identityRow(id: string, decision: IdentityAttributes): CypherRow {
  const { verdict, entities, reason, citations } = decision
  return { id, verdict, entities: listOf(entities), reason, ...citationProperties(citations) }
}

/** `citations` and `quotes` go side by side; `sources` has each source once. */
function citationProperties(citations: readonly CitationAttributes[]): CypherRow {
  const quotes = citations.map(({ quote = '' }) => quote)
  return {
    citations: listOf(citations.map(citationText)),
    sources: listOf([...new Set(citations.map(({ source }) => source))]),
    quotes: quotes.every((quote) => quote === '') ? undefined : quotes,
  }
}

function bareValue(claims: readonly AttributeClaimAttributes[]): Scalar | Scalar[] | undefined {
  const values = claims.map(({ value }) => value)
  return values.length === 1 ? values[0] : listOf(values)
}

/** An empty list is not said. */
function listOf<Item>(items: readonly Item[]): Item[] | undefined {
  return items.length === 0 ? undefined : [...items]
}

/** Neo4j knows years of up to nine digits. */
export function dayOf(day: string | undefined): CypherDay | undefined {
  return day === undefined || !/^[-+]?\d{4,9}-/.test(day) ? undefined : { day }
}
