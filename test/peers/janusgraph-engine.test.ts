import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { EngineServer } from '../../src/engines/engine.ts'
import { connectGremlin } from '../../src/engines/gremlin/gremlin-engine.ts'
import { push } from '../../src/engines/push.ts'
import { contents, expectedContents } from '../engines/engine-contents.ts'
import { engineContract } from '../engines/engine-contract.ts'
import { graphOf } from '../graph/sources-of.ts'
import { smallBase } from '../queries/small-base.ts'
import { type CassandraCluster, startCassandra } from './cassandra-cluster.ts'
import { type JanusGraphServer, startJanusGraph } from './janusgraph-server.ts'

let cassandra: CassandraCluster
let janusgraph: JanusGraphServer
let server: EngineServer
beforeAll(async () => {
  cassandra = await startCassandra()
  const [port = 0] = cassandra.ports
  janusgraph = await startJanusGraph({ cassandra: port, keyspace: 'dossier' })
  server = await connectGremlin({ url: janusgraph.url })
})
afterAll(async () => {
  await server?.close()
  await janusgraph?.stop()
  await cassandra?.stop()
})

describe('JanusGraph over Cassandra', () => {
  test('has no base to begin with, and a push may look at what is there', async () => {
    expect(await server.bases()).toEqual([])
    const pushed = push(server.engine('first'), { graph: graphOf(smallBase), files: [] })
    expect(await pushed).toMatchObject({ unchanged: false })
    expect(await server.bases()).toEqual(['first'])
  })

  engineContract({ server: () => server, numRuns: 12 })

  test('keeps what others have put there, also beside the vertices of a base', async () => {
    await janusgraph.run(`m = graph.openManagement()
      m.makeVertexLabel('Person').make()
      m.makeEdgeLabel('watches').make()
      m.makePropertyKey('mine').dataType(String.class).make()
      m.commit()
      g.addV('Person').property(id, 'dossier:strangers').property('mine', 'a').as('a')
        .addE('watches').to('a').iterate()`)
    const engine = server.engine('base')
    const graph = graphOf(smallBase)
    await push(engine, { graph, files: [] })
    await janusgraph.run(`g.V('dossier:base:nodes:imu').property('mine', 'a note').as('imu')
      .V('dossier:strangers').addE('watches').to('imu').iterate()`)
    graph.setNodeAttribute('imu', 'label', 'IMU')
    graph.dropNode('isaf')
    await push(engine, { graph, files: [] })
    expect(await contents(engine)).toEqual(expectedContents(graph, []))
    const { edges } = await engine.expand(['imu'], { direction: 'either', limit: 99 })
    expect(edges.map(({ key }) => key)).toEqual(graph.edges('imu').sort())
    await janusgraph.run(`assert g.V().has('mine', 'a').outE('watches').count().next() == 2
      assert g.V().has('mine', 'a note').inE('watches').count().next() == 1`)
  })

  test('what a killed push wrote twice is told once, and the next push says it as it is', async () => {
    const engine = server.engine('twice')
    const graph = graphOf(smallBase)
    await push(engine, { graph, files: [] })
    const stint = graph.edges().find((key) => key.endsWith('--2')) as string
    const [source = '', relation] = stint.split('--')
    await janusgraph.run(`old = g.V('dossier:twice:nodes:${source.replaceAll('-', '_')}')
        .outE('dossier:${relation}:more').has('dossierKey', '${stint}').next()
      g.addE(old.label()).from(old.outVertex()).to(old.inVertex()).property('dossierKey', '${stint}')
        .property('dossierHash', 'old').property('dossierData', '{}').iterate()`)
    expect(await push(engine, { graph, files: [] })).toMatchObject({ changed: { edges: 1 } })
    expect(await contents(engine)).toEqual(expectedContents(graph, []))
    const { edges } = await engine.expand([source], { direction: 'out', limit: 99 })
    expect(edges.map(({ key }) => key)).toEqual(graph.outEdges(source).sort())
  })

  test('says so where no server is, and keeps the password to itself', async () => {
    const asker = { user: 'somebody', password: 'correct horse' }
    const refusal = await connectGremlin({ url: 'gremlin://127.0.0.1:1', ...asker }).catch(String)
    expect(refusal).toContain('No server answers at gremlin://127.0.0.1:1 (')
    expect(refusal).not.toContain(asker.password)
  })

  test('is refused where another one may have changed what it keeps in a cache of its own', async () => {
    const [port = 0] = cassandra.ports
    const graph = { 'cache.db-cache': 'true' }
    const second = await startJanusGraph({ cassandra: port, keyspace: 'dossier', graph })
    onTestFinished(second.stop)
    const asked = connectGremlin({ url: second.url })
    await expect(asked).rejects.toThrow('is one of 2 that are registered')
    const first = await connectGremlin({ url: janusgraph.url })
    await first.close()
  })

  test('says so where a server speaks something else', async () => {
    const url = `gremlin://127.0.0.1:${cassandra.ports[0]}`
    await expect(connectGremlin({ url })).rejects.toThrow('does not speak Gremlin under /gremlin')
    const elsewhere = connectGremlin({ url: janusgraph.url, database: 'nowhere' })
    await expect(elsewhere).rejects.toThrow('says nothing under /nowhere')
  })
})

describe('a JanusGraph that lets in one user and gives its own ids', () => {
  const only = { user: 'ada', password: 'correct horse' }
  let closed: JanusGraphServer
  beforeAll(async () => {
    const [port = 0] = cassandra.ports
    const ids = { 'graph.set-vertex-id': 'false', 'graph.allow-custom-vid-types': 'false' }
    // There is no other one that could change what it has in its cache.
    const graph = { ...ids, 'cache.db-cache': 'true' }
    closed = await startJanusGraph({ cassandra: port, keyspace: 'closed', graph, only })
  })
  afterAll(() => closed?.stop())

  test.each([
    ['a wrong password', { ...only, password: 'battery' }, 'does not accept the user "ada"'],
    ['no password', {}, 'wants a user and a password. Set DOSSIER_ENGINE_USER'],
  ])('says so of %s', async (_, asker, message) => {
    await expect(connectGremlin({ url: closed.url, ...asker })).rejects.toThrow(message)
  })

  test('has no base, and cannot have one', async () => {
    const server = await connectGremlin({ url: closed.url, ...only })
    expect(await server.bases()).toEqual([])
    const engine = server.engine('base')
    const told = 'Set graph.set-vertex-id=true'
    await expect(engine.state()).rejects.toThrow(told)
    const pushed = push(engine, { graph: graphOf(smallBase), files: [] })
    await expect(pushed).rejects.toThrow(told)
    await server.close()
  })
})
