import { relative } from 'node:path'
import type { Compilation } from '../compile.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type OnRead, readSources, type Sources } from '../documents/read-sources.ts'
import { NoRoom } from '../documents/shelf.ts'
import { type KeepText, shelving } from '../documents/shelved-file.ts'
import type { GraphStream } from '../graph/graph-stream.ts'
import type { LineIndex } from '../text/line-index.ts'
import { lineIndexes } from '../text/line-indexes.ts'
import { exitCodes } from './exit-codes.ts'
import { findDataFolder } from './find-data-folder.ts'
import { say } from './output.ts'
import { spareMemory } from './tune-v8.ts'
import { WrongUse } from './wrong-use.ts'

export interface FoundFolder {
  readonly path: string
  /** As the user would type it. */
  readonly folder: string
}

export interface OpenFolder extends FoundFolder {
  readonly sources: Sources
  readonly textOf: (path: string) => LineIndex | undefined
}

/** The data folder that the command is about. */
export function findFolder(data: string | undefined): FoundFolder {
  const path = findDataFolder(data)
  return { path, folder: relative(process.cwd(), path) || '.' }
}

export async function readFolder(
  path: string,
  folder: string,
  onRead?: OnRead,
  keep?: KeepText,
): Promise<Sources> {
  return readSources(path, onRead, keep).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof NoRoom) throw error
    throw new WrongUse(`The folder "${folder}" cannot be read (${error.code}).`)
  })
}

/** Finds the data folder and reads it. */
export async function openFolder(data: string | undefined, keep?: KeepText): Promise<OpenFolder> {
  const { path, folder } = findFolder(data)
  const sources = await readFolder(path, folder, undefined, keep)
  return { path, folder, sources, textOf: lineIndexes(sources.files) }
}

/** Compiles it for a question of the graph; of damaged data it says so on stderr and sets the exit code for that. */
export async function openGraph(data: string | undefined): Promise<Compilation> {
  const compilation = await compileFolder(data)
  const damage = damageIn(compilation.diagnostics)
  if (damage === undefined) return compilation
  say(
    `The data has ${damage}, so the answer may lack something. "dossier check" shows what is wrong.`,
  )
  process.exitCode = exitCodes.errorsInData
  return compilation
}

/** Compiles it for what must be whole; of damaged data it says so on stderr, sets the exit code and gives nothing. */
export async function openSoundBase(data: string | undefined): Promise<CompiledFolder | undefined> {
  const compilation = await compileFolder(data)
  return isSound(compilation.diagnostics) ? compilation : undefined
}

/** The same for who takes the graph piece by piece. Of a large base the findings alone would fill much of the memory: they go. */
export async function openSoundStream(
  data: string | undefined,
): Promise<{ readonly graph: GraphStream; readonly sources: Sources } | undefined> {
  const { sources } = await openFolder(data, shelving())
  spareMemory(sources)
  const { compileToStream } = await import('../compile.ts')
  const { graph, diagnostics } = compileToStream(sources)
  return isSound(diagnostics) ? { graph, sources } : undefined
}

function isSound(diagnostics: readonly Diagnostic[]): boolean {
  const damage = damageIn(diagnostics)
  if (damage === undefined) return true
  say(`Nothing was written: the data has ${damage}. "dossier check" shows what is wrong.`)
  process.exitCode = exitCodes.errorsInData
  return false
}

export interface CompiledFolder extends Compilation {
  readonly sources: Sources
}

async function compileFolder(data: string | undefined): Promise<CompiledFolder> {
  const { sources } = await openFolder(data)
  const { compile } = await import('../compile.ts')
  return { ...compile(sources), sources }
}

/** `2 errors (in people/ada.yaml and elsewhere)`; nothing where there are none. */
export function damageIn(diagnostics: readonly Diagnostic[]): string | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  // What cannot be read makes mistakes of all that refers to it.
  const first = errors.find(({ code }) => code === 'unreadable-file') ?? errors[0]
  if (first === undefined) return undefined
  const { file } = first.span
  return errors.length === 1
    ? `an error (in ${file})`
    : `${errors.length} errors (in ${file} and elsewhere)`
}
