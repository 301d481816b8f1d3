import type {
  CitationAttributes,
  Evidence,
  KnowledgeGraph,
  RivalAttributes,
} from '../../graph/knowledge-graph.ts'
import type { Confidence } from '../../model/claim.ts'
import { citationText } from '../claim-text.ts'
import { type StixIds, stixIds } from './stix-ids.ts'
import { type StixObject, some } from './stix-json.ts'
import { stixKind } from './stix-kinds.ts'
import { lastReading, noTime } from './stix-time.ts'
import { strictAddress } from './strict-address.ts'

/** What all objects of one bundle share. */
export interface StixContext {
  readonly graph: KnowledgeGraph
  readonly ids: StixIds
  /** The id of the object that a node has become. */
  readonly nodeRef: (node: string) => string
  /** The properties that every object begins with. */
  readonly common: (id: string) => StixObject
}

export function stixContext(graph: KnowledgeGraph): StixContext {
  const { name, sources } = graph.getAttributes()
  const ids = stixIds(name)
  const modified = lastReading(sources)
  const refs = new Map<string, string>()
  return {
    graph,
    ids,
    nodeRef: (node) => {
      const type = graph.getNodeAttribute(node, 'type')
      const ref = refs.get(node) ?? ids.node(stixKind(graph, type).type, node)
      refs.set(node, ref)
      return ref
    },
    common: (id) => ({
      type: id.slice(0, id.indexOf('--')),
      spec_version: '2.1',
      id,
      ...(id !== ids.producer && { created_by_ref: ids.producer }),
      // It never changes, as STIX demands, because nothing knows when the curator began.
      created: noTime,
      modified,
    }),
  }
}

/** The scale that the specification gives for the second half of the Admiralty code. */
export function confidenceNumber(confidence: Confidence | undefined): number | undefined {
  return confidence === undefined ? undefined : admiralty[confidence]
}

const admiralty: Readonly<Record<Confidence, number>> = {
  confirmed: 90,
  probable: 70,
  possible: 50,
  doubtful: 30,
  improbable: 10,
}

/** A citation as a reference out of STIX, with its place and quote. */
export function externalReferences(
  { graph }: StixContext,
  citations: readonly CitationAttributes[],
): readonly StixObject[] | undefined {
  const sources = graph.getAttribute('sources')
  const references = citations.map((citation) => {
    const source = Object.hasOwn(sources, citation.source) ? sources[citation.source] : undefined
    return {
      source_name: referenceName(source?.title ?? citation.source),
      description: citation.quote,
      url: source?.url === undefined ? undefined : strictAddress(source.url),
      external_id: citationText(citation),
    }
  })
  return some(references)
}

/** Two names stand for lists of their own, whose numbers ours are not. */
export function referenceName(title: string): string {
  return title === 'cve' || title === 'capec' ? `"${title}"` : title
}

/** The evidence of a claim whole and as it is, for the extension. */
export function evidenceProperties({ citations, saidBy, ...told }: Evidence): StixObject {
  const { when, start, end, confidence, inferred, note } = told
  return {
    when,
    start,
    end,
    confidence,
    said_by: some(saidBy),
    inferred,
    note,
    citations: citationProperties(citations),
  }
}

export function citationProperties(citations: readonly CitationAttributes[]) {
  return some(citations.map(({ source, at, quote }) => ({ source, locator: at, quote })))
}

export function rivalProperties(rival: RivalAttributes): StixObject {
  const { value, target, denied } = rival
  return { value, target, denied, ...evidenceProperties(rival) }
}
