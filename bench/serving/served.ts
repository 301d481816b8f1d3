import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

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
  /** The seconds of CPU that it has taken. */
  readonly cpu: () => number
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
  const server = spawn(
    process.execPath,
    ['--expose-gc', '--import', teller, program, 'serve', '--data', folder, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  )
  server.stderr?.on('data', (said: Buffer) => {
    if (!/^(Compiled|Every saved file) /.test(String(said))) onFailure(`The server says: ${said}`)
  })
  const [line] = await Promise.race([
    once(server.stdout as NodeJS.ReadableStream, 'data'),
    once(server, 'exit').then(() => ['it ended before it served']),
  ])
  const port = Number(/^http:\/\/127\.0\.0\.1:(\d+)\/$/m.exec(String(line))?.[1])
  if (Number.isNaN(port)) throw new Error(`"dossier serve" cannot serve: ${line}`)
  return {
    port,
    vitals: () => vitalsOf(server),
    cpu: () => cpuOf(`/proc/${server.pid}`),
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
    cpu: cpuOf(place),
  }
}

/** The system counts in hundredths of a second; the name in the second field may hold anything. */
function cpuOf(place: string): number {
  const stat = readFileSync(`${place}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
