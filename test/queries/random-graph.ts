import fc from 'fast-check'
import { MultiDirectedGraph } from 'graphology'
import type {
  EdgeAttributes,
  EntityTypeAttributes,
  KnowledgeGraph,
  RelationTypeAttributes,
} from '../../src/graph/knowledge-graph.ts'
import { type Confidence, confidences } from '../../src/model/claim.ts'

export interface RandomEdge {
  readonly key: string
  readonly source: string
  readonly target: string
  readonly relation: string
  readonly kind: string
  readonly confidence: Confidence | undefined
  readonly inferred: boolean
  readonly when: string | undefined
  /** Who says so, beside the source. */
  readonly speakers?: readonly string[]
}

export interface RandomGraph {
  /** The type of each node: `n0`, `n1` … */
  readonly types: readonly string[]
  readonly edges: readonly RandomEdge[]
}

const types: Record<string, string[]> = {
  person: ['person', 'actor'],
  group: ['group', 'actor'],
  place: ['place'],
}

const kinds: Record<string, string> = { leads: 'affiliation', knows: 'social', in: 'location' }

/** Names that a question may be about, most of them in a random graph. */
export const randomWord = fc.constantFrom(
  'leads',
  'led-by',
  'knows',
  'in',
  'person',
  'group',
  'place',
  'n2',
  'n0',
)

/** Small multigraphs with parallel edges, self loops, places that are no way stations, doubts and dates. */
export const randomGraph: fc.Arbitrary<RandomGraph> = fc.integer({ min: 3, max: 9 }).chain((size) =>
  fc.record({
    types: fc.array(fc.constantFrom('person', 'person', 'group', 'place'), {
      minLength: size,
      maxLength: size,
    }),
    edges: fc
      .array(
        fc.record({
          source: fc.nat(size - 1).map((n) => `n${n}`),
          target: fc.nat(size - 1).map((n) => `n${n}`),
          relation: fc.constantFrom('leads', 'knows', 'in'),
          confidence: fc.constantFrom(undefined, undefined, ...confidences),
          inferred: fc.boolean(),
          speakers: fc.constantFrom([], [], ['n0'], ['n2'], ['n0', 'n2']),
          when: fc.constantFrom(undefined, '2010', '2011', '2010/2012', '2012/..', '201X', '2011?'),
        }),
        { maxLength: 16 },
      )
      .map((edges) =>
        edges.map((edge, index) => ({
          ...edge,
          kind: kinds[edge.relation] ?? '',
          key: `${edge.source}--${edge.relation}--${edge.target}--${index}`,
        })),
      ),
  }),
)

export function buildRandomGraph({ types: nodes, edges }: RandomGraph): KnowledgeGraph {
  const graph = emptyGraph()
  for (const [index, type] of nodes.entries()) {
    graph.addNode(`n${index}`, {
      label: `N${index}`,
      type,
      types: types[type] ?? [],
      aliases: [],
      unnamed: false,
      attributes: {},
      file: 'nodes.yaml',
      line: index + 1,
    })
  }
  for (const { key, source, target, ...claim } of edges) {
    graph.addEdgeWithKey(key, source, target, edgeAttributes(claim))
  }
  return graph
}

function emptyGraph(): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph()
  graph.replaceAttributes({
    name: 'Random',
    ontology: {
      entities: Object.fromEntries(
        ['actor', 'group', 'person', 'place'].map((id) => [id, entityType(id)]),
      ),
      relations: Object.fromEntries(Object.keys(kinds).map((id) => [id, relationType(id)])),
    },
    sources: {},
    identity: [],
    generator: 'dossier test',
    counts: { entities: 0, relations: 0, claims: 0, sources: 0 },
  })
  return graph
}

function edgeAttributes(claim: Omit<RandomEdge, 'key' | 'source' | 'target'>): EdgeAttributes {
  const { relation, kind, confidence, inferred, when, speakers = [] } = claim
  return {
    relation,
    kind,
    label: relation,
    symmetric: relation === 'knows',
    ...(when !== undefined && { when }),
    ...(confidence !== undefined && { confidence }),
    ...(inferred && { inferred: 'The curator thinks so.' }),
    citations: [],
    saidBy: [...speakers],
    rivals: [],
    file: 'edges.yaml',
    line: 1,
  }
}

function entityType(id: string): EntityTypeAttributes {
  return {
    label: id,
    types: types[id] ?? [id],
    abstract: id === 'actor',
    dated: false,
    transit: id !== 'place',
    colour: '#000000',
  }
}

function relationType(id: string): RelationTypeAttributes {
  return {
    label: id,
    inverseLabel: id,
    ...(id === 'leads' && { inverse: 'led-by' }),
    symmetric: id === 'knows',
    kind: kinds[id] ?? '',
    from: ['actor'],
    to: ['actor'],
    says: `{source} ${id} {target}`,
    saysInverse: `{target} (${id}) {source}`,
  }
}
