import type {
  ClaimAttributes,
  Evidence,
  KnowledgeGraph,
  NodeAttributes,
} from '../../../src/graph/knowledge-graph.ts'
import type { Read } from './graph-from-rdf.ts'

/** All that a graph says and RDF can hold, in the order that `graphFromRdf` gives to what has none. */
export function toldByGraph(graph: KnowledgeGraph, withGraphs: boolean): Read {
  const { name, sources, identity, ontology } = graph.getAttributes()
  const told = {
    name,
    nodes: Object.fromEntries(
      graph.mapNodes((node, attributes) => [node, nodeOf(node, attributes)]),
    ),
    edges: Object.fromEntries(
      graph.mapEdges((edge, attributes, source, target) => [
        edge,
        {
          ...{ source, target, ...attributes, ...claimOf(attributes) },
          symmetric: ontology.relations[attributes.relation]?.symmetric,
        },
      ]),
    ),
    sources,
    identity: identity
      .map((decision) => ({
        ...decision,
        entities: [...decision.entities].sort(),
        citations: sorted(decision.citations),
      }))
      .sort((a, b) => (a.reason < b.reason ? -1 : 1)),
    ontology: {
      ...ontology,
      relations: Object.fromEntries(
        Object.entries(ontology.relations).map(([id, relation]) => [
          id,
          {
            ...relation,
            from: [...relation.from].sort(),
            to: [...relation.to].sort(),
            domain: only(relation.from),
            range: only(relation.to),
          },
        ]),
      ),
    },
    stated: [...new Set(Object.values(statedBy(graph)))].sort(),
    graphs: withGraphs ? { ...statedBy(graph), ...datesOf(graph) } : {},
  }
  return wellFormed(told) as Read
}

function nodeOf(node: string, attributes: NodeAttributes): object {
  const { x: _x, y: _y, size: _size, color: _color, type: _type, ...told } = attributes
  const claims = Object.entries(attributes.attributes).flatMap(([name, values]) =>
    values.map(
      (claim, index) => [claimName(node, name, index), { ...claim, ...claimOf(claim) }] as const,
    ),
  )
  return {
    ...told,
    aliases: [...attributes.aliases].sort(),
    attributes: Object.fromEntries(claims),
  }
}

function claimName(node: string, attribute: string, index: number): string {
  return index === 0 ? `${node}.${attribute}` : `${node}.${attribute}.${index + 1}`
}

function claimOf(claim: ClaimAttributes): object {
  return {
    ...evidenceOf(claim),
    rivals: claim.rivals.map((rival) => ({ ...rival, ...evidenceOf(rival) })),
  }
}

function evidenceOf({ citations, saidBy }: Evidence): object {
  return { citations: sorted(citations), saidBy: [...saidBy].sort() }
}

function statedBy(graph: KnowledgeGraph): Record<string, string> {
  const stated: Record<string, string> = {}
  const isSaid = ({ confidence }: Evidence) => !/doubtful|improbable/.test(confidence ?? '')
  graph.forEachEdge((edge, attributes, source, target) => {
    if (isSaid(attributes)) stated[`claim/${edge}`] = `${source} ${attributes.relation} ${target}`
  })
  graph.forEachNode((node, { attributes }) => {
    for (const [name, claims] of Object.entries(attributes)) {
      for (const [index, claim] of claims.entries()) {
        if (name === 'when' || !isSaid(claim)) continue
        stated[`claim/${claimName(node, name, index)}`] =
          `${node} ${name} ${JSON.stringify(wellFormed(claim.value))}`
      }
    }
  })
  const ties = { same: 'sameAs', different: 'differentFrom', undecided: 'perhapsSameAs' }
  for (const { verdict, entities } of graph.getAttribute('identity')) {
    const [a, b] = entities
    stated[`decision/${entities.join('.')}`] = `${a} ${ties[verdict]} ${b}`
  }
  return stated
}

function datesOf(graph: KnowledgeGraph): Record<string, string> {
  const dated = graph.filterNodes((_, { attributes }) => Object.hasOwn(attributes, 'when'))
  return Object.fromEntries(
    dated.map((node) => [
      `claim/${node}.when`,
      `${node} when ${JSON.stringify(graph.getNodeAttribute(node, 'when'))}`,
    ]),
  )
}

function only<Item>(items: readonly Item[]): readonly Item[] {
  return items.length === 1 ? items : []
}

function sorted(items: readonly object[]): object[] {
  return [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** UTF-8 cannot hold half of a surrogate pair either, and Node puts the same character in its place. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return Buffer.from(value, 'utf8').toString('utf8')
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, wellFormed(part)]))
}
