import { type Compilation, openCompiler } from '../compile.ts'
import { readSources, type Sources } from '../documents/read-sources.ts'
import { CannotStart } from './cannot-start.ts'
import { countErrors } from './describe-status.ts'
import type { Seen } from './follow-folder.ts'
import type { ServerEvent } from './server-event.ts'
import { type Snapshot, takeSnapshot } from './snapshot.ts'

/** What one look at the data folder found. */
export interface Look extends Seen {
  readonly snapshot: Snapshot
  readonly event: ServerEvent
}

export interface Watchman {
  readonly first: Look
  readonly see: (sources: Sources, last: Look) => Look
}

/** Has a first look. There must be a folder to begin with; what becomes of it later is a diagnostic. */
export async function lookAtBase(folder: string): Promise<Watchman> {
  const sources = await readSources(folder).catch((error: unknown) => {
    throw new CannotStart({ kind: 'data-unreadable', folder, reason: reasonOf(error) })
  })
  const compile = openCompiler()
  const look = (now: Sources, last: Snapshot | undefined): Look => {
    const began = performance.now()
    const compilation = compile(now)
    const snapshot = takeSnapshot(compilation, now.files, last)
    const event = describeCompilation(compilation, snapshot, performance.now() - began)
    return { sources: now, diagnostics: compilation.diagnostics, snapshot, event }
  }
  return {
    first: look(sources, undefined),
    see: (now, last) => {
      try {
        return look(now, last.snapshot)
      } catch (error) {
        // A mistake of ours must not end the work of a person whose files we could not take.
        return { ...last, sources: now, event: { kind: 'compiling-failed', error } }
      }
    },
  }
}

function describeCompilation(
  { graph, diagnostics }: Compilation,
  { status }: Snapshot,
  milliseconds: number,
): ServerEvent {
  const errors = countErrors(diagnostics)
  return {
    kind: 'compiled',
    errors,
    warnings: diagnostics.length - errors,
    entities: graph.order,
    relations: graph.size,
    milliseconds,
    first: status.diagnostics.find(({ severity }) => severity === 'error'),
    stale: status.stale,
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
