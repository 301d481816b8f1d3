import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import {
  type FtmEnd,
  type FtmLink,
  type FtmSchema,
  ftmLinks,
  ftmProperties,
  ftmSchemata,
} from '../../model/ftm-words.ts'

/** The schema of a node; without a word in the ontology, what is dated is an event, and anything else some party. */
export function schemaOf(
  graph: KnowledgeGraph,
  node: string,
): { readonly schema: FtmSchema; readonly chosen: boolean } {
  const type = entityType(graph, node)
  const fallback = type?.dated === true ? 'Event' : 'LegalEntity'
  return { schema: type?.ftm ?? fallback, chosen: type?.ftm !== undefined }
}

function entityType(graph: KnowledgeGraph, node: string) {
  const { entities } = graph.getAttribute('ontology')
  const type = graph.getNodeAttribute(node, 'type')
  return Object.hasOwn(entities, type) ? entities[type] : undefined
}

export function isA(schema: FtmSchema, wanted: string): boolean {
  return schema === wanted || (ftmSchemata[schema] as readonly string[]).includes(wanted)
}

/** What becomes of an edge. */
export interface FtmRelation {
  readonly link: FtmLink
  /** The properties of the link that name the edge's ends, those of its source first. */
  readonly ends: readonly [FtmEnd, FtmEnd]
  /** The nodes that the ends name. */
  readonly nodes: readonly [string, string]
  /** A property by which one node names the other beside the link. */
  readonly pointer?: { readonly property: string; readonly from: string; readonly to: string }
  /** Whether the ends are what the ontology's word asks of them. */
  readonly fits: boolean
}

/** By the ontology's word, as far as the ends fit it; any other is an `UnknownLink`. */
export function relationOf(graph: KnowledgeGraph, edge: string): FtmRelation {
  const [source, target] = graph.extremities(edge)
  const { relation } = graph.getEdgeAttributes(edge)
  const { ftm } = graph.getAttribute('ontology').relations[relation] ?? {}
  const unknown = {
    link: 'UnknownLink',
    ends: ftmLinks.UnknownLink,
    nodes: [source, target],
  } as const
  if (ftm === undefined) return { ...unknown, fits: true }
  const word = ftm.replace(/^\^/, '')
  const [from, to] = ftm.startsWith('^') ? [target, source] : [source, target]
  const meets = (node: string, wanted: string) => isA(schemaOf(graph, node).schema, wanted)
  if (isProperty(word)) {
    const { of, range } = ftmProperties[word]
    // An entity that names itself is refused.
    const fits = meets(from, of) && meets(to, range) && from !== to
    return fits ? { ...unknown, pointer: { property: word, from, to }, fits } : { ...unknown, fits }
  }
  if (!isLink(word)) return { ...unknown, fits: false }
  const ends = ftmLinks[word]
  const fits = meets(from, ends[0].range) && meets(to, ends[1].range)
  return fits ? { link: word, ends, nodes: [from, to], fits } : { ...unknown, fits }
}

function isProperty(word: string): word is keyof typeof ftmProperties {
  return Object.hasOwn(ftmProperties, word)
}

function isLink(word: string): word is FtmLink {
  return Object.hasOwn(ftmLinks, word)
}
