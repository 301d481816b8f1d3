import { expect, test } from 'vitest'
import { assistant } from './assistant.ts'

const questions = [
  ['find', { text: 'nusrat', limit: 5 }],
  ['show', { entity: 'Makhdum Nusrat', limit: 4 }],
  ['neighbours', { entity: 'imu', by: 'time', limit: 4 }],
  ['path', { start: 'makhdum-nusrat', end: 'al-qaeda', limit: 2 }],
] as const

test.each(questions)('%s has the answer of old', async (tool, args) => {
  const { ask } = await assistant('.')
  const { text, json, isError } = await ask(tool, args)
  expect(isError).toBe(false)
  await expect(text).toMatchFileSnapshot(`golden/${tool}.txt`)
  await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(`golden/${tool}.json`)
})
