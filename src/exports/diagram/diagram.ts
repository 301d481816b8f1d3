import type { EdgeAttributes, KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { whenInWords } from '../../graph/sentence.ts'
import { formatColour, mix, parseColour, type Rgb } from '../../picture/colour.ts'
import { type LinePattern, linePattern } from '../../picture/line-pattern.ts'
import { type Shape, shapeOf } from '../../picture/shape-of.ts'

/** What a program that lays a graph out by itself needs to know. */
export interface Diagram {
  readonly nodes: readonly DiagramNode[]
  readonly edges: readonly DiagramEdge[]
}

export interface DiagramNode {
  readonly id: string
  /** From 1, for programs that want plain names. */
  readonly number: number
  /** Never blank. */
  readonly label: string
  readonly shape: Shape
  /** For the line around it, and pale behind its label. */
  readonly colour: string
  readonly ground: string
  readonly unnamed: boolean
  /** Where the layout puts it, upwards. */
  readonly place: { readonly x: number; readonly y: number } | undefined
}

export interface DiagramEdge {
  readonly key: string
  readonly from: DiagramNode
  readonly to: DiagramNode
  /** Never blank. */
  readonly label: string
  readonly symmetric: boolean
  readonly pattern: LinePattern
}

/** All of a graph, or these entities and relations of it in this order. `dates` stand behind the names of relations. */
export function diagramOf(
  graph: KnowledgeGraph,
  { ids = graph.nodes(), keys = graph.edges(), dates = false } = {},
): Diagram {
  const nodes = new Map(ids.map((id, index) => [id, nodeOf(graph, id, index + 1)]))
  const edges = keys.flatMap((key) => {
    const [from, to] = [nodes.get(graph.source(key)), nodes.get(graph.target(key))]
    if (!from || !to) return []
    const claim = graph.getEdgeAttributes(key)
    const label = captionOf(claim, dates)
    return [{ key, from, to, label, symmetric: claim.symmetric, pattern: linePattern(claim) }]
  })
  return { nodes: [...nodes.values()], edges }
}

function nodeOf(graph: KnowledgeGraph, id: string, number: number): DiagramNode {
  const { label, type, unnamed, count, x, y } = graph.getNodeAttributes(id)
  const { entities } = graph.getAttribute('ontology')
  const known = Object.hasOwn(entities, type) ? entities[type] : undefined
  const colour = parseColour(known?.colour)
  const name = visible(label, id)
  return {
    id,
    number,
    label: count === undefined ? name : `${name} ×${count}`,
    shape: shapeOf(known),
    colour: formatColour(colour),
    ground: formatColour(mix(colour, white, 0.86)),
    unnamed,
    place: x === undefined || y === undefined ? undefined : { x, y },
  }
}

const white: Rgb = [1, 1, 1]

/** Some programs refuse a label in which nothing is to be seen. */
function visible(label: string, id: string): string {
  return /^[\s\p{C}\p{M}]*$/u.test(label) ? id : label
}

function captionOf({ label, relation, when }: EdgeAttributes, withDate: boolean): string {
  const name = visible(label, relation)
  return withDate && when !== undefined ? `${name}, ${whenInWords(when)}` : name
}
