import { Agent, get } from 'node:http'

/** What clients have met. Times are in milliseconds. */
export interface Met {
  readonly requests: number
  /** By kind of error or unexpected status. */
  readonly errors: Readonly<Record<string, number>>
  readonly seconds: number
  readonly p50: number
  readonly p99: number
}

/** So many clients ask, each on a connection of its own, for one path after the other, as soon as they are answered. */
export async function runClients(
  port: number,
  paths: readonly string[],
  count: number,
  seconds: number,
): Promise<Met> {
  const times: number[] = []
  const errors: Record<string, number> = {}
  const began = performance.now()
  const end = began + seconds * 1000
  const client = async (number: number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let turn = number; performance.now() < end; turn++) {
      const asked = performance.now()
      const problem = await askOnce(port, paths[turn % paths.length] ?? '/', agent)
      if (problem === undefined) times.push(performance.now() - asked)
      else errors[problem] = (errors[problem] ?? 0) + 1
    }
    agent.destroy()
  }
  await Promise.all(Array.from({ length: count }, (_, number) => client(number)))
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  return {
    requests: sorted.length,
    errors,
    seconds: (performance.now() - began) / 1000,
    p50: at(0.5),
    p99: at(0.99),
  }
}

/** What was wrong with the answer; nothing where it was a whole one. Where a kept connection has gone, browsers ask again. */
function askOnce(port: number, path: string, agent: Agent): Promise<string | undefined> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path, agent })
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (request.reusedSocket) resolve(askOnce(port, path, agent))
      else resolve(error.code ?? error.message)
    })
    request.on('response', (response) => {
      const { statusCode, headers } = response
      let length = 0
      response.on('data', (chunk: Buffer) => {
        length += chunk.length
      })
      response.on('error', ({ message }) => resolve(message))
      response.on('end', () => {
        if (statusCode !== 200) resolve(`status ${statusCode}`)
        else resolve(length === Number(headers['content-length']) ? undefined : 'cut short')
      })
    })
  })
}
