import fc from 'fast-check'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { openCompiler } from '../../src/compile.ts'
import { type AskedEngine, askedEngine } from '../../src/engines/asked-engine.ts'
import { embeddedServer } from '../../src/engines/embedded.ts'
import { EngineProblem } from '../../src/engines/engine-problem.ts'
import { push } from '../../src/engines/push.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { questionAnswerer } from '../../src/server/answer-question.ts'
import { engineAnswerer } from '../../src/server/engine-answerer.ts'
import type { GraphQuestion } from '../../src/server/graph-question.ts'
import { openServedGraph } from '../../src/server/served-graph.ts'
import { startEngineServer } from '../../src/server/start-engine-server.ts'
import { graphOf } from '../graph/sources-of.ts'
import { file, sourcesOf, textsOf } from '../model/edited-bases.ts'
import { smallBase } from '../queries/small-base.ts'
import { soon } from '../soon.ts'
import { listenToEvents, request } from './raw-request.ts'
import { tinyBase } from './tiny-base.ts'

async function pushed(base: Parameters<typeof push>[1]): Promise<AskedEngine> {
  const server = embeddedServer()
  await push(server.engine('base'), base)
  return askedEngine(server, 'base')
}

const ids = ['ada', 'ada-2', 'bob', 'acme', 'raid', 'zoo', 'nobody']
const id = fc.constantFrom(...ids)
const number = fc.integer({ min: 1, max: 3 })
const question: fc.Arbitrary<GraphQuestion> = fc.oneof(
  fc.constantFrom({ kind: 'overview' } as const, { kind: 'groups' } as const),
  fc.record({ kind: fc.constant('part' as const), ids: fc.subarray(ids) }),
  fc.record({
    ...{ kind: fc.constant('around' as const), id, hops: number },
    ...{ most: fc.constantFrom(2, 60), here: fc.subarray(ids) },
  }),
  fc.record({ kind: fc.constant('find' as const), text: id, most: number }),
  fc.record({ kind: fc.constant('paths' as const), from: id, to: id, anywhere: fc.boolean() }),
)

test('a base on a server gives the answers of the files', async () => {
  let told = 0
  const property = fc.asyncProperty(
    ...[fc.array(file, { maxLength: 12 }), fc.array(question, { minLength: 8, maxLength: 12 })],
    async (files, questions) => {
      const parts = openCompiler()(sourcesOf(textsOf(files))).graph
      const ofFiles = questionAnswerer(openServedGraph(parts))
      const base = await pushed({ graph: buildGraph(parts), files: [] })
      const onServer = engineAnswerer(() => base)
      for (const each of questions) {
        const { version: _, ...expected } = JSON.parse(await ofFiles(each))
        const { version, ...answer } = JSON.parse(await onServer(each))
        expect(version).toBe(base.facts.version)
        // Who is near enough is enough: how many are farther is not counted there.
        const isCut = each.kind === 'around' && answer.ids.length === each.most
        expect(answer).toEqual(isCut ? { ...expected, total: answer.total } : expected)
        told += answer.ids?.length ?? 0
      }
    },
  )
  await fc.assert(property, { seed: Number(process.env.FC_SEED ?? 20120317), numRuns: 60 })
  expect(told).toBeGreaterThan(30)
})

const { viewerFolder, remove } = await tinyBase()
afterAll(remove)

async function serve(base: AskedEngine) {
  const server = await startEngineServer({ base, viewerFolder, port: 0 })
  onTestFinished(server.close)
  const ask = (asked: GraphQuestion) =>
    request(server.port, `/ask/${encodeURIComponent(JSON.stringify(asked))}`)
  return { server, ask }
}

test('pages of a base on a server get parts of it, never all, and nothing to write with', async () => {
  const base = await pushed({ graph: graphOf(smallBase), files: [] })
  const { server, ask } = await serve(base)
  const status = JSON.parse((await request(server.port, '/status.json')).body.toString())
  expect(status).toEqual({
    ...{ graph: base.facts.version, inParts: true, stale: false },
    ...{ errors: 0, warnings: 0, diagnostics: [], views: [] },
  })
  expect((await request(server.port, '/graph.json')).status).toBe(404)
  expect((await request(server.port, '/changes/0123456789abcdef.json')).status).toBe(404)
  const { body } = await ask({ kind: 'part', ids: ['imu', 'makhdum-nusrat'] })
  expect(JSON.parse(body.toString()).edges.map(({ key }: { key: string }) => key)).toContain(
    'makhdum-nusrat--leads--imu',
  )
})

test('a push appears in the pages that are open', async () => {
  const base = await pushed({ graph: graphOf(smallBase), files: [] })
  const { server, ask } = await serve(base)
  const listener = await listenToEvents(server.port)
  const graph = graphOf(smallBase)
  graph.setNodeAttribute('imu', 'label', 'Another name')
  await push(base.engine, { graph, files: [] })
  await soon(() => expect(listener.changes().at(-1)?.graph).not.toBe(base.facts.version))
  listener.socket.destroy()
  const { body } = await ask({ kind: 'part', ids: ['imu'] })
  const { version, nodes } = JSON.parse(body.toString())
  expect(version).toBe(listener.changes().at(-1)?.graph)
  expect(nodes[0].attributes.label).toBe('Another name')
})

test('a page is told why there is no answer', async () => {
  const base = await pushed({ graph: graphOf(smallBase), files: [] })
  let isAway = true
  const nodes: AskedEngine['engine']['nodes'] = async (...words) => {
    if (isAway) throw new EngineProblem('The store does not answer.')
    return base.engine.nodes(...words)
  }
  const { ask } = await serve({ ...base, engine: { ...base.engine, nodes } })
  const refused = await ask({ kind: 'groups' })
  expect([refused.status, refused.body.toString()]).toEqual([503, 'The store does not answer.\n'])
  isAway = false
  expect((await ask({ kind: 'groups' })).status).toBe(200)
})

test('a search that very many answer says that only some were ranked', async () => {
  const graph = graphOf(smallBase)
  for (let number = 0; number < 2001; number++) {
    const node = { ...graph.getNodeAttributes('imu'), label: `Namesake ${number}` }
    graph.addNode(`namesake-${number}`, node)
  }
  const { ask } = await serve(await pushed({ graph, files: [] }))
  const find = async (text: string) =>
    JSON.parse((await ask({ kind: 'find', text, most: 1 })).body.toString())
  expect(await find('namesake')).toMatchObject({ truncated: true, found: [{ type: 'group' }] })
  expect(await find('namesake 17')).toMatchObject({ truncated: true })
  expect(await find('nusrat')).toMatchObject({ truncated: false })
})

test('what nobody waits for any longer is not looked for to its end', async () => {
  const base = await pushed({ graph: graphOf(smallBase), files: [] })
  const asked: (AbortSignal | undefined)[] = []
  const find: AskedEngine['find'] = (_text, _limit, signal) => {
    asked.push(signal)
    return new Promise(() => {})
  }
  const { server } = await serve({ ...base, find })
  const question = encodeURIComponent(JSON.stringify({ kind: 'find', text: 'n', most: 1 }))
  const leaving = new AbortController()
  const address = `http://127.0.0.1:${server.port}/ask/${question}`
  const answer = fetch(address, { signal: leaving.signal })
  await soon(() => expect(asked).toHaveLength(1))
  expect(asked[0]?.aborted).toBe(false)
  leaving.abort()
  await expect(answer).rejects.toThrow()
  await soon(() => expect(asked[0]?.aborted).toBe(true))
})

test('a base that does not tell with whom to begin is not served', async () => {
  const base = await pushed({ graph: graphOf(smallBase), files: [] })
  const { standing: _, ...facts } = base.facts
  const serving = startEngineServer({ base: { ...base, facts }, viewerFolder, port: 0 })
  await expect(serving).rejects.toThrow('pushed by an older Dossier')
})
