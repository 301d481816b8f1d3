import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Started {
  readonly server: ChildProcess
  readonly port: number
}

/** Starts a Node program that prints `http://127.0.0.1:PORT/` once it serves. */
export async function startProcess(
  words: readonly string[],
  stdio: StdioOptions = ['ignore', 'pipe', 'inherit'],
): Promise<Started> {
  const server = spawn(process.execPath, words, { stdio })
  const [said] = await Promise.race([
    once(server.stdout as NodeJS.ReadableStream, 'data'),
    once(server, 'exit').then(() => ['It ended before it served.']),
  ])
  const port = Number(/^http:\/\/127\.0\.0\.1:(\d+)\/$/m.exec(String(said))?.[1])
  if (Number.isNaN(port)) throw new Error(`${words.join(' ')} does not serve: ${said}`)
  return { server, port }
}
