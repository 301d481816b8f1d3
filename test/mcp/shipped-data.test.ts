import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Assistant, connect } from './assistant.ts'

let assistant: Assistant
beforeAll(async () => {
  assistant = await connect('.')
})
afterAll(() => assistant.client.close())

const questions = [
  ['find', { text: 'nusrat', limit: 5 }],
  ['show', { entity: 'Makhdum Nusrat', limit: 4 }],
  ['neighbours', { entity: 'imu', by: 'time', limit: 4 }],
  ['path', { start: 'makhdum-nusrat', end: 'al-qaeda', limit: 2 }],
  ['common', { first: 'ilhom', second: 'makhdum-nusrat', limit: 2 }],
  ['timeline', { entity: 'ilhom', limit: 3 }],
  ['stats', {}],
  ['sources', { of: 'lwj-nusrat', limit: 4 }],
  ['ontology', {}],
  ['check', {}],
  ['explain', { code: 'cycle' }],
] as const

test.each(questions)('%s has the answer of old', async (tool, args) => {
  const { text, json, isError } = await assistant.ask(tool, args)
  expect(isError).toBe(false)
  await expect(text).toMatchFileSnapshot(`golden/${tool}.txt`)
  await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(`golden/${tool}.json`)
})
