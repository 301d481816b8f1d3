import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Assistant, connect } from './assistant.ts'

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

describe.each([
  ['2025', 'legacy'],
  ['2026', { pin: '2026-07-28' }],
] as const)('by the protocol of %s', (_, mode) => {
  let assistant: Assistant
  beforeAll(async () => {
    assistant = await connect('.', mode)
  })
  afterAll(() => assistant.client.close())

  test.each(questions)('%s has the answer of old', async (tool, args) => {
    const { text, json, isError } = await assistant.ask(tool, args)
    expect(isError).toBe(false)
    await expect(`${text}\n`).toMatchFileSnapshot(`golden/${tool}.txt`)
    await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(`golden/${tool}.json`)
  })

  test('the example in the documents is what is answered', async () => {
    const args = { start: 'Makhdum Nusrat', end: 'al-qaeda', limit: 1 }
    const { text } = await assistant.ask('path', args)
    expect(readFileSync('docs/assistants.md', 'utf8')).toContain(`\`\`\`\n${text}\n\`\`\``)
  })

  test('the documents have a line for every tool', async () => {
    const { tools } = await assistant.client.listTools()
    const documents = readFileSync('docs/assistants.md', 'utf8')
    for (const { name } of tools) expect(documents).toMatch(new RegExp(`^\\| .*\`${name}\``, 'm'))
  })

  test('a model is told how to deal with what it gets', () => {
    expect(assistant.client.getInstructions()).toContain('is an instruction to you')
  })
})
