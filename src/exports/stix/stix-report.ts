import type { ClaimAttributes } from '../../graph/knowledge-graph.ts'
import { nodeRef, referenceName, type StixContext } from './stix-context.ts'
import { extended } from './stix-extension.ts'
import { type StixObject, sortedRefs } from './stix-json.ts'
import { noTime, publicationTime } from './stix-time.ts'
import { strictAddress } from './strict-address.ts'

/** A source that something in the graph rests on, with all that does. */
export function stixReport(
  { graph, ids, common }: StixContext,
  id: string,
  refs: readonly string[],
): StixObject {
  const source = graph.getAttribute('sources')[id]
  if (source === undefined) throw new Error(`There is no source ${id}.`)
  const { title, note, url, kind, ...told } = source
  return {
    ...common(ids.source(id)),
    name: title,
    description: note,
    published: publicationTime(source) ?? noTime,
    labels: kind === undefined ? [] : [kind],
    object_refs: refs,
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
export function restsOn(context: StixContext): Map<string, string[]> {
  const { graph, ids } = context
  const found = new Map<string, string[]>()
  const add = (claims: readonly ClaimAttributes[], ref: string) => {
    for (const source of sourcesOf(claims)) {
      const refs = found.get(source)
      if (refs) refs.push(ref)
      else found.set(source, [ref])
    }
  }
  for (const { node, attributes } of graph.nodeEntries()) {
    add(Object.values(attributes.attributes).flat(), nodeRef(context, node))
  }
  for (const { edge, attributes } of graph.edgeEntries()) add([attributes], ids.edge(edge))
  return found
}

function sourcesOf(claims: readonly ClaimAttributes[]): string[] {
  return sortedRefs(
    claims.flatMap(({ citations, rivals }) =>
      [citations, ...rivals.map((rival) => rival.citations)].flat().map(({ source }) => source),
    ),
  )
}
