import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Status } from '../../src/server/status.ts'

export interface Answer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

/** Sends bytes as they are, since a client library would mend them, and reads until the end. */
export async function exchange(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  // A peer that refuses the rest of what is sent may reset the connection.
  socket.on('error', () => {})
  socket.write(text, 'latin1')
  await new Promise((resolve) => socket.once('close', resolve))
  return Buffer.concat(chunks).toString('latin1')
}

/** One well-formed request of our own page. */
export async function request(
  port: number,
  path: string,
  fields: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  const lines = Object.entries({ Host: `localhost:${port}`, Connection: 'close', ...fields })
  const head = [`${method} ${path} HTTP/1.1`, ...lines.map((line) => line.join(': '))]
  return readAnswer(await exchange(port, `${head.join('\r\n')}\r\n\r\n`))
}

export function readAnswer(text: string): Answer {
  const end = text.indexOf('\r\n\r\n')
  const [first = '', ...lines] = text.slice(0, end).split('\r\n')
  const headers = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  return {
    status: Number(first.split(' ')[1]),
    headers: new Map(headers),
    body: Buffer.from(text.slice(end + 4), 'latin1'),
  }
}

export interface Listener {
  readonly socket: Socket
  /** Everything that has come, head included. */
  readonly text: () => string
  /** The status of each `change` that has come, in order. */
  readonly changes: () => readonly Status[]
}

/** Opens the event stream and resolves once its answer has begun. */
export async function listenToEvents(port: number): Promise<Listener> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  socket.on('error', () => {})
  socket.write(`GET /events HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`)
  await once(socket, 'data')
  const changes = () =>
    [...text.matchAll(/event: change\ndata: (.*)\n\n/g)].map(
      ([, data = '']) => JSON.parse(data) as Status,
    )
  return { socket, text: () => text, changes }
}
