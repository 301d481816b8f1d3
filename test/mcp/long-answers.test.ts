import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerCall } from '../../src/mcp/answer-call.ts'
import { countHalves } from '../../src/text/half-characters.ts'
import { graphOf } from '../graph/sources-of.ts'
import { servedGraph } from './served-graph.ts'

const many = 300
const words = 'claims of which each has a long note, so that a thousand of them are no answer. '

/** A hub with more claims than an answer holds, and one that says more of itself than that. */
const graph = graphOf({
  'ontology.yaml':
    'name: Hub\nentities: { person: {}, group: {} }\nrelations: { member-of: { from: person, to: group } }\n',
  'sources/list.yaml': 'title: The list\n',
  'hub.yaml': 'type: group\nname: Hub\n',
  'talker.yaml': `type: group\nname: Talker\nsummary: ${words.repeat(1200)}\n`,
  'people.yaml': `entities:\n${Array.from(
    { length: many },
    (_, at) =>
      `  p${at}: { type: person, name: Member ${at}, relations: [{ member-of: hub, when: "${1000 + at}", cite: list, note: "${words.repeat(6)}" }, { member-of: talker, cite: list }] }\n`,
  ).join('')}`,
})

const base = servedGraph(graph)

// biome-ignore lint/suspicious/noExplicitAny: the lists of all tools pass through here.
type Json = any

/** All pages of an answer, each of which has to be short. */
async function pages(tool: string, args: object): Promise<Json[]> {
  const all: Json[] = []
  for (let call: Json = { tool, arguments: args }; call !== undefined; call = all.at(-1).more) {
    const { texts, json } = await answerCall(base, call.tool, call.arguments)
    expect(texts.join('').length + JSON.stringify(json).length).toBeLessThan(70_000)
    all.push(json)
  }
  return all
}

const edgeOf = ({ edge }: Json) => edge

test.each([
  ['show', { entity: 'hub' }, (page: Json) => (page.relations ?? page.neighbours).map(edgeOf)],
  ['neighbours', { entity: 'hub' }, (page: Json) => page.neighbours.map(edgeOf)],
  [
    'timeline',
    { entity: 'hub' },
    (page: Json) => page.dated.flatMap((d: Json) => d.told).map(edgeOf),
  ],
  [
    'common',
    { first: 'hub', second: 'talker' },
    (page: Json) => page.shared.map((s: Json) => s.entity),
  ],
  [
    'path',
    { start: 'hub', end: 'talker', top: many },
    (page: Json) => page.paths.map((p: Json) => p.hops[0].edge),
  ],
  ['sources', { of: 'list' }, (page: Json) => page.claims.map(edgeOf)],
  ['find', { text: 'member' }, (page: Json) => page.found.map((f: Json) => f.id)],
])(
  '%s of a hub comes in short pages, complete and without repeats',
  async (tool, args, itemsOf) => {
    const expected = { path: many, sources: 2 * many }[tool] ?? many
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(undefined, 97, 400, 5000), async (limit) => {
        const all = await pages(tool, { ...args, ...(limit && { limit }) })
        const items = all.flatMap(itemsOf)
        expect(all.length).toBeLessThan(many / 4)
        expect(items.length).toBe(expected)
        expect(new Set(items).size).toBe(expected)
      }),
      { numRuns: 3 },
    )
  },
)

test('how many are left out is told, and what gives the next ones', async () => {
  const { texts, json } = await answerCall(base, 'neighbours', { entity: 'hub', by: 'time' })
  const { left, arguments: given } = (json as Json).more
  expect(left).toBe(many - 25)
  expect(given).toEqual({ entity: 'hub', by: 'time', after: (json as Json).next })
  expect(texts[1]).toContain(
    `${left} more are left out. Ask neighbours with after: "${given.after}"`,
  )
})

test('what is too long although it is one item is cut, and says so', async () => {
  const { texts, json } = await answerCall(base, 'show', { entity: 'talker' })
  expect(texts.join('').length).toBeLessThan(40_000)
  expect(texts[1]).toContain('too many to give: it is cut')
  expect((json as Json).warning).toContain('too many to give')
  expect((json as Json).more.tool).toBe('neighbours')
})

test('what is cut has no half of a character, and warns of damage to the base as ever', async () => {
  const warning = 'The data has an error.'
  for (const begin of ['', '.']) {
    const faces = graphOf({
      'ontology.yaml': 'name: Faces\nentities: { person: {} }\n',
      'ada.yaml': `type: person\nname: Ada${begin}\nsummary: ${'🙂'.repeat(40_000)}\n`,
    })
    const { texts, json } = await answerCall(servedGraph(faces, warning), 'show', { entity: 'ada' })
    expect(texts[0]).toContain('🙂')
    expect(countHalves(texts.join(''))).toBe(0)
    expect(texts[1]).toContain(warning)
    expect((json as Json).warning).toContain(warning)
  }
})

test('a question that names nothing is not told of everything there is', async () => {
  const sources = Array.from({ length: 3000 }, (_, at) => [
    `sources/report-number-${at}.yaml`,
    'title: A report\n',
  ])
  const base = servedGraph(graphOf(Object.fromEntries(sources)))
  const { texts, isError } = await answerCall(base, 'sources', { of: 'xyzzy-xyzzy-xyzzy' })
  expect(isError).toBe(true)
  expect(texts[0]).toContain(
    'There is no source "xyzzy-xyzzy-xyzzy". Choose from report-number-0, ',
  )
  expect(texts[0]?.length).toBeLessThan(4000)
})
