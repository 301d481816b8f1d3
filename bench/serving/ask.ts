import { get, type IncomingMessage } from 'node:http'
import { ownLagSince } from './own-lag.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** In milliseconds: a server waits for the head of a request a little longer. */
export const patience = 4000

/**
 * Asks as a page of the server does: where a connection that was kept has been closed meanwhile, once more on another.
 * Rejects where the connection breaks. A server that was kept waiting by this process may have ended that, too.
 */
export function ask(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path, headers })
    request.on('error', (error) => {
      if (request.reusedSocket) resolve(ask(port, path, headers))
      else reject(error)
    })
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('error', reject).on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { statusCode = 0 } = response
        if (statusCode === 408 && ownLagSince(began) > patience) resolve(ask(port, path, headers))
        else resolve({ status: statusCode, headers: response.headers, body: Buffer.concat(chunks) })
      })
    })
  })
}
