import { type CompiledParts, openCompiler } from '../compile.ts'
import { readSources, type Sources } from '../documents/read-sources.ts'
import { rereadSources } from '../documents/reread-sources.ts'
import { listEntries, stampFolder } from '../documents/stamp-folder.ts'
import { hasUnfinishedChange } from '../documents/unfinished-change.ts'
import { type AskedBase, BaseGone, type ServedBase } from '../mcp/asked-base.ts'
import { entitySearch } from '../queries/search-entities.ts'
import { keptGraph } from '../server/kept-graph.ts'
import { damageIn, type FoundFolder } from './open-folder.ts'
import { inlineAsUsual } from './tune-v8.ts'

/** What a look at the files has found. */
interface Seen {
  readonly sources: Sources
  readonly compiled: CompiledParts
  /** Of the state of the folder that was read; nothing where another state may look like it. */
  readonly stamp: string | undefined
}

/**
 * The base of a folder. Before each answer it is looked at again, and what edits have touched is made anew; one question
 * is answered after the other, since the graph changes in place.
 */
export function servedFolder({ path, folder }: FoundFolder): ServedBase {
  let compile = openCompiler()
  let graphOf = keptGraph()
  let seen: Seen | undefined
  let last: Promise<unknown> = Promise.resolve()

  const look = async (): Promise<AskedBase> => {
    const before = seen
    // Where making it fails, nothing half made is left.
    seen = undefined
    try {
      seen = await see(path, before, compile)
      // The first look is as the one of a command that ends after it; what follows goes on for hours.
      if (before === undefined) inlineAsUsual()
      return asked(seen.compiled, graphOf(seen.compiled.graph))
    } catch (error) {
      compile = openCompiler()
      graphOf = keptGraph()
      throw isOfTheDisk(error)
        ? new BaseGone(`The folder "${folder}" cannot be read (${error.code}).`)
        : error
    }
  }
  return {
    use: (work, signal) => {
      const turn = last.then(async () => {
        signal?.throwIfAborted()
        return work(await look())
      })
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

async function see(
  path: string,
  before: Seen | undefined,
  compile: (sources: Sources) => CompiledParts,
): Promise<Seen> {
  const now = Date.now()
  const entries = hasUnfinishedChange(path) ? undefined : listEntries(path)
  const stamp = entries && stampFolder(path, entries, now)?.hash
  if (before !== undefined && stamp !== undefined && stamp === before.stamp) return before
  const sources = await (before ? rereadSources(path, before.sources, 'all') : readSources(path))
  const compiled = sources === before?.sources ? before.compiled : compile(sources)
  // What could not be read may be readable the next time, without a change to the stamp.
  const isWhole = compiled.diagnostics.every(({ code }) => code !== 'unreadable-file')
  return { sources, compiled, stamp: isWhole ? stamp : undefined }
}

function asked(
  { diagnostics, indexOf }: CompiledParts,
  graph: ReturnType<ReturnType<typeof keptGraph>>,
): AskedBase {
  const damage = damageIn(diagnostics)
  return {
    ask: async (question) => question(graph),
    find: async (text, limit) => ({ found: entitySearch(graph)(text, limit), truncated: false }),
    checked: { diagnostics, textOf: indexOf },
    ...(damage !== undefined && {
      warning: `The data has ${damage}, so this answer may lack something. The tool check shows what is wrong.`,
    }),
  }
}

function isOfTheDisk(error: unknown): error is NodeJS.ErrnoException {
  return typeof (error as NodeJS.ErrnoException).syscall === 'string'
}
