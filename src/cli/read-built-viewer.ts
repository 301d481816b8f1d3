import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WrongUse } from './wrong-use.ts'

/** The files of the built viewer, in order of name: in a few files for a site, or in one script for a single page. */
export function readBuiltViewer(kind: 'viewer' | 'single'): Map<string, Buffer> {
  const folder = fileURLToPath(new URL(`../${kind}/`, import.meta.url))
  try {
    const names = readdirSync(folder).sort()
    return new Map(names.map((name) => [name, readFileSync(join(folder, name))]))
  } catch {
    throw new WrongUse(`The viewer is not built: "${folder}" cannot be read. Run "npm run build".`)
  }
}
