import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'

/** A port that leads to a server, and counts what is sent there. */
export interface CountedPort {
  /** That of the server, but for the port. */
  readonly address: string
  /** Begins to count anew, and is there when so many bytes have been sent. */
  readonly afterBytes: (count: number) => Promise<void>
  readonly close: () => void
}

export async function countedPort(address: string): Promise<CountedPort> {
  const { hostname, port } = new URL(address)
  let left = Number.POSITIVE_INFINITY
  let tell = () => {}
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    client.on('data', ({ length }) => {
      left -= length
      if (left <= 0) tell()
    })
    client.on('error', () => upstream.destroy())
    upstream.on('error', () => client.destroy())
    client.pipe(upstream).pipe(client)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const own = (server.address() as AddressInfo).port
  return {
    address: address.replace(`:${port}`, `:${own}`),
    afterBytes: (count) => {
      left = count
      return new Promise((done) => {
        tell = done
      })
    },
    close: () => server.close(),
  }
}
