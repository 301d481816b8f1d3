import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { whenInWords } from '../graph/sentence.ts'
import type { Hop, Path } from '../queries/find-paths.ts'

export interface Drawing {
  readonly nodes: readonly { readonly number: number; readonly label: string }[]
  readonly edges: readonly DrawnEdge[]
}

interface DrawnEdge {
  readonly from: number
  readonly to: number
  readonly label: string
  /** It is less than probable, or concluded by the curator. */
  readonly isDoubtful: boolean
}

/** Every entity and every claim of the paths once, in the order in which the paths come to them. */
export function drawingOf(graph: KnowledgeGraph, paths: readonly Path[]): Drawing {
  const hops = new Map(paths.flatMap((path) => path.hops.map((hop) => [hop.edge, hop])))
  const ids = new Set([...hops.values()].flatMap(({ from, to }) => [from, to]))
  const numbers = new Map([...ids].map((id, index) => [id, index + 1]))
  const numberOf = (id: string) => numbers.get(id) ?? 0
  return {
    nodes: [...ids].map((id) => ({
      number: numberOf(id),
      label: graph.getNodeAttribute(id, 'label'),
    })),
    edges: [...hops.values()].map((hop) => ({
      from: numberOf(graph.source(hop.edge)),
      to: numberOf(graph.target(hop.edge)),
      label: labelOf(graph, hop),
      isDoubtful: isDoubtful(hop),
    })),
  }
}

function labelOf(graph: KnowledgeGraph, { edge, when }: Hop): string {
  const { label } = graph.getEdgeAttributes(edge)
  return when === undefined ? label : `${label}, ${whenInWords(when)}`
}

function isDoubtful({ confidence, inferred }: Hop): boolean {
  const isSure = confidence === undefined || ['confirmed', 'probable'].includes(confidence)
  return !isSure || inferred !== undefined
}
