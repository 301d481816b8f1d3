import { closed } from './evidence-in-words.ts'
import type { KnowledgeGraph, SourceAttributes } from './knowledge-graph.ts'

/** `Bill Roggio, “ISAF kills top commander”, The Long War Journal. Reliability B.` The id of one that is not known. */
export function sourceInWords(graph: KnowledgeGraph, id: string): string {
  const { author, title, publisher, published, reliability } = sourceNamed(graph, id)
  const words = [author, `“${title}”`, publisher, published].filter((part) => part !== undefined)
  const trust = reliability === undefined ? '' : ` Reliability ${reliability}.`
  return `${closed(words.join(', '))}${trust}`
}

export function sourceNamed(
  graph: KnowledgeGraph,
  id: string,
): Partial<SourceAttributes> & Pick<SourceAttributes, 'title'> {
  const all = graph.getAttribute('sources')
  return (Object.hasOwn(all, id) ? all[id] : undefined) ?? { title: id }
}
