import type { ClaimAttributes, KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { referenceName, type StixContext } from './stix-context.ts'
import { extended } from './stix-extension.ts'
import type { StixObject } from './stix-json.ts'
import { noTime, publicationTime } from './stix-time.ts'
import { strictAddress } from './strict-address.ts'

/** A source that something in the graph rests on, with all that does. */
export function stixReport(
  { graph, ids, nodeRef, common }: StixContext,
  id: string,
  { nodes, edges }: Resting,
): StixObject {
  const source = graph.getAttribute('sources')[id]
  if (source === undefined) throw new Error(`There is no source ${id}.`)
  const { title, note, url, kind, ...told } = source
  return {
    ...common(ids.source(id)),
    name: title,
    description: note,
    published: publicationTime(source) ?? noTime,
    labels: kind === undefined ? undefined : [kind],
    object_refs: [...nodes.map(nodeRef), ...edges.map(ids.edge)],
    external_references: [
      {
        source_name: referenceName(source.publisher ?? title),
        url: url === undefined ? undefined : strictAddress(url),
        external_id: id,
      },
    ],
    ...extended({ id, kind, url, note, ...told }),
  }
}

/** What rests on each source, by its id: entities by their attributes, relations, and the readings beside them. */
export function restsOn(graph: KnowledgeGraph): Map<string, Resting> {
  const found = new Map<string, Resting>()
  const restingOn = (source: string) => {
    const resting = found.get(source) ?? { nodes: [], edges: [] }
    found.set(source, resting)
    return resting
  }
  for (const { node, attributes } of graph.nodeEntries()) {
    const claims = Object.values(attributes.attributes).flat()
    for (const source of sourcesOf(claims)) restingOn(source).nodes.push(node)
  }
  for (const { edge, attributes } of graph.edgeEntries()) {
    for (const source of sourcesOf([attributes])) restingOn(source).edges.push(edge)
  }
  return found
}

interface Resting {
  readonly nodes: string[]
  readonly edges: string[]
}

function sourcesOf(claims: readonly ClaimAttributes[]): Set<string> {
  const sources = new Set<string>()
  for (const { citations, rivals } of claims) {
    for (const { source } of citations) sources.add(source)
    for (const rival of rivals) for (const { source } of rival.citations) sources.add(source)
  }
  return sources
}
