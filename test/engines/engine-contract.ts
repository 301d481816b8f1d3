import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Engine,
  type EngineReach,
  type EngineServer,
  layoutVersion,
} from '../../src/engines/engine.ts'
import { edgeRecord, fileRecord, nameWord, nodeRecord } from '../../src/engines/records.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { spansOf } from '../../src/queries/spans.ts'
import { statistics } from '../../src/queries/statistics.ts'
import { graphOf } from '../graph/sources-of.ts'
import { buildRandomGraph, randomGraph } from '../queries/random-graph.ts'
import { smallBase } from '../queries/small-base.ts'
import { byKey, contents, expectedContents } from './engine-contents.ts'

export interface ContractOptions {
  readonly server: () => EngineServer
  readonly numRuns: number
}

const reach = fc.record(
  {
    relations: fc.constantFrom(['knows'], ['leads', 'in']),
    direction: fc.constantFrom('out' as const, 'in' as const, 'either' as const),
    from: fc.constantFrom(14000, 15000),
    to: fc.constantFrom(15000, 15400),
  },
  { requiredKeys: ['direction'] },
)
const ids = fc.uniqueArray(fc.constantFrom('n0', 'n1', 'n2', 'nobody'), { minLength: 1 })

/** What every engine must do; each test says so in its name. */
export function engineContract({ server, numRuns }: ContractOptions): void {
  const runs = { seed: Number(process.env.FC_SEED ?? 20120317), numRuns, endOnFailure: true }

  test('a base that nobody has pushed has no state', async () => {
    const engine = server().engine('nothing')
    expect(await engine.state()).toBeUndefined()
  })

  test('a base is unfinished from the beginning of a push to its end', async () => {
    const engine = server().engine('state')
    await engine.writer.begin()
    expect(await engine.state()).toEqual({ layout: layoutVersion, unfinished: true })
    const facts = factsOf(graphOf(smallBase))
    await engine.writer.finish(facts)
    expect(await engine.state()).toEqual({ layout: layoutVersion, unfinished: false, facts })
    await engine.writer.begin()
    expect(await engine.state()).toEqual({ layout: layoutVersion, unfinished: true, facts })
  })

  test('expand gives page by page what a look at every edge gives', async () => {
    const engine = server().engine('expand')
    await engine.writer.begin()
    let found = 0
    const property = fc.asyncProperty(
      ...[randomGraph, ids, reach, fc.integer({ min: 1, max: 5 })],
      async (random, asked, way, limit) => {
        const graph = buildRandomGraph(random)
        await refill(engine, graph)
        const expected = naive(graph, asked, way)
        const pages = []
        for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
          const page = await engine.expand(asked, { ...way, limit, ...(cursor && { cursor }) })
          pages.push(page.edges)
          cursor = page.next
        }
        expect(pages.flat()).toEqual(expected)
        for (const page of pages.slice(0, -1)) expect(page).toHaveLength(limit)
        found += expected.length
      },
    )
    await fc.assert(property, runs)
    expect(found).toBeGreaterThan(numRuns)
  })

  test('between gives the edges among some nodes, and degrees how many each has', async () => {
    const engine = server().engine('between')
    await engine.writer.begin()
    let found = 0
    const property = fc.asyncProperty(randomGraph, ids, async (random, asked) => {
      const graph = buildRandomGraph(random)
      await refill(engine, graph)
      const expected = naive(graph, asked, { direction: 'out' }).filter(({ target }) =>
        asked.some((id) => id === target),
      )
      expect(await engine.between(asked)).toEqual(expected)
      const there = asked.filter((id) => graph.hasNode(id))
      const degrees = there.map((id) => [id, graph.degree(id)] as const)
      expect(await engine.degrees(asked)).toEqual(new Map(degrees))
      found += expected.length
    })
    await fc.assert(property, runs)
    expect(found).toBeGreaterThan(numRuns / 2)
  })

  test('the version is another one after each beginning and each end of a push', async () => {
    const engine = server().engine('version')
    const { writer } = engine
    const facts = factsOf(graphOf(smallBase))
    const versions = [await engine.version()]
    await writer.begin()
    versions.push(await engine.version())
    await writer.finish(facts)
    versions.push(await engine.version())
    expect(await engine.version()).toBe(versions.at(-1))
    await writer.begin()
    versions.push(await engine.version())
    await writer.finish({ ...facts, version: 'v2' })
    versions.push(await engine.version())
    expect(new Set(versions).size).toBe(5)
  })

  test('nodes gives those that there are, as they were put', async () => {
    const engine = server().engine('nodes')
    const graph = graphOf(smallBase)
    await engine.writer.begin()
    await refill(engine, graph)
    const found = await engine.nodes(['imu', 'nobody', 'ada', 'imu--leads--ada'])
    expect(byKey(found, ({ id }) => id)).toEqual(
      ['ada', 'imu'].map((id) => ({ id, attributes: graph.getNodeAttributes(id) })),
    )
    expect(await engine.nodes([])).toEqual([])
  })

  test('search finds words, what begins with them and what has slips, and very names', async () => {
    const engine = server().engine('search')
    const graph = graphOf(smallBase)
    await engine.writer.begin()
    await refill(engine, graph)
    const search = async (text: string, prefix: boolean, edits: number) =>
      [...(await engine.search([{ text, prefix, edits }], 10))].sort()
    expect(await search('nusrat', false, 0)).toEqual(['ada', 'makhdum-nusrat', 'namesake'])
    expect(await search('nusra', false, 0)).toEqual([])
    expect(await search('nusra', true, 0)).toEqual(['ada', 'makhdum-nusrat', 'namesake'])
    expect(await search('nuzrat', false, 1)).toEqual(['ada', 'makhdum-nusrat', 'namesake'])
    expect(await search('nuzzat', false, 1)).toEqual([])
    expect(await search('nuzzat', false, 2)).toEqual(['ada', 'makhdum-nusrat', 'namesake'])
    expect(await search(nameWord('ÁDA  nusrat'), false, 0)).toEqual(['ada', 'namesake'])
    expect(await search('nusrat OR imu', false, 0)).toEqual([])
    expect(await search('*', true, 0)).toEqual([])
    expect(await engine.search([], 10)).toEqual([])
    const three = { text: 'nusrat', prefix: false, edits: 0 }
    expect(await engine.search([three], 2)).toHaveLength(2)
  })

  test('what is put twice is there once, what is put anew is as it is now', async () => {
    const engine = server().engine('put')
    const { writer } = engine
    const graph = graphOf(smallBase)
    await writer.begin()
    await refill(engine, graph)
    await fill(engine, graph)
    expect(await contents(engine)).toEqual(expectedContents(graph, smallFiles))
    graph.mergeNodeAttributes('ada', { label: 'Ada the Second', aliases: [], attributes: {} })
    graph.removeNodeAttribute('imu', 'summary')
    graph.setEdgeAttribute('makhdum-nusrat--leads--imu', 'role', "O'Brien \\u0027 \u0000 😀")
    await fill(engine, graph)
    expect(await contents(engine)).toEqual(expectedContents(graph, smallFiles))
    const word = { text: nameWord('Ada Nusrat'), prefix: false, edits: 0 }
    expect(await engine.search([word], 9)).toEqual(['namesake'])
  })

  test('a removed node goes with its edges, and what is not there needs no removal', async () => {
    const engine = server().engine('remove')
    const { writer } = engine
    const graph = graphOf(smallBase)
    await writer.begin()
    await refill(engine, graph)
    await writer.remove('nodes', ['imu', 'nobody'])
    await writer.remove('edges', ['raid--in--town', 'a--b--c'])
    await writer.remove('files', ['town.yaml', 'none.yaml'])
    graph.dropNode('imu')
    graph.dropEdge('raid--in--town')
    const files = smallFiles.filter(({ path }) => path !== 'town.yaml')
    expect(await contents(engine)).toEqual(expectedContents(graph, files))
  })

  test('two bases in one server know nothing of each other', async () => {
    const [one, other] = [server().engine('one'), server().engine('other')]
    const [small, large] = [
      graphOf({ 'ontology.yaml': ontology, 'ada.yaml': ada }),
      graphOf(smallBase),
    ]
    await one.writer.begin()
    await other.writer.begin()
    await fill(one, small, [])
    await refill(other, large)
    expect(await contents(one)).toEqual(expectedContents(small, []))
    expect((await one.nodes(['ada', 'imu'])).map(({ attributes }) => attributes.label)).toEqual([
      'Ada',
    ])
    await one.writer.remove('nodes', ['ada', 'imu'])
    expect(await contents(other)).toEqual(expectedContents(large, smallFiles))
    const bases = await server().bases()
    expect(bases).toEqual([...bases].sort())
    expect(bases).toEqual(expect.arrayContaining(['one', 'other']))
    expect(bases).not.toContain('nothing')
  })

  test('nothing goes on once the signal is aborted', async () => {
    const engine = server().engine('aborted')
    const signal = AbortSignal.abort(new Error('Enough.'))
    await expect(engine.state(signal)).rejects.toThrow('Enough.')
    await expect(engine.nodes(['ada'], signal)).rejects.toThrow('Enough.')
    await expect(engine.expand(['ada'], { direction: 'in', limit: 1 }, signal)).rejects.toThrow(
      'Enough.',
    )
  })
}

const ontology = 'name: One\nentities: { person: {} }\n'
const smallFiles = Object.entries(smallBase).map(([path, text]) => ({ path, text }))
const ada = 'type: person\nname: Ada\n'

async function fill({ writer }: Engine, graph: KnowledgeGraph, files = smallFiles): Promise<void> {
  await writer.putNodes(graph.mapNodes(nodeRecord))
  await writer.putEdges(
    graph.mapEdges((key, attributes, source, target) =>
      edgeRecord(key, source, target, attributes),
    ),
  )
  await writer.putFiles(files.map(({ path, text }) => fileRecord(path, text)))
}

/** Whatever a test before has left, or a run of it, is gone. */
async function refill(engine: Engine, graph: KnowledgeGraph): Promise<void> {
  for (const kind of ['edges', 'nodes', 'files'] as const) {
    for await (const page of engine.writer.stored(kind)) {
      await engine.writer.remove(
        kind,
        page.map(({ key }) => key),
      )
    }
  }
  await fill(engine, graph)
}

function naive(
  graph: KnowledgeGraph,
  asked: readonly string[],
  { relations, direction, from = -Infinity, to = Infinity }: EngineReach,
) {
  const edges = graph.filterEdges((_, attributes, source, target) => {
    const { first, last } = spansOf([attributes])
    const isThere =
      (direction !== 'in' && asked.includes(source)) ||
      (direction !== 'out' && asked.includes(target))
    const isAsked = relations === undefined || relations.includes(attributes.relation)
    return isThere && isAsked && (last[0] ?? 0) >= from && (first[0] ?? 0) <= to
  })
  return edges.sort().map((key) => {
    const [source, target] = graph.extremities(key)
    return { key, source, target, attributes: graph.getEdgeAttributes(key) }
  })
}

function factsOf(graph: KnowledgeGraph) {
  return {
    version: 'v1',
    graph: graph.getAttributes(),
    statistics: statistics(graph),
    search: { documents: graph.order, lengths: [1.5, 2, 3, 4, 5.25] },
  }
}
