import neo4j from 'neo4j-driver'
import { openSession } from '../../../src/engines/gremlin/gremlin-session.ts'
import { inBatches } from '../../../src/engines/in-batches.ts'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import type { StartedServer } from '../engine-servers.ts'

// What loading the same data costs where nothing is compared, indexed for a search or protected from being written twice.

/** Gives how many entities and relations were written. */
export async function loadPlainly(
  { address = '', environment }: StartedServer,
  graph: KnowledgeGraph,
): Promise<number> {
  if (address.startsWith('bolt')) await loadNeo4j(address, environment, graph)
  else await loadJanusGraph(address, graph)
  return graph.order + graph.size
}

async function loadNeo4j(
  address: string,
  { DOSSIER_ENGINE_USER: user = '', DOSSIER_ENGINE_PASSWORD: password = '' }: NodeJS.ProcessEnv,
  graph: KnowledgeGraph,
): Promise<void> {
  const driver = neo4j.driver(address, neo4j.auth.basic(user, password))
  try {
    await driver.executeQuery('CREATE CONSTRAINT plain FOR (n:Plain) REQUIRE n.id IS UNIQUE')
    for (const rows of inBatches(nodesOf(graph), 2000)) {
      await driver.executeQuery('UNWIND $rows AS row CREATE (n:Plain) SET n = row', { rows })
    }
    const query = `UNWIND $rows AS row MATCH (a:Plain {id: row.source}) MATCH (b:Plain {id: row.target})
      CREATE (a)-[:PLAIN {key: row.key, json: row.json}]->(b)`
    for (const rows of inBatches(edgesOf(graph), 2000)) await driver.executeQuery(query, { rows })
  } finally {
    await driver.close()
  }
}

const schema = `m = g.getGraph().openManagement()
['plainKey', 'plainData'].each { m.makePropertyKey(it).dataType(String.class).make() }
m.makeVertexLabel('Plain').make()
m.makeEdgeLabel('plain').make()
m.commit()
1`

async function loadJanusGraph(url: string, graph: KnowledgeGraph): Promise<void> {
  const session = await openSession({ url })
  const { g, ask, run, terms } = session
  const { statics, t } = terms
  const of = (name: string) => statics.select('row').select(name)
  const vertex = (id: string) => `plain:${id.replaceAll('-', '_')}`
  try {
    await run(schema, {})
    for (const some of inBatches(nodesOf(graph), 500)) {
      const rows = some.map(({ id, json }) => new Map(Object.entries({ id: vertex(id), json })))
      const added = g.inject(rows).unfold().as('row').addV('Plain')
      await ask(added.property(t.id, of('id')).property('plainData', of('json')).count())
    }
    for (const some of inBatches(edgesOf(graph), 500)) {
      const rows = some.map(({ key, source, target, json }) => {
        const ends = { source: vertex(source), target: vertex(target) }
        return new Map(Object.entries({ ...ends, key, json }))
      })
      const ends = new Set(some.flatMap(({ source, target }) => [vertex(source), vertex(target)]))
      const end = (name: string) => statics.select('ends').select(of(name)).unfold()
      const found = g
        .withSideEffect('rows', rows)
        .V(...ends)
        .group()
        .by(t.id)
        .as('ends')
      const added = found.select('rows').unfold().as('row').addE('plain')
      const tied = added.from_(end('source')).to(end('target'))
      await ask(tied.property('plainKey', of('key')).property('plainData', of('json')).count())
    }
  } finally {
    await session.close()
  }
}

function nodesOf(graph: KnowledgeGraph) {
  return graph.mapNodes((id, attributes) => ({ id, json: JSON.stringify(attributes) }))
}

function edgesOf(graph: KnowledgeGraph) {
  return graph.mapEdges((key, attributes, source, target) => {
    return { key, source, target, json: JSON.stringify(attributes) }
  })
}
