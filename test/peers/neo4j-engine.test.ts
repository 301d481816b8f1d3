import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectBolt } from '../../src/engines/bolt/bolt-engine.ts'
import type { EngineServer } from '../../src/engines/engine.ts'
import { push } from '../../src/engines/push.ts'
import { contents, expectedContents } from '../engines/engine-contents.ts'
import { engineContract } from '../engines/engine-contract.ts'
import { graphOf } from '../graph/sources-of.ts'
import { smallBase } from '../queries/small-base.ts'
import { type Neo4jServer, startNeo4j } from './neo4j-server.ts'

const password = 'correct horse'

let neo4j: Neo4jServer
let server: EngineServer
beforeAll(async () => {
  neo4j = await startNeo4j(password)
  server = await connectBolt({ url: neo4j.address, user: 'neo4j', password })
})
afterAll(async () => {
  await server?.close()
  await neo4j?.stop()
})

describe('Neo4j', () => {
  engineContract({ server: () => server, numRuns: 12 })

  test('keeps what others have put there, also beside the nodes of a base', async () => {
    const foreign = 'MATCH (n) WHERE n.foreign RETURN labels(n) AS labels, properties(n) AS own'
    await neo4j.ask('MATCH (n) DETACH DELETE n')
    await neo4j.ask(
      `CREATE (:Person {id: 'ada', foreign: true})-[:KNOWS]->(:dossier_other {id: 'imu', foreign: true})`,
    )
    const before = await neo4j.ask(foreign)
    const engine = server.engine('base')
    const graph = graphOf(smallBase)
    await push(engine, { graph, files: [] })
    await neo4j.ask(`MATCH (n:dossier_base {id: 'imu'}), (p:Person), (m:dossier_base {id: 'ada'})
      SET n.mine = 'a note' CREATE (p)-[:WATCHES {key: 'x'}]->(n), (n)-[:WATCHES]->(m)`)
    graph.setNodeAttribute('imu', 'label', 'IMU')
    graph.dropNode('isaf')
    await push(engine, { graph, files: [] })
    expect(await contents(engine)).toEqual(expectedContents(graph, []))
    const { edges } = await engine.expand(['imu'], { direction: 'either', limit: 99 })
    expect(edges.map(({ key }) => key)).toEqual(graph.edges('imu').sort())
    expect(await neo4j.ask(foreign)).toEqual(before)
    const mine = `MATCH (n:dossier_base {id: 'imu'}) RETURN n.mine AS mine, count {(n)-[:WATCHES]-()} AS ties`
    expect(await neo4j.ask(mine)).toEqual([{ mine: 'a note', ties: 2 }])
  })

  test.each([
    [
      'a wrong password',
      { user: 'neo4j', password: 'battery staple' },
      'does not accept the user "neo4j" with this password',
    ],
    ['no password', {}, 'wants a user and a password. Set DOSSIER_ENGINE_USER'],
    [
      'a database that is none',
      { user: 'neo4j', password, database: 'none' },
      'has no database "none"',
    ],
  ])('says so of %s', async (_, asker, message) => {
    await expect(connectBolt({ url: neo4j.address, ...asker })).rejects.toThrow(message)
  })

  test('says so where no server is, and keeps the password to itself', async () => {
    const url = 'bolt://127.0.0.1:1'
    const refusal = await connectBolt({ url, user: 'neo4j', password }).catch(String)
    expect(refusal).toContain('No server answers at bolt://127.0.0.1:1 (')
    expect(refusal).not.toContain(password)
  })

  test('a long answer is given up when it is told to', async () => {
    const abort = new AbortController()
    const pages = server.engine('base').scan('nodes', abort.signal)
    setTimeout(() => abort.abort(new Error('Enough.')))
    await expect(
      (async () => {
        for (;;) for await (const _ of pages) await new Promise((resolve) => setTimeout(resolve, 1))
      })(),
    ).rejects.toThrow('Enough.')
  })
})
