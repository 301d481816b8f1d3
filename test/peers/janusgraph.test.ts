import { afterAll, beforeAll, describe } from 'vitest'
import { gremlinEngine } from '../../src/engines/gremlin/gremlin.ts'
import { engineContract } from '../engines/engine-contract.ts'
import { type CassandraCluster, startCassandra } from './cassandra-cluster.ts'
import { type JanusGraphServer, startJanusGraph } from './janusgraph-server.ts'

let cassandra: CassandraCluster
let server: JanusGraphServer
beforeAll(async () => {
  cassandra = await startCassandra()
  server = await startJanusGraph({ cassandra: cassandra.ports[0] as number, keyspace: 'dossier' })
})
afterAll(async () => {
  await server?.stop()
  await cassandra?.stop()
})

describe('JanusGraph over Cassandra', () => {
  engineContract({
    open: (namespace) => gremlinEngine({ url: server.url }, namespace),
    numRuns: 12,
  })
})
