import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { authoritiesOf, elsewhere, hostsOf, isLoopback } from './addresses.ts'
import { answer, type Site } from './answer.ts'
import type { Content } from './content.ts'
import { openDoor } from './door.ts'
import { openEventStreams } from './event-streams.ts'
import { listen } from './listen.ts'
import type { ViewerAssets } from './read-viewer.ts'
import { openRoutes } from './routes.ts'
import type { OnEvent } from './server-event.ts'

export interface ListenOptions {
  /** An IP address of this machine. Beyond the loopback a token keeps others out, and pages open no editor. */
  readonly host?: string
  /** The preferred port; 0 is any free one. */
  readonly port: number
  /** How many of the next ports may serve when it is taken; 0 is none. */
  readonly tries?: number
  readonly onEvent?: OnEvent
}

export interface RunningServer {
  /** Where to go from this machine, with the token where there is one. */
  readonly url: string
  /** Where to go from elsewhere; undefined where only this machine can come. */
  readonly others: readonly string[] | undefined
  readonly port: number
  /** Lets go of the port, the content and every open connection. */
  readonly close: () => Promise<void>
}

/** Against peers that send slowly, send much or keep still. */
const limits = {
  // The address of a question can name a thousand entities.
  maxHeaderSize: 65_536,
  headersTimeout: 5000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 1000,
}
const mostConnections = 256
/** Longer than the heartbeat of the event streams, so that only who stops reading is cut off. */
const silence = 60_000
/** What answers that are under way get to end when the server closes. */
const grace = 250

/** Shows what a base holds to pages. Rejects with `CannotStart`; then nothing is left open. */
export async function serveContent(
  content: Content,
  viewer: ViewerAssets,
  { host = '127.0.0.1', port: preferred, tries = 0, onEvent = () => {} }: ListenOptions,
): Promise<RunningServer> {
  const server = createLimitedServer()
  const port = await listen(server, host, preferred, tries, onEvent).catch(async (error) => {
    await content.close()
    throw error
  })
  const hosts = hostsOf(host)
  const door = isLoopback(host) ? undefined : openDoor(port)
  const routes = openRoutes(viewer, content.graph, content.status())
  const streams = openEventStreams(content.status())
  content.follow((status) => {
    routes.publish(status)
    streams.send(status)
  })
  const { act, ask, onListener } = content
  const authorities = authoritiesOf(hosts, port)
  serve(server, { authorities, door, routes, streams, act, ask, onListener })

  const close = async () => {
    streams.close()
    await Promise.all([content.close(), closeServer(server)])
  }
  let closing: Promise<void> | undefined
  const addressOf = (name: string) => `http://${name}:${port}${door?.entrance ?? '/'}`
  return {
    url: addressOf(hosts[0] ?? ''),
    others: door && elsewhere(hosts).map(addressOf),
    port,
    close: () => (closing ??= close()),
  }
}

function createLimitedServer(): Server {
  const server = createServer(limits)
  server.maxConnections = mostConnections
  // The length of the head is bounded; a bound on its fields would hide the rest from the guard.
  server.maxHeadersCount = 0
  server.timeout = silence
  return server
}

function serve(server: Server, site: Site): void {
  const respond = (request: IncomingMessage, response: ServerResponse) =>
    answer(request, response, site)
  // Without listeners of their own, "Expect: 100-continue" would invite a body, and others get an answer that is not ours.
  server.on('request', respond).on('checkContinue', respond).on('checkExpectation', respond)
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), grace)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
  })
}
