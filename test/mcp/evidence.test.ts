import { expect, test } from 'vitest'
import { answerCall } from '../../src/mcp/answer-call.ts'
import { graphOf } from '../graph/sources-of.ts'
import { servedGraph } from './served-graph.ts'

/** Its curator has types, relations and attributes of the names that parts of an answer have. */
const base = servedGraph(
  graphOf({
    'ontology.yaml': `
name: Words
entities:
  person: { attributes: { citations: text, edge: text, source: text } }
  citations: { label: Citations }
  edge: { label: Edge }
relations:
  citations: { from: person, to: person }
  edge: { from: person, to: person }
`,
    'sources/report.yaml': 'title: The report\n',
    'ada.yaml': `
type: person
name: Ada
attributes: { citations: { value: many, cite: report }, edge: sharp, source: unknown }
relations: [{ citations: bob, cite: report }, { edge: bob }]
`,
    'bob.yaml': 'type: person\nname: Bob\nattributes: { citations: few }\n',
  }),
)

test.each([
  ['ontology', {}, []],
  ['stats', {}, []],
  ['show', { entity: 'ada' }, ['report']],
  ['show', { entity: 'ada--citations--bob' }, ['report']],
  ['show', { entity: 'ada--edge--bob' }, []],
  ['timeline', { entity: 'ada' }, ['report']],
  ['path', { start: 'ada', end: 'bob' }, ['report']],
  ['sources', { of: 'report' }, ['report']],
])('%s %j cites what it cites, whatever a base calls its own', async (tool, args, expected) => {
  const { texts, json, isError } = await answerCall(base, tool, args)
  expect(isError).toBeUndefined()
  expect(Object.keys(json?.cited ?? {})).toEqual(expected)
  expect(texts.join('')).not.toContain('undefined')
})

test('half a character of a base does not get into an answer', async () => {
  const name = 'A \ud83d half, a whole 🙂 and a \\ud83d'
  const halves = graphOf({
    'ontology.yaml': 'name: Halves\nentities: { person: {} }\n',
    'ada.yaml': `type: person\nname: ${JSON.stringify(name)}\n`,
  })
  const { json } = await answerCall(servedGraph(halves), 'show', { entity: 'ada' })
  expect(json?.label).toBe('A \ufffd half, a whole 🙂 and a \\ud83d')
})

test('who asks a damaged base for what it may lack is warned of that', async () => {
  const warning = 'The data has an error.'
  const damaged = servedGraph(graphOf({ 'ontology.yaml': 'name: Damaged\n' }), warning)
  const { texts, isError } = await answerCall(damaged, 'show', { entity: 'ada' })
  expect(isError).toBe(true)
  expect(texts[0]).toContain('There is no entity "ada".')
  expect(texts[1]).toBe(`Warning: ${warning}`)
})

test.each([
  ['ada', 0, 'ada: Ada (Person)'],
  ['ada', 1, 'No more is found for "ada": there are 1.'],
  ['xyzzy', 0, 'Nothing is found for "xyzzy".'],
])('find %s from %i on', async (text, offset, told) => {
  expect((await answerCall(base, 'find', { text, offset })).texts[0]).toBe(told)
})
