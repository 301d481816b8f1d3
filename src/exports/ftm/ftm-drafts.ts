import { doubtsInWords } from '../../graph/evidence-in-words.ts'
import type {
  CitationAttributes,
  ClaimAttributes,
  EdgeAttributes,
  IdentityAttributes,
  KnowledgeGraph,
  NodeAttributes,
  SourceAttributes,
} from '../../graph/knowledge-graph.ts'
import { sentenceOf } from '../../graph/sentence.ts'
import { groupBy } from '../../model/group-by.ts'
import { citationText, rivalText, withEvidence } from '../claim-text.ts'
import { identityIds } from '../identity-ids.ts'
import { evidenceOf } from '../node-columns.ts'
import { nameUuid } from '../uuid.ts'
import { ftmAddress } from './ftm-address.ts'
import { ftmDates } from './ftm-dates.ts'
import type { FtmDraft } from './ftm-entity.ts'
import { type FtmRelation, isA, relationOf, schemaOf } from './ftm-words.ts'

/** The documents first, then who and what there is, then how it is tied, then who is who. */
export function* ftmDrafts(graph: KnowledgeGraph): Generator<FtmDraft> {
  const { sources, identity } = graph.getAttributes()
  for (const [id, source] of Object.entries(sources)) yield documentDraft(id, source)
  for (const node of graph.nodes()) yield nodeDraft(graph, node)
  for (const edge of graph.edges()) yield linkDraft(graph, edge)
  for (const [id, decision] of identityIds(identity)) yield identityDraft(graph, id, decision)
}

/** Ids of entities have no dots: documents cannot be taken for them. */
const documentId = (source: string) => `source.${source}`

function documentDraft(id: string, source: SourceAttributes): FtmDraft {
  const { title, author, publisher, kind, url, archive, published, accessed } = source
  const { note, reliability, language, paragraphs, pages } = source
  return {
    key: id,
    id: documentId(id),
    schema: 'Document',
    properties: {
      title: [title],
      author: [author],
      publisher: [publisher],
      keywords: [kind],
      publishedAt: [published && ftmDates(published).date],
      retrievedAt: [accessed && ftmDates(accessed).date],
      sourceUrl: [url, archive].map((address) => address && ftmAddress(address)),
      notes: [
        note,
        line('Reliability', reliability),
        line('Language', language),
        line('Published', isExact(published) ? undefined : published),
        line('Accessed', isExact(accessed) ? undefined : accessed),
        line('Address', url && ftmAddress(url) === url ? undefined : url),
        line('Archive', archive),
        line('Paragraphs', paragraphs),
        line('Pages', pages),
      ],
    },
  }
}

function nodeDraft(graph: KnowledgeGraph, node: string): FtmDraft {
  const attributes = graph.getNodeAttributes(node)
  const { schema } = schemaOf(graph, node)
  const claims = Object.values(attributes.attributes).flat()
  return {
    key: node,
    id: node,
    schema,
    properties: {
      name: [attributes.label],
      alias: attributes.aliases,
      summary: [attributes.summary],
      keywords: attributes.types,
      ...(isA(schema, 'Interval') && dateProperties(attributes.when)),
      description: [
        attributes.unnamed ? 'The sources withhold the name; this one describes.' : undefined,
        line('Count', attributes.count),
        ...whenLines(attributes.when, isA(schema, 'Interval')),
      ],
      notes: [...claimTexts(attributes), ...quoteTexts(citationsOf(claims))],
      proof: proofOf(claims),
      ...pointersOf(graph, node),
    },
  }
}

/** The links of the ontology have an end for a role, or another for the kind of kinship; other links have none. */
const roleProperties: Readonly<Record<string, string | undefined>> = {
  Family: 'relationship',
  Associate: 'relationship',
  Occupancy: undefined,
  Payment: undefined,
  Debt: undefined,
}

function linkDraft(graph: KnowledgeGraph, edge: string): FtmDraft {
  const attributes = graph.getEdgeAttributes(edge)
  const relation = relationOf(graph, edge)
  const { link, ends, nodes } = relation
  const roleProperty = Object.hasOwn(roleProperties, link) ? roleProperties[link] : 'role'
  return {
    key: edge,
    id: linkId(edge),
    schema: link,
    properties: {
      [ends[0].property]: [nodes[0]],
      [ends[1].property]: [nodes[1]],
      ...(roleProperty !== undefined && { [roleProperty]: rolesOf(relation, attributes) }),
      recordId: [edge],
      ...dateProperties(attributes.when),
      summary: [`${sentenceOf(graph, edge)}.`],
      description: [
        roleProperty === undefined ? line('Role', attributes.role) : undefined,
        ...whenLines(attributes.when, true),
        ...doubtsInWords(graph, attributes),
        attributes.note,
        ...attributes.citations.map(citationText).map((text) => `Source: ${text}`),
        ...quoteTexts(attributes.citations),
        ...attributes.rivals.map(rivalText),
      ],
      proof: proofOf([attributes]),
    },
  }
}

/** An unknown link says in its role what the relation is called. */
function rolesOf({ link }: FtmRelation, { label, role }: EdgeAttributes) {
  return link === 'UnknownLink' ? [label, role] : [role]
}

/** FollowTheMoney takes ids of up to 200 characters. */
function linkId(edge: string): string {
  return edge.length <= 200 ? edge : `link.${nameUuid(linkNamespace, edge)}`
}

const linkNamespace = '8f0f3c53-5b0b-4d5e-9d0e-0a9f6d1c7b24'

function identityDraft(
  graph: KnowledgeGraph,
  id: string,
  { verdict, entities, reason, citations }: IdentityAttributes,
): FtmDraft {
  return {
    key: entities.join(', '),
    id: `identity.${nameUuid(linkNamespace, id)}`,
    schema: 'Note',
    properties: {
      name: [`${verdict}: ${entities.join(', ')}`],
      description: [reason],
      notes: [...citations.map((one) => `Source: ${citationText(one)}`), ...quoteTexts(citations)],
      entity: entities.filter((entity) => graph.hasNode(entity)),
      proof: [...new Set(citations.map(({ source }) => documentId(source)))],
    },
  }
}

/** Where the ontology has a property for a relation, the node names the other end itself. */
function pointersOf(graph: KnowledgeGraph, node: string): Record<string, string[]> {
  const pointers = graph.edges(node).flatMap((edge) => relationOf(graph, edge).pointer ?? [])
  const own = groupBy(
    pointers.filter(({ from }) => from === node),
    ({ property }) => property,
  )
  return Object.fromEntries([...own].map(([property, all]) => [property, all.map(({ to }) => to)]))
}

function dateProperties(when: string | undefined) {
  if (when === undefined) return {}
  const { date, startDate, endDate } = ftmDates(when)
  return { date: [date], startDate: [startDate], endDate: [endDate] }
}

/** The date as it was written, where the prefixes say less. */
function whenLines(when: string | undefined, hasDates: boolean): (string | undefined)[] {
  return [line('When', hasDates && isExact(when) ? undefined : when)]
}

export function isExact(when: string | undefined): boolean {
  return when === undefined || ftmDates(when).exact
}

function claimTexts({ attributes }: NodeAttributes): string[] {
  return Object.entries(attributes).flatMap(([name, claims]) =>
    claims.flatMap((claim) => [
      withEvidence(`${name}: ${claim.value}`, evidenceOf(name, claim)),
      ...claim.rivals.map((rival) => `${name}, ${rivalText(rival)}`),
    ]),
  )
}

function quoteTexts(citations: readonly CitationAttributes[]): string[] {
  return citations.flatMap((citation) =>
    citation.quote === undefined ? [] : [`${citationText(citation)}: ${citation.quote}`],
  )
}

/** All that claims and the readings beside them cite. */
function citationsOf(claims: readonly ClaimAttributes[]): CitationAttributes[] {
  return claims.flatMap(({ citations, rivals }) => [
    ...citations,
    ...rivals.flatMap((rival) => rival.citations),
  ])
}

function proofOf(claims: readonly ClaimAttributes[]): string[] {
  return [...new Set(citationsOf(claims).map(({ source }) => documentId(source)))]
}

function line(name: string, value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : `${name}: ${value}`
}
