import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CannotStart } from './cannot-start.ts'
import type { OnEvent } from './server-event.ts'

const highestPort = 65_535

/** Listens on the first free port from `preferred` on, up to `tries` further; gives the port. */
export async function listen(
  server: Server,
  host: string,
  preferred: number,
  tries: number,
  onEvent: OnEvent,
): Promise<number> {
  const last = preferred === 0 ? 0 : Math.min(preferred + tries, highestPort)
  for (let port = preferred; port <= last; port += 1) {
    const reason = await listenOn(server, host, port)
    if (reason === undefined) return (server.address() as AddressInfo).port
    if (reason !== 'EADDRINUSE')
      throw new CannotStart({ kind: 'cannot-listen', host, port, reason })
    onEvent({ kind: 'port-taken', port })
  }
  throw new CannotStart({ kind: 'no-free-port', first: preferred, last })
}

/** The system's code for what stands in the way; nothing when it listens. */
function listenOn(server: Server, host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', listening)
      resolve(error.code ?? String(error))
    }
    const listening = () => {
      server.off('error', failed)
      resolve(undefined)
    }
    server.once('error', failed).once('listening', listening).listen(port, host)
  })
}
