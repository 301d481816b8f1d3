import type { EngineServer } from '../engines/engine.ts'
import { openServer } from '../engines/open-server.ts'
import { type Counts, type PushReport, push } from '../engines/push.ts'
import { kebab } from '../text/kebab.ts'
import { listed } from '../text/listed.ts'
import { openSoundStream } from './open-folder.ts'
import { counted, print, printJson } from './output.ts'
import { progressLine } from './progress-line.ts'

interface Options {
  readonly data?: string
  readonly json?: boolean
  readonly dryRun?: boolean
}

/** Loads the checked base into a server: what differs, and no more. */
export async function pushBase([address = '']: readonly string[], options: Options): Promise<void> {
  const base = await openSoundStream(options.data)
  if (base === undefined) return
  const pushed = { graph: base.graph, files: base.sources.files }
  const { server, url, base: named } = await openServer(address, process.env)
  try {
    const name = base.graph.getAttribute('name')
    const namespace = named ?? (kebab(name) || 'base')
    const report = await pushTo(server, namespace, pushed, options.dryRun === true)
    if (options.json) printJson({ version: 1, base: namespace, ...report })
    else print(inWords(`${url}?base=${namespace}`, report, options.dryRun === true))
  } finally {
    await server.close()
  }
}

async function pushTo(
  server: EngineServer,
  namespace: string,
  base: Parameters<typeof push>[1],
  dryRun: boolean,
): Promise<PushReport> {
  const progress = progressLine()
  const onProgress = (done: number, total: number) =>
    progress.tell(`${dryRun ? 'Comparing' : 'Pushing'}: ${done} of ${total}`)
  try {
    return await push(server.engine(namespace), base, { dryRun, onProgress })
  } finally {
    progress.end()
  }
}

function inWords(place: string, report: PushReport, dryRun: boolean): string {
  const { added, changed, removed, unchanged } = report
  if (unchanged) return `${place} holds all of this already: nothing was written.`
  const told = [
    ...inCounts(added, 'added'),
    ...inCounts(changed, 'changed'),
    ...inCounts(removed, 'removed'),
  ]
  const what = told.length === 0 ? 'only what holds for the base as a whole' : told.join('; ')
  return dryRun ? `A push to ${place} would write: ${what}.` : `Pushed to ${place}: ${what}.`
}

/** `3 entities and 1 relation added`. */
function inCounts({ nodes, edges, files }: Counts, done: string): string[] {
  const parts = [
    ...(nodes > 0 ? [counted(nodes, 'entity', 'entities')] : []),
    ...(edges > 0 ? [counted(edges, 'relation')] : []),
    ...(files > 0 ? [counted(files, 'file')] : []),
  ]
  return parts.length === 0 ? [] : [`${listed(parts)} ${done}`]
}
