import { relative } from 'node:path'
import { type Compilation, compile, lineIndexes } from '../compile.ts'
import { readSources } from '../documents/read-sources.ts'
import { escapeForTerminal } from '../text/escape-for-terminal.ts'
import type { LineIndex } from '../text/line-index.ts'
import { exitCodes } from './exit-codes.ts'
import { findDataFolder } from './find-data-folder.ts'
import { say } from './output.ts'
import { WrongUse } from './wrong-use.ts'

export interface OpenBase extends Compilation {
  /** As the user would type it. */
  readonly folder: string
  readonly fileCount: number
  readonly textOf: (path: string) => LineIndex | undefined
}

/** Reads and compiles the knowledge base that the command is about. */
export async function openBase(data: string | undefined): Promise<OpenBase> {
  const path = findDataFolder(data)
  const folder = relative(process.cwd(), path) || '.'
  const sources = await readSources(path).catch((error: NodeJS.ErrnoException) => {
    throw new WrongUse(`The folder "${folder}" cannot be read (${error.code}).`)
  })
  return {
    ...compile(sources),
    folder,
    fileCount: sources.files.length,
    textOf: lineIndexes(sources.files),
  }
}

/** For a question of the graph: says on stderr that it is asked of damaged data, and gives the exit code for that. */
export async function openGraph(data: string | undefined): Promise<OpenBase> {
  const base = await openBase(data)
  const errors = base.diagnostics.filter(({ severity }) => severity === 'error').length
  if (errors === 0) return base
  const [first] = base.diagnostics
  say(
    `The data has ${errors === 1 ? 'an error' : `${errors} errors`} (in ${escapeForTerminal(first?.span.file ?? '')}${
      errors === 1 ? '' : ' and others'
    }), so the answer may lack something. "dossier check" shows what is wrong.`,
  )
  process.exitCode = exitCodes.errorsInData
  return base
}
