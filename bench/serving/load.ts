import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { editsInTurn } from '../edits/edits-in-turn.ts'
import { ask } from './ask.ts'
import { type Met, runClients } from './clients.ts'
import { cpuOf } from './cpu-of.ts'
import { openEventStream } from './event-stream.ts'
import { serveBase } from './served.ts'
import { startProcess } from './start-process.ts'

// Many clients at a server. Prints as JSON what they met, and what the server took.
// Usage: load.js edited folder seconds | load.js sirv|fastify|dossier folder seconds peers-folder

export interface Load extends Met {
  /** Microseconds of the server's CPU. */
  readonly cpuPerRequest: number
}

export interface EditedLoad extends Load {
  readonly edits: number
  /** Events that came at all streams together. */
  readonly events: number
  /** Bytes of heap and of buffers after a garbage collection, at even distances. */
  readonly memory: readonly number[]
}

const clients = 200
const streams = 16
const editEvery = 100
const program = 'dist/bin/dossier.js'
const weighings = 12

/** What pages ask for, the small and often asked for more often. */
const paths = ['/', '/status.json', '/viewer.css', '/status.json', '/graph.json', '/viewer.js']

const [kind = '', folder = '', seconds = '', peers = ''] = process.argv.slice(2)
const found = kind === 'edited' ? await loadEdited() : await loadStill()
process.stdout.write(JSON.stringify(found))

async function loadEdited(): Promise<EditedLoad> {
  const errors: Record<string, number> = {}
  const fail = (what: string) => {
    errors[what] = (errors[what] ?? 0) + 1
  }
  const { port, cpu, vitals, stop } = await serveBase(program, folder, fail)
  let [events, edits] = [0, 0]
  const listening = Array.from({ length: streams }, () =>
    openEventStream(port, () => events++, fail),
  )
  const edit = editsInTurn(folder)
  const began = performance.now()
  const editing = setInterval(() => {
    // A process that is busy with answers makes up for what it has missed.
    for (; edits * editEvery < performance.now() - began; edits++) edit()
  }, editEvery)
  const memory: number[] = []
  const weighing = setInterval(
    async () => {
      const { heap, external } = await vitals()
      memory.push(heap + external)
    },
    (Number(seconds) * 1000) / weighings,
  )
  const before = cpu()
  const met = await runClients(port, paths, clients - streams, Number(seconds))
  const cpuPerRequest = ((cpu() - before) / met.requests) * 1e6
  for (const timer of [editing, weighing]) clearInterval(timer)
  for (const stream of listening) stream.close()
  await delay(1000)
  if ((await stop()) !== 0) fail('The server ended badly.')
  return { ...met, errors: { ...met.errors, ...errors }, cpuPerRequest, edits, events, memory }
}

/** The same bytes from each: those that `dossier serve` serves, as files for the others. */
async function loadStill(): Promise<Load> {
  const files = join(folder, 'served')
  const own = [program, 'serve', '--data', folder, '--port', '0']
  const words =
    kind === 'dossier' ? own : ['bench/peers/serve-files.mjs', kind, resolve(peers), files]
  const { server, port } = await startProcess(words, ['ignore', 'pipe', 'ignore'])
  if (kind === 'dossier') await writeFiles(port, files)
  const before = cpuOf(server.pid)
  const met = await runClients(port, paths, clients, Number(seconds))
  const cpuPerRequest = ((cpuOf(server.pid) - before) / met.requests) * 1e6
  server.kill('SIGTERM')
  return { ...met, cpuPerRequest }
}

async function writeFiles(port: number, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const path of new Set(paths)) {
    const { body } = await ask(port, path)
    writeFileSync(join(folder, path === '/' ? 'index.html' : path), body)
  }
}
