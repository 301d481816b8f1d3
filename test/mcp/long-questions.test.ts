import { expect, test } from 'vitest'
import { answerCall } from '../../src/mcp/answer-call.ts'
import { graphOf } from '../graph/sources-of.ts'
import { smallBase } from '../queries/small-base.ts'
import { servedGraph } from './served-graph.ts'

const base = servedGraph(graphOf(smallBase))
const ends = { start: 'makhdum-nusrat', end: 'imu' }
const all = (count: number) => Array.from({ length: count }, () => 'ada')

test.each([
  ['find', 'text', { text: 'a'.repeat(200) }, { text: 'a'.repeat(201) }],
  ['show', 'entity', { entity: 'a'.repeat(1000) }, { entity: 'a'.repeat(1001) }],
  ['path', 'avoid', { ...ends, avoid: all(200) }, { ...ends, avoid: all(201) }],
  ['stats', 'type', { type: ['a'.repeat(1000)] }, { type: ['a', 'a'.repeat(1001)] }],
])('%s does not look for a %s without end', async (tool, argument, most, more) => {
  const refused = `"${argument}" takes at most`
  expect((await answerCall(base, tool, most)).texts[0]).not.toContain(refused)
  const { texts, isError } = await answerCall(base, tool, more)
  expect(isError).toBe(true)
  expect(texts[0]).toContain(refused)
})
