import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BaseFacts, Engine, EngineServer } from '../../src/engines/engine.ts'
import { connectGremlin } from '../../src/engines/gremlin/gremlin-engine.ts'
import { factsIn } from '../../src/engines/open-base.ts'
import { push } from '../../src/engines/push.ts'
import { type CassandraCluster, startCassandra } from './cassandra-cluster.ts'
import { type GeneratedQuestion, generatedQuestions } from './generated-questions.ts'
import { type JanusGraphServer, startJanusGraph } from './janusgraph-server.ts'
import { generateBase, type WholeBase } from './synthetic-base.ts'

// Two nodes of Cassandra share a graph. Then one of them breaks.

const slow = 900_000

let folder: string
let cassandra: CassandraCluster
let base: WholeBase
let questions: GeneratedQuestion[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-sharded-'))
  base = await generateBase(folder, 150, 1)
  questions = generatedQuestions(base.graph, 20120317).filter((_, at) => at % 10 === 0)
  cassandra = await startCassandra(2)
}, slow)
afterAll(async () => {
  await cassandra?.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Loaded {
  readonly engine: Engine
  readonly facts: BaseFacts
  readonly stop: () => Promise<void>
}

/** A JanusGraph with the base in it, each of whose parts lies on so many nodes. */
async function load(keyspace: string, replication: Record<string, string>): Promise<Loaded> {
  const [port = 0] = cassandra.ports
  const graph = {
    ...replication,
    // Both nodes have one address here, so the driver does not see when they agree on a new table.
    'storage.cql.init-wait-time': '3000',
    'storage.read-time': '4000',
  }
  const janusgraph: JanusGraphServer = await startJanusGraph({ cassandra: port, keyspace, graph })
  const server: EngineServer = await connectGremlin({ url: janusgraph.url })
  const stop = async () => {
    await server.close()
    await janusgraph.stop()
  }
  try {
    const engine = server.engine('sharded')
    await push(engine, base)
    return { engine, facts: factsIn(await engine.state()), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** How many answers are right; one that is wrong fails, and so does one that says nothing of why it is none. */
async function rightAnswers({ engine, facts }: Loaded, asked: readonly GeneratedQuestion[]) {
  let right = 0
  for (const { told, expected, ask } of asked) {
    const outcome = await ask(engine, facts).then(
      (answer) => ({ answer }),
      (error: Error) => ({ error }),
    )
    if ('answer' in outcome) {
      expect(outcome.answer, told).toEqual(expected)
      right++
    } else {
      expect(outcome.error.message).toMatch(/^The store behind gremlin:.* does not answer/)
    }
  }
  return right
}

describe('a graph on two nodes', () => {
  let once: Loaded
  let twice: Loaded
  beforeAll(async () => {
    once = await load('once', { 'storage.cql.replication-factor': '1' })
    twice = await load('twice', {
      'storage.cql.replication-factor': '2',
      'storage.cql.read-consistency-level': 'ONE',
      'storage.cql.write-consistency-level': 'ALL',
    })
  }, slow)
  afterAll(async () => {
    await once?.stop()
    await twice?.stop()
  })

  test(
    'answers as the graph does, until a node breaks: then what is on both nodes goes on, and what is on one says so',
    async () => {
      expect(await rightAnswers(once, questions)).toBe(questions.length)
      expect(await rightAnswers(twice, questions)).toBe(questions.length)
      await cassandra.nodes[1]?.kill()
      expect(await rightAnswers(twice, questions)).toBe(questions.length)
      const some = questions.slice(0, 10)
      expect(await rightAnswers(once, some)).toBeLessThan(some.length)
      await expect(push(once.engine, base)).rejects.toThrow('The store behind gremlin:')
    },
    slow,
  )
})
