import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { embeddedServer } from '../../src/engines/embedded.ts'
import type { Engine, EngineWriter } from '../../src/engines/engine.ts'
import { layoutVersion } from '../../src/engines/engine.ts'
import { push } from '../../src/engines/push.ts'
import { graphOf } from '../graph/sources-of.ts'
import { buildRandomGraph, randomGraph } from '../queries/random-graph.ts'
import { smallBase } from '../queries/small-base.ts'
import { contents, expectedContents } from './engine-contents.ts'

const runs = { seed: Number(process.env.FC_SEED ?? 20120317), numRuns: 100 }

const files = Object.entries(smallBase).map(([path, text]) => ({ path, text }))
const none = { nodes: 0, edges: 0, files: 0 }

describe('push', () => {
  test('makes the engine hold the graph, whatever it held before, and writes nothing twice', async () => {
    const property = fc.asyncProperty(randomGraph, randomGraph, async (before, after) => {
      const engine = embeddedServer().engine('base')
      await push(engine, { graph: buildRandomGraph(before), files })
      const graph = buildRandomGraph(after)
      const now = files.slice(1)
      await push(engine, { graph, files: now })
      expect(await contents(engine)).toEqual(expectedContents(graph, now))
      const { engine: watched, calls } = failing(engine, Infinity)
      const again = await push(watched, { graph, files: now })
      expect(again).toEqual({ added: none, changed: none, removed: none, unchanged: true })
      expect(calls).toEqual([])
    })
    await fc.assert(property, runs)
  })

  test('is continued by the next where it was broken off, which is told until then', async () => {
    const property = fc.asyncProperty(
      ...[randomGraph, randomGraph, fc.array(fc.nat(9), { minLength: 1, maxLength: 4 })],
      async (before, after, deaths) => {
        const engine = embeddedServer().engine('base')
        await push(engine, { graph: buildRandomGraph(before), files })
        const graph = buildRandomGraph(after)
        for (const death of deaths) {
          const { engine: mortal, calls } = failing(engine, death, 2)
          const isDead = await push(mortal, { graph, files: [] }).then(
            () => false,
            () => true,
          )
          const isBegun = isDead && calls.length > 1 && calls.at(-1) !== 'finish'
          if (isBegun) expect((await engine.state())?.unfinished).toBe(true)
        }
        await push(engine, { graph, files: [] })
        expect((await engine.state())?.unfinished).toBe(false)
        expect(await contents(engine)).toEqual(expectedContents(graph, []))
      },
    )
    await fc.assert(property, runs)
  })

  test('counts what it would do, and does nothing, when it is dry', async () => {
    const engine = embeddedServer().engine('base')
    const graph = graphOf(smallBase)
    const { engine: watched, calls } = failing(engine, Infinity)
    const report = await push(watched, { graph, files }, { dryRun: true })
    expect(calls).toEqual([])
    expect(await engine.state()).toBeUndefined()
    expect(report).toEqual(await push(engine, { graph, files }))
    expect(report.added).toEqual({ nodes: graph.order, edges: graph.size, files: files.length })
    graph.dropNode('ada')
    graph.setNodeAttribute('imu', 'label', 'IMU')
    const changed = await push(watched, { graph, files }, { dryRun: true })
    expect(changed).toEqual({
      added: none,
      changed: { ...none, nodes: 1 },
      removed: { ...none, nodes: 1 },
      unchanged: false,
    })
  })

  test('tells how far it is', async () => {
    const engine = embeddedServer().engine('base')
    const graph = graphOf(smallBase)
    const told: [number, number][] = []
    await push(engine, { graph, files }, { onProgress: (...now) => told.push(now) })
    const total = graph.order + graph.size + files.length
    expect(told.at(-1)).toEqual([total, total])
  })

  test('does not replace a base of another name, nor one of a newer Dossier', async () => {
    const engine = embeddedServer().engine('base')
    const graph = graphOf(smallBase)
    await push(engine, { graph, files })
    const other = graphOf({ ...smallBase, 'ontology.yaml': 'name: Other\nentities: { a: {} }\n' })
    await expect(push(engine, { graph: other, files })).rejects.toThrow(
      'The server has another base there, "Small", and this one is "Other".',
    )
    const newer: Engine = {
      ...engine,
      state: async () => ({ layout: layoutVersion + 1, unfinished: false }),
    }
    await expect(push(newer, { graph, files })).rejects.toThrow('by a newer Dossier')
  })
})

/** An engine whose connection breaks with the n-th write, before or after the server has done it. */
function failing(engine: Engine, death: number, batchSize = engine.writer.batchSize) {
  const calls: string[] = []
  const { writer } = engine
  const mortal =
    <Words extends unknown[]>(name: string, act: (...words: Words) => Promise<void>) =>
    async (...words: Words) => {
      calls.push(name)
      if (calls.length > death && death % 2 === 0) throw new Error('The connection is gone.')
      await act(...words)
      if (calls.length > death) throw new Error('The connection is gone.')
    }
  const watched: EngineWriter = {
    ...writer,
    begin: mortal('begin', writer.begin),
    putNodes: mortal('putNodes', writer.putNodes),
    putEdges: mortal('putEdges', writer.putEdges),
    putFiles: mortal('putFiles', writer.putFiles),
    remove: mortal('remove', writer.remove),
    finish: mortal('finish', writer.finish),
    batchSize,
  }
  return { engine: { ...engine, writer: watched }, calls }
}
