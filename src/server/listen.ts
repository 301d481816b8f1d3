import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CannotStart } from './cannot-start.ts'
import type { OnEvent } from './server-event.ts'

/** Nothing beyond the loopback: there is no token that would keep others out. */
export type LoopbackAddress = '127.0.0.1' | '::1'

const highestPort = 65_535

/** Listens on the first free port from `preferred` on, up to `tries` further; gives the port. */
export async function listen(
  server: Server,
  host: LoopbackAddress,
  preferred: number,
  tries: number,
  onEvent: OnEvent,
): Promise<number> {
  const last = preferred === 0 ? 0 : Math.min(preferred + tries, highestPort)
  for (let port = preferred; port <= last; port += 1) {
    const reason = await listenOn(server, host, port)
    if (reason === undefined) return (server.address() as AddressInfo).port
    if (reason !== 'EADDRINUSE') throw new CannotStart({ kind: 'cannot-listen', port, reason })
    onEvent({ kind: 'port-taken', port })
  }
  throw new CannotStart({ kind: 'no-free-port', first: preferred, last })
}

/** As browsers write it: the port is left out where it is the protocol's own. */
export function authoritiesOf(host: LoopbackAddress, port: number): readonly string[] {
  const names = [host === '::1' ? '[::1]' : host, 'localhost']
  return names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]))
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
