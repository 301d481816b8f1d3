import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { authoritiesOf, elsewhere, hostsOf, isLoopback } from './addresses.ts'
import { answer, type Site } from './answer.ts'
import { questionAnswerer } from './answer-question.ts'
import { openDoor } from './door.ts'
import { openEventStreams } from './event-streams.ts'
import { fileOpener, type OpenEditor } from './file-opener.ts'
import { followFolder } from './follow-folder.ts'
import { keepPlaces } from './kept-places.ts'
import { type LayOut, layOutHere } from './lay-out.ts'
import { listen } from './listen.ts'
import { type Look, lookAtBase } from './look-at-base.ts'
import { readViewer } from './read-viewer.ts'
import { openRelayout } from './relayout.ts'
import { openRoutes } from './routes.ts'
import type { OnEvent } from './server-event.ts'
import type { Status } from './status.ts'
import { viewKeeper, type WriteChange } from './view-keeper.ts'

export interface ServerOptions {
  readonly dataFolder: string
  /** Holds the built viewer. */
  readonly viewerFolder: string
  /** An IP address of this machine. Beyond the loopback a token keeps others out, and pages open no editor. */
  readonly host?: string
  /** The preferred port; 0 is any free one. */
  readonly port: number
  /** How many of the next ports may serve when it is taken; 0 is none. */
  readonly tries?: number
  readonly onEvent?: OnEvent
  /** Pages get a graph of up to so many entities whole, and parts of a larger one. */
  readonly mostWhole?: number
  /** Starts the editor of the person who serves; without it, pages offer none. */
  readonly openEditor?: OpenEditor
  /** Puts a change of a file of the base on disk; without it, pages keep no views. */
  readonly writeChange?: WriteChange
  /** Places all nodes anew while the server goes on answering, if it can; without it, it cannot. */
  readonly layOut?: LayOut
}

export interface RunningServer {
  /** Where to go from this machine, with the token where there is one. */
  readonly url: string
  /** Where to go from elsewhere; undefined where only this machine can come. */
  readonly others: readonly string[] | undefined
  readonly port: number
  /** Lets go of the port, the folder and every open connection. */
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
/** What lies on a screen beyond this is no picture any more, and takes a page seconds to open. */
const mostWhole = 20_000
/** What answers that are under way get to end when the server closes. */
const grace = 250

/** Rejects with `CannotStart`; then nothing is left open. Follows the folder until it is closed. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { dataFolder, viewerFolder, host = '127.0.0.1', tries = 0, onEvent = () => {} } = options
  const { layOut = layOutHere } = options
  const viewer = await readViewer(viewerFolder)
  const { first, see, graph } = await lookAtBase(dataFolder)
  onEvent(first.event)
  const keep = () => keepPlaces(dataFolder, graph.places())
  keep()

  const server = createLimitedServer()
  const port = await listen(server, host, options.port, tries, onEvent)
  const hosts = hostsOf(host)
  const door = isLoopback(host) ? undefined : openDoor(port)

  let { files } = first.sources
  const opener = fileOpener({
    folder: dataFolder,
    hasFile: (file) => files.some(({ path }) => path === file),
    openEditor: door === undefined ? options.openEditor : undefined,
  })
  const keeper = viewKeeper({
    files: () => files,
    writeChange: door === undefined ? options.writeChange : undefined,
  })
  const largest = options.mostWhole ?? mostWhole
  const offering = (status: Status): Status => ({
    ...status,
    ...(graph.shown().parts.size > largest && { inParts: true }),
    ...(opener.token !== undefined && { editor: opener.token }),
    ...(keeper.token !== undefined && { keeper: keeper.token }),
  })
  const routes = openRoutes(viewer, graph, offering(first.status))
  const streams = openEventStreams(offering(first.status))
  let latest = first.status
  const tell = (status: Status) => {
    latest = status
    routes.publish(offering(status))
    streams.send(offering(status))
  }
  const relayout = openRelayout(
    graph,
    layOut,
    () => {
      keep()
      tell({ ...latest, graph: graph.version() })
    },
    (error) => onEvent({ kind: 'compiling-failed', error }),
  )
  relayout.consider()
  const base = followFolder<Look>(dataFolder, {
    first,
    see,
    onChange: ({ sources, status, event }) => {
      files = sources.files
      tell(status)
      onEvent(event)
      relayout.consider()
    },
    onWatchingFailed: (reason) => onEvent({ kind: 'watching-failed', reason }),
  })
  serve(server, {
    authorities: authoritiesOf(hosts, port),
    door,
    routes,
    streams,
    act: (path, tokens) =>
      path.startsWith('/open/') ? opener.open(path, tokens) : keeper.keep(path, tokens),
    ask: questionAnswerer(graph),
    onListener: base.refresh,
  })

  const close = async () => {
    streams.close()
    keep()
    await Promise.all([base.close(), relayout.close(), closeServer(server)])
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
