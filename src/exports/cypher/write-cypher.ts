import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { groupBy } from '../../model/group-by.ts'
import { identityIds } from '../identity-ids.ts'
import { inChunks } from '../in-chunks.ts'
import { cypherLiteral, cypherMap, cypherName } from './cypher-literal.ts'
import { cypherNames, ownLabels } from './cypher-names.ts'
import { edgeRow, identityRow, nodeProperties, nodeRow, sourceRow } from './cypher-rows.ts'

/** A script that makes the graph, or makes it anew: running it twice changes nothing. */
export function writeCypher(graph: KnowledgeGraph): Iterable<string> {
  return inChunks(cypherPieces(graph))
}

function* cypherPieces(graph: KnowledgeGraph): Generator<string> {
  const { name, generator } = graph.getAttributes()
  yield `// ${`${name}, written by ${generator}`.replace(/[^\x20-\x7e]+/g, ' ')}\n`
  yield '// Adds and updates; what the base no longer has stays in the database.\n'
  for (const label of ownLabels) {
    yield `CREATE CONSTRAINT dossier_${label} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE;\n`
  }
  yield* recordPieces(graph)
  const names = cypherNames(graph, nodeProperties)
  const typed = groupBy(graph.nodes(), (node) => graph.getNodeAttribute(node, 'type'))
  for (const nodes of typed.values()) {
    const types = graph.getNodeAttribute(nodes[0] ?? '', 'types')
    const labels = types.map((type) => `:${cypherName(names.label(type))}`).join('')
    const rows = mapped(nodes, (node) =>
      cypherMap(nodeRow(node, graph.getNodeAttributes(node), names.property)),
    )
    yield* batches(rows, mergeNode('Entity', labels))
  }
  const related = groupBy(graph.edges(), (edge) => graph.getEdgeAttribute(edge, 'relation'))
  for (const [relation, edges] of related) {
    const rows = mapped(edges, (edge) => edgeMap(graph, edge))
    yield* batches(rows, mergeEdge(cypherName(names.relationship(relation))))
  }
}

/** Sources and decisions on identity are nodes that nothing is tied to, so that no path runs through them. */
function* recordPieces(graph: KnowledgeGraph): Generator<string> {
  const { sources, identity } = graph.getAttributes()
  const sourceRows = mapped(Object.entries(sources), ([id, source]) =>
    cypherMap(sourceRow(id, source)),
  )
  yield* batches(sourceRows, mergeNode('Source', ''))
  const decisions = mapped(identityIds(identity), ([id, decision]) =>
    cypherMap(identityRow(id, decision)),
  )
  yield* batches(decisions, mergeNode('IdentityDecision', ''))
}

function edgeMap(graph: KnowledgeGraph, edge: string): string {
  const [source, target] = graph.extremities(edge).map(cypherLiteral)
  const properties = cypherMap(edgeRow(edge, graph.getEdgeAttributes(edge)))
  return `{source: ${source}, target: ${target}, properties: ${properties}}`
}

function mergeNode(label: (typeof ownLabels)[number], labels: string): string {
  const more = labels === '' ? '' : `, n${labels}`
  return `MERGE (n:${label} {id: row.id})\nSET n = row${more};\n`
}

/** The key keeps parallel stints apart. */
function mergeEdge(type: string): string {
  return `MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:${type} {key: row.properties.key}]->(target)
SET r = row.properties;
`
}

/** Enough that a statement costs little for each row, and not so much that a server runs out of memory. */
const mostRows = 100
const mostCharacters = 50_000

/** Statements that each do the same to some rows. */
function* batches(rows: Iterable<string>, action: string): Generator<string> {
  let batch: string[] = []
  let length = 0
  for (const row of rows) {
    if (batch.length === mostRows || (length > 0 && length + row.length > mostCharacters)) {
      yield statement(batch, action)
      batch = []
      length = 0
    }
    batch.push(row)
    length += row.length
  }
  if (batch.length > 0) yield statement(batch, action)
}

function statement(rows: readonly string[], action: string): string {
  return `UNWIND [\n${rows.join(',\n')}\n] AS row\n${action}`
}

function* mapped<Item, Result>(
  items: Iterable<Item>,
  make: (item: Item) => Result,
): Generator<Result> {
  for (const item of items) yield make(item)
}
