import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BurstBase, bursts, makeBurstBase } from '../../bench/edits/bursts.ts'
import { openCompiler } from '../../src/compile.ts'
import { readSources } from '../../src/documents/read-sources.ts'
import type { GraphParts } from '../../src/graph/graph-part.ts'
import type { LayOut } from '../../src/server/lay-out.ts'
import type { RunningServer } from '../../src/server/serve-content.ts'
import { openServedGraph } from '../../src/server/served-graph.ts'
import { startServer } from '../../src/server/start-server.ts'
import { soon } from '../soon.ts'
import { request } from './raw-request.ts'

// Whoever changes the files here also blocks the server: all of its events come at once, after the last change.

const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
const data = join(folder, 'served', 'graph-data')

let base: BurstBase
let server: RunningServer

beforeAll(async () => {
  base = makeBurstBase(folder, 200)
  const layOut: LayOut = async (graph) => anywhere(graph)
  server = await startServer({ dataFolder: data, viewerFolder: 'dist/viewer', port: 0, layOut })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

async function cleanBuild(): Promise<string> {
  const { graph, diagnostics } = openCompiler()(await readSources(data))
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const { whole } = openServedGraph(graph, { newcomers: 0, places: anywhere(graph) })
  return withoutPlaces(String(whole().forms[0].bytes))
}

/** Where nodes stand is nothing to these tests. */
function anywhere({ parts }: GraphParts) {
  return new Map([...parts.keys()].map((id) => [id, { x: 0, y: 0 }]))
}

async function served(): Promise<string> {
  return withoutPlaces(String((await request(server.port, '/graph.json')).body))
}

function withoutPlaces(graph: string): string {
  return graph.replace(/"x":[-.0-9]+,"y":[-.0-9]+,/g, '')
}

const runs = [1, 2].flatMap((turn) =>
  Object.entries(bursts).map(([name, burst]) => ({ turn, name, burst })),
)

test.each(runs)(
  'after a burst of $name, run $turn, a clean build is served',
  async ({ turn, burst }) => {
    burst(base, turn)
    const clean = await cleanBuild()
    await soon(async () => expect((await served()) === clean).toBe(true))
  },
)

test('events that the system has dropped are made up for, and so are folders that came then', async () => {
  const late = join(data, 'late', 'grace.yaml')
  writeFileSync(join(data, 'early.yaml'), 'type: person\nname: Early\n')
  await soon(async () => expect(await served()).toContain('"Early"'))
  await delay(1000)
  // More than Linux keeps for one program; of two files in turn no two events are alike.
  const notes = [0, 1].map((note) => openSync(join(data, 'places', `note-${note}.txt`), 'w'))
  for (let turn = 0; turn < 20_000; turn++) writeSync(notes[turn % 2] ?? 0, '.')
  for (const note of notes) closeSync(note)
  mkdirSync(join(data, 'late'))
  writeFileSync(late, 'type: person\nname: Grace\n')
  await soon(async () => expect(await served()).toContain('"Grace"'))
  writeFileSync(late, 'type: person\nname: Grace Hopper\n')
  await soon(async () => expect(await served()).toContain('"Grace Hopper"'))
})
