import { datePrefixes } from '../../dates/date-prefixes.ts'
import type {
  EdgeAttributes,
  IdentityAttributes,
  KnowledgeGraph,
  SourceAttributes,
} from '../../graph/knowledge-graph.ts'
import { sentenceOf } from '../../graph/sentence.ts'
import type { FtmLink } from '../../model/ftm-words.ts'
import { groupBy } from '../../model/group-by.ts'
import { identityIds } from '../identity-ids.ts'
import { nameUuid } from '../uuid.ts'
import { ftmAddress } from './ftm-address.ts'
import { citationEntries, citedBy, claimEntries, linesOf, valueTexts } from './ftm-claim-lines.ts'
import type { FtmDraft } from './ftm-entity.ts'
import { isA, relationOf, schemaOf } from './ftm-words.ts'

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
      publishedAt: [published && datePrefixes(published).date],
      retrievedAt: [accessed && datePrefixes(accessed).date],
      sourceUrl: [url, archive].map((address) => address && ftmAddress(address)),
      notes: [
        linesOf([
          ['Note', note],
          ['Reliability', reliability],
          ['Language', language],
          ['Published', isOneDate(published) ? undefined : published],
          ['Accessed', isOneDate(accessed) ? undefined : accessed],
          // Where there are two, this one is told by its name.
          ['Address', url && archive === undefined && ftmAddress(url) === url ? undefined : url],
          ['Archive', archive],
          ['Paragraphs', paragraphs],
          ['Pages', pages],
        ]),
      ],
    },
  }
}

function isOneDate(when: string | undefined): boolean {
  return when !== undefined && datePrefixes(when).date === when
}

function nodeDraft(graph: KnowledgeGraph, node: string): FtmDraft {
  const attributes = graph.getNodeAttributes(node)
  const { schema } = schemaOf(graph, node)
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
        linesOf([
          // Values of a property have no order there: of the keywords, nobody could say which is the type.
          ['Type', [...new Set([attributes.type, ...attributes.types])].join(', ')],
          [
            'Unnamed',
            attributes.unnamed ? 'the sources withhold the name; this one describes.' : undefined,
          ],
          ['Count', attributes.count],
        ]),
      ],
      notes: valueTexts(graph, attributes),
      proof: citedBy(Object.values(attributes.attributes).flat()).map(documentId),
      ...pointersOf(graph, node),
    },
  }
}

function linkDraft(graph: KnowledgeGraph, edge: string): FtmDraft {
  const attributes = graph.getEdgeAttributes(edge)
  const { link, ends, nodes } = relationOf(graph, edge)
  const { role, event, when, symmetric } = attributes
  const isRoleClear = link !== 'UnknownLink' && !linksWithoutRole.has(link)
  return {
    key: edge,
    id: linkId(edge),
    schema: link,
    properties: {
      [ends[0].property]: [nodes[0]],
      [ends[1].property]: [nodes[1]],
      ...roleProperties(link, attributes),
      recordId: [edge],
      ...dateProperties(when),
      summary: [`${sentenceOf(graph, edge)}.`],
      description: [
        linesOf([
          ['Direction', symmetric ? 'both ways' : undefined],
          ['Role', isRoleClear ? undefined : role],
          ['Event', event && `${event.label} (${event.id})`],
          ...claimEntries(graph, { ...attributes, when: isExact(when) ? undefined : when }),
        ]),
      ],
      proof: citedBy([attributes]).map(documentId),
    },
  }
}

/** Where a link tells its role; an unknown one also says there what the relation is called. */
function roleProperties(
  link: FtmLink,
  { label, role }: EdgeAttributes,
): Record<string, (string | undefined)[]> {
  if (linksWithoutRole.has(link)) return {}
  if (link === 'UnknownLink') return { role: [label, role] }
  return { [linksOfKin.has(link) ? 'relationship' : 'role']: [role] }
}

const linksWithoutRole: ReadonlySet<FtmLink> = new Set(['Occupancy', 'Payment', 'Debt'])
const linksOfKin: ReadonlySet<FtmLink> = new Set(['Family', 'Associate'])

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
      notes: [linesOf(citationEntries(citations))],
      entity: entities.filter((entity) => graph.hasNode(entity)),
      proof: citedBy([{ citations, rivals: [] }]).map(documentId),
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
  const { date, startDate, endDate } = datePrefixes(when)
  return { date: [date], startDate: [startDate], endDate: [endDate] }
}

export function isExact(when: string | undefined): boolean {
  return when === undefined || datePrefixes(when).exact
}
