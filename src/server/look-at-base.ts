import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type Compilation, compile } from '../compile.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { unreadableFile } from '../diagnostics/problems/files.ts'
import { readSources, type Sources } from '../documents/read-sources.ts'
import { CannotStart } from './cannot-start.ts'
import { countErrors } from './describe-status.ts'
import type { ServerEvent } from './server-event.ts'
import { type Snapshot, takeSnapshot } from './snapshot.ts'

/** What one look at the data folder found. */
export interface Look {
  readonly sources: Sources
  readonly diagnostics: readonly Diagnostic[]
  readonly snapshot: Snapshot
  readonly event: ServerEvent
}

/** There must be a folder to begin with; what becomes of it later is a diagnostic. */
export async function lookAtBase(folder: string): Promise<Look> {
  const began = performance.now()
  const sources = await readSources(folder).catch((error: unknown) => {
    throw new CannotStart({ kind: 'data-unreadable', folder, reason: reasonOf(error) })
  })
  return compileSources(sources, undefined, began)
}

/** Nothing when the content is what it was. */
export async function lookAgain(folder: string, last: Look): Promise<Look | undefined> {
  const began = performance.now()
  const sources = await readSources(folder).catch((error: unknown) => ({
    files: [],
    diagnostics: [unreadableFile(basename(folder), reasonOf(error))],
  }))
  if (isDeepStrictEqual(sources, last.sources)) return undefined
  try {
    return compileSources(sources, last.snapshot, began)
  } catch (error) {
    // A mistake of ours must not end the work of a person whose files we could not take.
    return { ...last, sources, event: { kind: 'compiling-failed', error } }
  }
}

function compileSources(sources: Sources, last: Snapshot | undefined, began: number): Look {
  const compilation = compile(sources)
  const snapshot = takeSnapshot(compilation, sources.files, last)
  const event = describeCompilation(compilation, snapshot, performance.now() - began)
  return { sources, diagnostics: compilation.diagnostics, snapshot, event }
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
