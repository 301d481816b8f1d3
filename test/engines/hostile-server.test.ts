import { expect, test, vi } from 'vitest'
import { connectBolt } from '../../src/engines/bolt/bolt-engine.ts'
import { EngineProblem } from '../../src/engines/engine-problem.ts'

// A server may hold anything under the marks of Dossier. This one gives the same row to every question.
let row: readonly unknown[] = []

vi.mock('neo4j-driver', () => {
  const records = () => [{ keys: row.map((_, at) => at), get: (at: number) => row[at] }]
  const session = {
    executeRead: async () => ({ records: records() }),
    close: async () => {},
  }
  const driver = {
    verifyConnectivity: async () => {},
    executeQuery: async () => {},
    session: () => session,
    close: async () => {},
  }
  const int = (number: number) => number
  return { default: { driver: () => driver, int } }
})

const hostile = '\u001b]0;pwn\u0007'

test.each([
  ['the facts', [2, false, hostile]],
  ['a node', ['ada', hostile]],
  ['an edge', ['ada--knows--bob', 'ada', 'bob', undefined]],
])('%s that are no JSON are told, and not repeated', async (what, answer) => {
  row = answer
  const server = await connectBolt({ url: 'bolt://127.0.0.1:1' })
  const engine = server.engine('one')
  const asked = {
    'the facts': () => engine.state(),
    'a node': () => engine.nodes(['ada']),
    'an edge': () => engine.between(['ada', 'bob']),
  }[what]
  const error = await asked?.().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(EngineProblem)
  expect(String(error)).toContain('is no JSON in one place')
  expect(String(error)).not.toContain('pwn')
})
