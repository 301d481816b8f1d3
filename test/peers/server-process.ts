import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A server of one's own, which lives until it is stopped. */
export interface ServerProcess {
  readonly pid: number | undefined
  /** The end of what it has said. */
  readonly log: () => string
  /** Ends it as a user would, or at once where it does not listen. */
  readonly stop: () => Promise<void>
  /** Takes it away without a word, as a broken machine would. */
  readonly kill: () => Promise<void>
}

export interface ServerStart {
  readonly name: string
  /** Arguments for Java. */
  readonly args: readonly string[]
  /** A folder of its own: it runs there, and what it says is written there. */
  readonly home: string
  /** Whether it answers; asked every half second. Throwing is a no. */
  readonly answers: () => Promise<unknown>
}

/** In seconds; on an idle machine each server takes less than thirty. */
const longestStart = 240

/** Starts a server in Java and waits until it answers. Throws what it said where it does not. */
export async function startServer(start: ServerStart): Promise<ServerProcess> {
  const logFile = join(start.home, 'output.log')
  const output = openSync(logFile, 'a')
  const child = spawn('java', start.args, { cwd: start.home, stdio: ['ignore', output, output] })
  closeSync(output)
  // Whatever becomes of the tests, the server ends with them.
  process.once('exit', () => child.kill('SIGKILL'))
  const server = {
    pid: child.pid,
    log: () => readFileSync(logFile, 'utf8').slice(-20_000),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  }
  const isUp = () => start.answers().then(Boolean, () => false)
  for (const begun = Date.now(); !(await isUp()); await sleep(500)) {
    if (hasEnded(child) || Date.now() - begun > longestStart * 1000) {
      await server.kill()
      throw new Error(`${start.name} did not start.\n${server.log()}`)
    }
  }
  return server
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (hasEnded(child)) return
  const ended = once(child, 'exit')
  child.kill(signal)
  const atLast = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await ended
  clearTimeout(atLast)
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

export async function freePort(): Promise<number> {
  const [port] = await freePorts(1)
  return port as number
}

/** So many ports that nobody listens on, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const listeners = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  const ports: number[] = []
  for (const listener of listeners) {
    if (!listener.listening) await once(listener, 'listening')
    const address = listener.address()
    if (address === null || typeof address === 'string') throw new Error('No port is free.')
    ports.push(address.port)
  }
  await Promise.all(listeners.map((listener) => once(listener.close(), 'close')))
  return ports
}
