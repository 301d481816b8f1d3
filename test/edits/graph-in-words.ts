import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'

type Name = (id: string) => string

/**
 * All that a graph says, but for the places in the files and the order, with other names for ids: two graphs with
 * the same words say the same.
 */
export function graphInWords(graph: KnowledgeGraph, name: Name = (id) => id): string[] {
  const inWords = (value: unknown) => JSON.stringify(canonical(value, name))
  const { sources, identity } = graph.getAttributes()
  return [
    ...graph.mapNodes((id, attributes) => `${name(id)} ${inWords(attributes)}`),
    ...graph.mapEdges((_, attributes, source, target) => {
      const ends = [name(source), name(target)]
      if (attributes.symmetric) ends.sort()
      return `${ends.join(' -> ')} ${inWords(attributes)}`
    }),
    ...Object.entries(sources).map(([id, source]) => `${name(id)} ${inWords(source)}`),
    ...identity.map(inWords),
  ].sort()
}

function canonical(value: unknown, name: Name): unknown {
  if (typeof value === 'string') return name(value)
  if (Array.isArray(value)) {
    return value.map((item) => JSON.stringify(canonical(item, name))).sort()
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'file' && key !== 'line')
  return Object.fromEntries(entries.sort().map(([key, item]) => [key, canonical(item, name)]))
}
