import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { reasonOf } from './reason-of.ts'
import { writeFiles } from './write-file.ts'
import { WrongUse } from './wrong-use.ts'

/** Writes each table as a file into a folder, which is made where there is none; what else is in it stays. */
export async function writeTables(
  folder: string,
  tables: Iterable<readonly [file: string, chunks: Iterable<string>]>,
): Promise<void> {
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return
    throw new WrongUse(`"${folder}" cannot be made: ${reasonOf(error.code ?? '')}.`)
  })
  await writeFiles(inFolder(folder, tables))
}

/** Made when they are asked for, so that one at a time is in memory. */
function* inFolder(
  folder: string,
  tables: Iterable<readonly [file: string, chunks: Iterable<string>]>,
): Generator<readonly [path: string, chunks: Iterable<string>]> {
  for (const [file, chunks] of tables) yield [join(folder, file), chunks]
}
