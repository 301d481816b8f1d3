import { type CompiledParts, openCompiler } from '../compile.ts'
import { readSources, type Sources } from '../documents/read-sources.ts'
import { CannotStart } from './cannot-start.ts'
import { countErrors, describeStatus } from './describe-status.ts'
import type { Seen } from './follow-folder.ts'
import { readPlaces } from './kept-places.ts'
import { openServedGraph, type ServedGraph } from './served-graph.ts'
import type { ServerEvent } from './server-event.ts'
import type { Status } from './status.ts'

/** What one look at the data folder found. */
export interface Look extends Seen {
  readonly status: Status
  /** The graph that is shown was made from data without errors, now or earlier. */
  readonly whole: boolean
  readonly event: ServerEvent
}

export interface Watchman {
  readonly first: Look
  /** Has a further look; the graph then shows what it found. */
  readonly see: (sources: Sources, last: Look) => Look
  readonly graph: ServedGraph
}

/** Has a first look. There must be a folder to begin with; what becomes of it later is a diagnostic. */
export async function lookAtBase(folder: string): Promise<Watchman> {
  const sources = await readSources(folder).catch((error: unknown) => {
    throw new CannotStart({ kind: 'data-unreadable', folder, reason: reasonOf(error) })
  })
  let compile = openCompiler()
  const began = performance.now()
  const compiled = compile(sources)
  const graph = openServedGraph(compiled.graph, readPlaces(folder))
  const first = describeLook(sources, compiled, graph, false, began)

  const look = (now: Sources, last: Look): Look => {
    const began = performance.now()
    const compiled = compile(now)
    // Errors never replace a graph without errors: that one stays, and the status calls it stale.
    const stale = last.whole && countErrors(compiled.diagnostics) > 0
    if (!stale) graph.show(compiled.graph)
    return describeLook(now, compiled, graph, stale, began)
  }
  const see = (now: Sources, last: Look): Look => {
    try {
      return look(now, last)
    } catch (error) {
      // A mistake of ours must not end the work of a person whose files we could not take.
      compile = openCompiler()
      const status = { ...last.status, graph: graph.version() }
      return { ...last, sources: now, status, event: { kind: 'compiling-failed', error } }
    }
  }
  return { first, see, graph }
}

function describeLook(
  sources: Sources,
  { graph: { attributes }, diagnostics, views, indexOf }: CompiledParts,
  graph: ServedGraph,
  stale: boolean,
  began: number,
): Look {
  const status = describeStatus(graph.version(), stale, diagnostics, indexOf, views)
  const { errors, warnings } = status
  const event: ServerEvent = {
    kind: 'compiled',
    errors,
    warnings,
    entities: attributes.counts.entities,
    relations: attributes.counts.relations,
    milliseconds: performance.now() - began,
    first: status.diagnostics.find(({ severity }) => severity === 'error'),
    stale,
  }
  return { sources, diagnostics, status, whole: stale || errors === 0, event }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
