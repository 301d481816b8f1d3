import { createReadStream, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ImportInput } from '../imports/import-format.ts'
import { WrongUse } from './wrong-use.ts'

/** The files of an import, opened when they are read; "-" is stdin. Nothing else is read. */
export function importInputs(paths: readonly string[]): ImportInput[] {
  if (paths.filter((path) => path === '-').length > 1) {
    throw new WrongUse('"-" is one text from stdin. Name it once.')
  }
  return paths.map((path) => {
    if (path === '-') return { name: 'stdin', bytes: process.stdin }
    const found = statSync(path, { throwIfNoEntry: false })
    if (found === undefined) throw new WrongUse(`There is no file "${path}".`)
    if (found.isDirectory()) {
      throw new WrongUse(`"${path}" is a folder. Name the files in it that are to be imported.`)
    }
    return { name: basename(path), bytes: chunksOf(path) }
  })
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path)
  } catch (error) {
    throw new WrongUse(`"${path}" cannot be read (${codeOf(error)}).`)
  }
}

/** The text of a mapping file. */
export async function readMapping(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error) => {
    throw new WrongUse(`The mapping "${path}" cannot be read (${codeOf(error)}).`)
  })
}

function codeOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  return code
}
