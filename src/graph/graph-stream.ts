import type { Base } from '../model/base.ts'
import type { Entity } from '../model/entity.ts'
import type { Locate } from './claim-attributes.ts'
import { attributesMaker } from './graph-attributes.ts'
import { edgesFrom, isNode } from './graph-parts.ts'
import { graphTally } from './graph-tally.ts'
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from './knowledge-graph.ts'
import { nodeAttributes } from './node-attributes.ts'

/** What can be told of a graph piece by piece, by a `KnowledgeGraph` or without one. Nodes and edges are in order of key. */
export interface GraphStream {
  readonly order: number
  readonly size: number
  readonly nodeEntries: () => Iterable<StreamedNode>
  readonly edgeEntries: () => Iterable<StreamedEdge>
  readonly getNodeAttributes: (node: string) => NodeAttributes
  readonly getAttribute: (name: 'name') => string
  /** Of the graph as a whole. */
  readonly getAttributes: () => GraphAttributes
}

interface StreamedNode {
  readonly node: string
  readonly attributes: NodeAttributes
}

export interface StreamedEdge {
  readonly edge: string
  readonly source: string
  readonly target: string
  readonly attributes: EdgeAttributes
}

/**
 * The graph of a base without errors, which is never there as a whole: each piece is made of the base when it is asked
 * for. What is counted for the attributes is counted in the first pass over nodes and edges.
 */
export function streamGraph(base: Base, locate: Locate): GraphStream {
  const nodes = [...base.entities.values()].filter((entity) => isNode(entity, base))
  const ids = new Set(nodes.map(({ id }) => id.value))
  const lists = nodes.map(({ id }) => base.relationsFrom.get(id.value)?.length ?? 0)
  const tally = graphTally()
  const counted = { nodes: false, edges: false }
  const attributesOf = attributesMaker()
  const nodeOf = (entity: Entity) => nodeAttributes(entity, base, locate)

  function* nodeEntries(): Generator<StreamedNode> {
    const isFirst = !counted.nodes
    for (const entity of nodes) {
      const attributes = nodeOf(entity)
      if (isFirst) tally.countNode(attributes, 1)
      yield { node: entity.id.value, attributes }
    }
    counted.nodes = true
  }
  function* edgeEntries(): Generator<StreamedEdge> {
    const isFirst = !counted.edges
    for (const { id } of nodes) {
      const edges = edgesFrom(base.relationsFrom.get(id.value), base, locate)
      if (isFirst) tally.countEdges(edges, 1)
      for (const { key: edge, target, attributes } of edges) {
        yield { edge, source: id.value, target, attributes }
      }
    }
    counted.edges = true
  }
  const getAttributes = () => {
    if (!counted.nodes) for (const _ of nodeEntries());
    if (!counted.edges) for (const _ of edgeEntries());
    const hasNode = (id: string) => ids.has(id)
    return attributesOf(base, hasNode, tally.counts(), locate)
  }
  return {
    order: nodes.length,
    size: lists.reduce((sum, length) => sum + length, 0),
    ...{ nodeEntries, edgeEntries, getAttributes },
    getNodeAttributes: (id) => nodeOf(base.entities.get(id) as Entity),
    getAttribute: () => base.ontology.name,
  }
}
