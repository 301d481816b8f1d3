import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeWithAbove } from './make-with-above.ts'
import { refuseLinks } from './refuse-links.ts'
import { writeFile } from './write-file.ts'
import { WrongUse } from './wrong-use.ts'

/**
 * Adds entries to a map in a settings file and keeps all else that it says. False where the file cannot be read as
 * plain JSON; it is left untouched then, because comments in it would be lost.
 */
export async function addToSettings(file: string, key: string, entries: object): Promise<boolean> {
  refuseLinks([dirname(file), file])
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw new WrongUse(`"${file}" cannot be read (${error.code}).`)
  })
  const settings = mapIn(text)
  const own = settings === undefined ? undefined : (settings[key] ?? {})
  if (!isMap(own)) return false
  await makeWithAbove(dirname(file)).catch((error: NodeJS.ErrnoException) => {
    throw new WrongUse(`"${dirname(file)}" cannot be made (${error.code}).`)
  })
  const merged = { ...settings, [key]: { ...own, ...entries } }
  await writeFile(file, [JSON.stringify(merged, null, 2), '\n'])
  return true
}

function mapIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isMap(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
