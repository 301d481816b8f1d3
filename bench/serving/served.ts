import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { cpuOf, mainThreadCpuOf } from './cpu-of.ts'
import { startProcess } from './start-process.ts'

/** What a process holds at one moment. Memory is in bytes, after a garbage collection. */
export interface Vitals {
  readonly rss: number
  readonly heap: number
  /** Of buffers, which lie outside the heap. */
  readonly external: number
  readonly descriptors: number
  readonly watches: number
  /** CPU seconds since it started. */
  readonly cpu: number
}

export interface Served {
  readonly port: number
  readonly vitals: () => Promise<Vitals>
  /** The seconds of CPU that it has taken, and its main thread alone. */
  readonly cpu: () => number
  readonly mainThreadCpu: () => number
  readonly isAlive: () => boolean
  /** Interrupts it, and gives the code with which it ends. */
  readonly stop: () => Promise<number | null>
}

/**
 * `dossier serve` of a folder, in a process of its own. `program` is its script. `onFailure` is told what the server says
 * of mistakes of its own, and of a system that reports no changes.
 */
export async function serveBase(
  program: string,
  folder: string,
  onFailure: (what: string) => void,
): Promise<Served> {
  const teller = pathToFileURL('bench/serving/tell-memory.mjs').href
  const words = ['--expose-gc', '--import', teller, program, 'serve', '--data', folder]
  const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const
  const { server, port } = await startProcess([...words, '--port', '0'], [...stdio])
  server.stderr?.on('data', (said: Buffer) => {
    if (!/^(Compiled|Every saved file) /.test(String(said))) onFailure(`The server says: ${said}`)
  })
  return {
    port,
    vitals: () => vitalsOf(server),
    cpu: () => cpuOf(server.pid),
    mainThreadCpu: () => mainThreadCpuOf(server.pid),
    isAlive: () => server.exitCode === null && server.signalCode === null,
    stop: async () => {
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      const [code] = await ended
      return code
    },
  }
}

async function vitalsOf(server: ChildProcess): Promise<Vitals> {
  const told = once(server, 'message')
  server.send('memory')
  const [{ rss, heapUsed, external }] = await told
  const place = `/proc/${server.pid}`
  const descriptors = readdirSync(`${place}/fd`)
  const infos = descriptors.map((descriptor) => readIfThere(`${place}/fdinfo/${descriptor}`))
  const watches = infos.flatMap((info) => info.match(/^inotify wd/gm) ?? []).length
  return {
    rss,
    heap: heapUsed,
    external,
    descriptors: descriptors.length,
    watches,
    cpu: cpuOf(server.pid),
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
