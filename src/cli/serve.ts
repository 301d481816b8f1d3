import { spawn } from 'node:child_process'
import { isIP } from 'node:net'
import { fileURLToPath } from 'node:url'
import { CannotStart, type StartFailure } from '../server/cannot-start.ts'
import { layOutAside } from '../server/lay-out.ts'
import type { ListenOptions, RunningServer } from '../server/serve-content.ts'
import type { ServerEvent } from '../server/server-event.ts'
import { type ServerOptions, startServer } from '../server/start-server.ts'
import { openBaseOn } from './asked-base.ts'
import { findDataFolder } from './find-data-folder.ts'
import { findEditor } from './find-editor.ts'
import { counted, say } from './output.ts'
import { untilInterrupted } from './until-interrupted.ts'
import { whyNotWritten } from './write-changes.ts'
import { WrongUse } from './wrong-use.ts'

interface Options {
  readonly data?: string
  /** The address of a server that has the base. */
  readonly on?: string
  readonly host?: string
  readonly port?: number
  readonly open?: boolean
}

const usualPort = 4173
const viewerFolder = fileURLToPath(new URL('../viewer/', import.meta.url))

/** Serves until it is interrupted. */
export async function serve(_words: readonly string[], options: Options): Promise<void> {
  const listening = listenOptions(options)
  const start =
    options.on === undefined
      ? serveFolder(options.data, listening)
      : serveBaseOn(options.on, options.data, listening)
  const server = await start.catch((error: unknown) => {
    throw error instanceof CannotStart ? new WrongUse(whyNot(error.failure)) : error
  })
  process.stdout.write(`${server.url}\n`)
  if (server.others !== undefined) warnOfOthers(server.others)
  say(
    options.on === undefined
      ? 'Every saved file appears in the viewer. Ctrl+C ends it.'
      : 'Every push to the base appears in the viewer. Ctrl+C ends it.',
  )
  if (options.open) openBrowser(server.url)
  await untilInterrupted()
  await server.close()
}

function listenOptions({ port = usualPort, host }: Options): Listening {
  if (port > 65535) throw new WrongUse(`A port is a number from 0 to 65535, and "${port}" is none.`)
  if (host !== undefined && !isAddress(host)) {
    throw new WrongUse(
      `"--host" takes an IP address of this machine (0.0.0.0 is all of them), and "${host}" is none.`,
    )
  }
  const onEvent = (event: ServerEvent) => say(inWords(event))
  return { viewerFolder, port, tries: 20, onEvent, ...(host !== undefined && { host }) }
}

type Listening = ListenOptions & Pick<ServerOptions, 'viewerFolder'>

async function serveFolder(data: string | undefined, listening: Listening): Promise<RunningServer> {
  const dataFolder = findDataFolder(data)
  const editor = findEditor(process.env)
  if (editor.kind === 'missing') {
    say(`DOSSIER_EDITOR names "${editor.command}", which is not there: the viewer opens no files.`)
  }
  return startServer({
    ...listening,
    dataFolder,
    writeChange: (change) => whyNotWritten(dataFolder, [change]),
    layOut: layOutAside,
    ...(editor.kind === 'found' && { openEditor: editor.open }),
  })
}

async function serveBaseOn(
  address: string,
  data: string | undefined,
  listening: Listening,
): Promise<RunningServer> {
  const base = await openBaseOn(address, data)
  const { entities, relations } = base.facts.graph.counts
  say(`Asking for ${counted(entities, 'entity', 'entities')}, ${counted(relations, 'relation')}.`)
  const { startEngineServer } = await import('../server/start-engine-server.ts')
  return startEngineServer({ ...listening, base })
}

/** One that no browser can name, because it tells the cable too (`fe80::1%eth0`), is none. */
function isAddress(host: string): boolean {
  return isIP(host) !== 0 && !host.includes('%')
}

/** What it means to listen beyond the loopback. */
function warnOfOthers(addresses: readonly string[]): void {
  say('Warning: other machines can reach this server.')
  say(
    'Whoever has the address with its token reads all of the data; so does whoever listens in on the network, since nothing is encrypted.',
  )
  say('The viewer opens no editor and keeps no views then. Each start makes a new token.')
  for (const address of addresses) say(`From elsewhere: ${address}`)
}

function inWords(event: ServerEvent): string {
  switch (event.kind) {
    case 'port-taken':
      return `Port ${event.port} is taken; trying the next one.`
    case 'compiled': {
      const { entities, relations, errors, warnings, stale, milliseconds, first } = event
      const size = `${counted(entities, 'entity', 'entities')}, ${counted(relations, 'relation')}`
      const problems =
        errors + warnings === 0
          ? 'no problems'
          : `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`
      const kept = stale ? '; the viewer keeps the last graph without errors' : ''
      const told = `Compiled ${size} in ${Math.round(milliseconds)} ms: ${problems}${kept}.`
      if (first === undefined) return told
      const place = `${first.file}:${first.line}:${first.column}`
      return `${told} First: ${place} ${first.code}: ${first.message}`
    }
    case 'watching-failed':
      return `The system reports no changes (${event.reason}); the folder is looked at every half minute instead.`
    case 'compiling-failed':
      return `Dossier made a mistake, please report it: ${String(event.error)}`
    default:
      return event satisfies never
  }
}

function whyNot(failure: StartFailure): string {
  switch (failure.kind) {
    case 'no-free-port':
      return `All ports from ${failure.first} to ${failure.last} are taken. Choose another with "--port".`
    case 'cannot-listen':
      return `The system does not let Dossier listen at ${failure.host}, port ${failure.port} (${failure.reason}). Choose others with "--host" and "--port".`
    case 'viewer-missing':
      return `The viewer is not built: there is no ${failure.file}. Run "npm run build".`
    case 'data-unreadable':
      return `The folder "${failure.folder}" cannot be read (${failure.reason}).`
    default:
      return failure satisfies never
  }
}

/** Where no browser can be opened, the address that was printed is enough. */
function openBrowser(url: string): void {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open'
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => say('No browser could be opened. Open the address yourself.'))
    .unref()
}
