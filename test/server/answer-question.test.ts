import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, openCompiler } from '../../src/compile.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { findPaths } from '../../src/queries/find-paths.ts'
import { entitySearch } from '../../src/queries/search-entities.ts'
import { questionAnswerer } from '../../src/server/answer-question.ts'
import type { GraphAnswers, GraphQuestion } from '../../src/server/graph-question.ts'
import { readQuestion } from '../../src/server/read-question.ts'
import { openServedGraph } from '../../src/server/served-graph.ts'
import { applyEdit, edit, file, sourcesOf, textsOf } from '../model/edited-bases.ts'

type Texts = ReadonlyMap<string, string>

function serve(texts: Texts) {
  const compiled = openCompiler()
  const served = openServedGraph(compiled(sourcesOf(texts)).graph)
  const answer = questionAnswerer(served)
  const ask = async <Kind extends GraphQuestion['kind']>(
    question: Extract<GraphQuestion, { kind: Kind }>,
  ) => JSON.parse(await answer(question)) as GraphAnswers[Kind]
  return { served, answer, ask, show: (now: Texts) => served.show(compiled(sourcesOf(now)).graph) }
}

const ids = ['ada', 'ada-2', 'bob', 'acme', 'raid', 'zoo', 'nobody']

/** All of the graph that lies within some hops of a node, by looking at every edge again and again. */
function naiveAround(graph: KnowledgeGraph, id: string, hops: number): string[] {
  let near = new Set([id])
  for (let hop = 0; hop < hops; hop++) {
    const ends = graph.edges().map((edge) => graph.extremities(edge))
    near = new Set([...near, ...ends.filter((two) => two.some((end) => near.has(end))).flat()])
  }
  return [...near].filter((other) => other !== id).sort()
}

test('after any sequence of edits every answer is that of the graph made from nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { maxLength: 12 }),
      fc.array(edit, { maxLength: 4 }),
      fc.subarray(ids),
      fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.integer({ min: 1, max: 3 })),
      async (first, edits, asked, [from, to, hops]) => {
        const texts = textsOf(first)
        const { ask, show } = serve(texts)
        const compare = async () => {
          const { graph } = compile(sourcesOf(texts))
          const part = await ask<'part'>({ kind: 'part', ids: asked })
          const known = asked.filter((id) => graph.hasNode(id)).sort()
          expect(part.nodes.map(({ key }) => key)).toEqual(known)
          expect(part.nodes.map(({ attributes: { label } }) => label)).toEqual(
            known.map((id) => graph.getNodeAttribute(id, 'label')),
          )
          expect(part.degrees).toEqual(known.map((id) => graph.degree(id)))
          expect(part.unknown).toEqual(asked.filter((id) => !graph.hasNode(id)).sort())
          expect(part.edges.map(({ key, attributes }) => [key, attributes])).toEqual(
            graph
              .filterEdges((_, __, a, b) => asked.includes(a) && asked.includes(b))
              .map((key) => [key, graph.getEdgeAttributes(key)]),
          )
          const near = await ask<'around'>({ kind: 'around', id: from, hops, most: 9, here: [] })
          expect([...near.ids].sort()).toEqual(
            graph.hasNode(from) ? naiveAround(graph, from, hops) : [],
          )
          expect(near.total).toBe(near.ids.length)
          const onPaths = await ask<'paths'>({ kind: 'paths', from, to, anywhere: true })
          const isAsked = from !== to && graph.hasNode(from) && graph.hasNode(to)
          const { paths } = isAsked ? findPaths(graph, { from, to }) : { paths: [] }
          const hopsOf = paths.flatMap((path) => path.hops)
          expect(onPaths.ids).toEqual(
            [...new Set(hopsOf.flatMap((hop) => [hop.from, hop.to]))].sort(),
          )
          const { found } = await ask<'find'>({ kind: 'find', text: 'ada', most: 20 })
          const expected = entitySearch(graph)('ada')
          expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
        }
        await compare()
        for (const changes of edits) {
          applyEdit(texts, changes)
          show(texts)
          await compare()
        }
      },
    ),
    { numRuns: 60 },
  )
})

const star = textsOf([
  ['hub.yaml', 'type: group\nname: Hub\n'],
  ...Array.from(
    { length: 40 },
    (_, n) =>
      [
        `p-${n}.yaml`,
        `type: person\nname: Nr ${n}\nrelations: [{ member-of: hub }${n > 0 && n < 6 ? `, { knows: p-${n - 1} }` : ''}]\n`,
      ] as const,
  ),
])

describe('of a hub', () => {
  test('the best connected neighbours come first, and then those that are not here yet', async () => {
    const { ask } = serve(star)
    const question = { kind: 'around', id: 'hub', hops: 1, most: 4 } as const
    const first = await ask<'around'>({ ...question, here: [] })
    expect(first).toMatchObject({ ids: ['p-1', 'p-2', 'p-3', 'p-4'], total: 40 })
    const next = await ask<'around'>({ ...question, here: ['hub', ...first.ids] })
    expect(next).toMatchObject({ ids: ['p-0', 'p-5', 'p-10', 'p-11'], total: 40 })
  })

  test('the overview tells how much there is of what, and who stands out', async () => {
    const overview = await serve(star).ask<'overview'>({ kind: 'overview' })
    expect(overview.entitiesByType).toEqual([
      { name: 'person', count: 40 },
      { name: 'group', count: 1 },
    ])
    expect(overview.relationsByType[0]).toEqual({ name: 'member-of', count: 40 })
    expect(overview.best[0]).toEqual({ id: 'hub', label: 'Hub', type: 'group', degree: 40 })
    expect(overview.attributes.counts.entities).toBe(41)
    expect(overview.first[0]).toBe('hub')
    expect(overview.first.length).toBeGreaterThan(3)
  })

  test('nobody is looked for on behalf of a page that has left meanwhile', async () => {
    const { answer } = serve(star)
    const question = { kind: 'find', text: 'hub', most: 5 } as const
    const leaving = new AbortController()
    const left = answer(question, leaving.signal)
    leaving.abort()
    await expect(left).rejects.toThrow('aborted')
    expect(await answer(question)).toContain('Hub')
  })

  test('groups are named', async () => {
    const answer = await serve(star).ask<'groups'>({ kind: 'groups' })
    expect(answer.groups[0]).toMatchObject({ centre: 'hub', label: 'Hub' })
  })
})

describe('a question', () => {
  const read = (question: unknown) => readQuestion(encodeURIComponent(JSON.stringify(question)))

  test.each([
    { kind: 'overview' },
    { kind: 'groups' },
    { kind: 'part', ids: [] },
    { kind: 'part', ids: ['ada', 'bob-2'] },
    { kind: 'around', id: 'ada', hops: 2, most: 60, here: ['bob'] },
    { kind: 'find', text: '<b>%/', most: 12 },
    { kind: 'paths', from: 'ada', to: 'bob', anywhere: false },
  ])('is understood: %j', (question) => {
    expect(read(question)).toEqual({ ok: true, question })
  })

  test.each([
    ['nothing', undefined],
    ['a list', []],
    ['no kind', {}],
    ['a kind that is none', { kind: '__proto__' }],
    ['what everything has', { kind: 'constructor' }],
    ['an id that is none', { kind: 'part', ids: ['../x'] }],
    ['a name of all objects', { kind: 'part', ids: ['constructor'] }],
    ['too many ids', { kind: 'part', ids: Array.from({ length: 1001 }, (_, n) => `p-${n}`) }],
    ['too many hops', { kind: 'around', id: 'ada', hops: 13, most: 1, here: [] }],
    ['no number', { kind: 'around', id: 'ada', hops: '1', most: 1, here: [] }],
    ['a long text', { kind: 'find', text: 'a'.repeat(201), most: 1 }],
    ['something missing', { kind: 'paths', from: 'ada', to: 'bob' }],
    ['something more', { kind: 'overview', also: 1 }],
  ])('is refused: %s', (_name, question) => {
    expect(read(question)).toMatchObject({ ok: false, reason: expect.stringMatching(/\.$/) })
  })

  test.each(['%', '%7B', 'x', ''])('is refused where it is no JSON: "%s"', (text) => {
    expect(readQuestion(text).ok).toBe(false)
  })
})
