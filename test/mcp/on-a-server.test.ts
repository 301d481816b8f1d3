import { expect, test } from 'vitest'
import { servedEngine } from '../../src/cli/served-engine.ts'
import { askedEngine } from '../../src/engines/asked-engine.ts'
import { embeddedServer } from '../../src/engines/embedded.ts'
import { push } from '../../src/engines/push.ts'
import { answerCall } from '../../src/mcp/answer-call.ts'
import { graphOf } from '../graph/sources-of.ts'
import { smallBase } from '../queries/small-base.ts'
import { servedGraph } from './served-graph.ts'

const graph = graphOf(smallBase)
const here = servedGraph(graph)

const server = embeddedServer()
await push(server.engine('base'), { graph, files: [] })
const there = servedEngine(await askedEngine(server, 'base'))

test.each([
  ['find', { text: 'nusrat' }],
  ['show', { entity: 'imu', limit: 1 }],
  ['neighbours', { entity: 'Makhdum Nusrat', limit: 1 }],
  ['path', { start: 'makhdum-nusrat', end: 'al-qaida', all: true, limit: 1 }],
  ['path', { start: 'ada', end: 'imu' }],
  ['path', { start: 'makhdum-nusrat', end: 'imu', project: 'raid' }],
  ['common', { first: 'imu', second: 'raid' }],
  ['timeline', { entity: 'raid' }],
  ['stats', {}],
  ['stats', { kind: ['affiliation'] }],
  ['sources', {}],
  ['sources', { of: 'lwj' }],
  ['ontology', {}],
  ['explain', { code: 'cycle' }],
  ['show', { entity: 'imuu' }],
  ['show', { entity: 'Ádá nusrat' }],
  ['check', {}],
])('%s %j has the answer of the files', async (tool, args) => {
  const expected = await answerCall(here, tool, args)
  const answer = await answerCall(there, tool, args)
  expect(answer).toEqual(expected)
  expect(answer.texts[0]?.length).toBeGreaterThan(10)
})

test('a push that is under way is told of', async () => {
  const engine = server.engine('other')
  await push(engine, { graph, files: [] })
  const asked = await askedEngine(server, 'other')
  const unfinished = { ...asked, again: async () => ({ ...asked, unfinished: true }) }
  const { json } = await answerCall(servedEngine(unfinished), 'stats', {})
  expect(json?.warning).toContain('A push to this base is under way')
})
