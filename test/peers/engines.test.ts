import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BaseFacts, Engine } from '../../src/engines/engine.ts'
import { factsIn } from '../../src/engines/open-base.ts'
import { push } from '../../src/engines/push.ts'
import { contents, expectedContents } from '../engines/engine-contents.ts'
import { cliPush } from './cli-push.ts'
import { engineServers, type StartedServer } from './engine-servers.ts'
import { type GeneratedQuestion, generatedQuestions } from './generated-questions.ts'
import { generateBase, readPushed } from './synthetic-base.ts'

// Each engine is asked the same 300 questions, of which the graph itself tells the answers, edge by edge; and each that
// listens is pushed to from a process that is killed.

const seed = Number(process.env.FC_SEED ?? 20120317)
const [entities, entitiesOfPushes] = [300, 150]
const slow = 900_000

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-engines-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(engineServers)('$name', ({ start, listens }) => {
  let started: StartedServer
  beforeAll(async () => {
    started = await start()
  }, slow)
  afterAll(() => started?.stop())

  describe('asked', () => {
    let questions: GeneratedQuestion[]
    let engine: Engine
    let facts: BaseFacts
    beforeAll(async () => {
      const base = await generateBase(join(folder, 'asked'), entities, 1)
      questions = generatedQuestions(base.graph, seed)
      engine = started.server.engine('questions')
      await push(engine, base)
      facts = factsIn(await engine.state())
    }, slow)

    test(
      'answers 300 questions as the graph does',
      async () => {
        expect(questions).toHaveLength(300)
        for (const { told, expected, ask } of questions) {
          expect(await ask(engine, facts), told).toEqual(expected)
        }
      },
      slow,
    )
  })

  if (!listens) return

  describe('pushed to', () => {
    const none = { nodes: 0, edges: 0, files: 0 }
    const expectEqual = async (data: string) => {
      const { graph, files } = await readPushed(data)
      const engine = started.server.engine('synthetic-knowledge-base')
      expect(await contents(engine)).toEqual(expectedContents(graph, files))
    }

    test(
      'holds what the files say; again nothing is written, and of a change no more than it',
      async () => {
        const data = join(folder, 'pushed')
        const { graph, files } = await generateBase(data, entitiesOfPushes, 1)
        const added = { nodes: graph.order, edges: graph.size, files: files.length }
        expect(await cliPush(data, started)).toMatchObject({ added, changed: none, removed: none })
        await expectEqual(data)
        const again = { added: none, changed: none, removed: none, unchanged: true }
        expect(await cliPush(data, started)).toMatchObject(again)
        const file = join(data, 'graph-data', 'groups', 'groups-0.yaml')
        writeFileSync(file, readFileSync(file, 'utf8').replace(/name: .*/, 'name: Another name'))
        expect(await cliPush(data, started)).toMatchObject({
          ...{ added: none, changed: { nodes: 1, edges: 0, files: 1 }, removed: none },
        })
        await expectEqual(data)
      },
      slow,
    )

    test(
      'is as the files say after pushes that were killed at ten random moments and continued',
      async () => {
        const first = join(folder, 'killed-0')
        await generateBase(first, entitiesOfPushes, 1)
        await cliPush(first, started)
        await generateBase(first, entitiesOfPushes, 2)
        const begun = performance.now()
        await cliPush(first, started)
        const duration = performance.now() - begun
        const moments = fc.sample(fc.double({ min: 0.1, max: 0.75, noNaN: true }), {
          ...{ seed, numRuns: 10 },
        })
        let killed = 0
        for (const [at, moment] of moments.entries()) {
          const data = join(folder, `killed-${(at + 1) % 2}`)
          // All is another, so that there is much to write.
          await generateBase(data, entitiesOfPushes, 3 + at)
          const death = sleep(moment * duration)
          if ((await cliPush(data, started, death)) === undefined) killed++
          await cliPush(data, started)
          await expectEqual(data)
        }
        expect(killed).toBeGreaterThan(4)
      },
      slow,
    )
  })
})
