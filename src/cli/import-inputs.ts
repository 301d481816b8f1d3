import { createReadStream, readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ImportFormat, ImportInput } from '../imports/import-format.ts'
import { WrongUse } from './wrong-use.ts'

/** The files that were named, and those of the format in the folders that were, in order of name. */
export function filesNamed(
  paths: readonly string[],
  { takesMany, extensions }: ImportFormat,
): readonly string[] {
  return paths.flatMap((path) => {
    const isFolder = path !== '-' && statSync(path, { throwIfNoEntry: false })?.isDirectory()
    return isFolder && takesMany ? filesIn(path, extensions) : [path]
  })
}

function filesIn(folder: string, extensions: readonly string[]): string[] {
  const isOne = (name: string) =>
    extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`))
  const files = namesIn(folder)
    .filter((name) => isOne(name) && !name.startsWith('.'))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
  if (files.length > 0) return files
  const endings = extensions.map((extension) => `".${extension}"`).join(' or ')
  throw new WrongUse(`The folder "${folder}" has no file that ends in ${endings}.`)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    throw new WrongUse(`"${folder}" cannot be read (${codeOf(error)}).`)
  }
}

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
