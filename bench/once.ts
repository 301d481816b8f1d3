import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { say } from './say.ts'

/** Where all that a bench makes is kept, from one run to the next. */
export const made = '.bench'

/** Makes something once for each version of what it is made from; `at` is its file or folder below `.bench/`. */
export function once(
  what: string,
  at: string,
  madeFrom: string,
  make: (at: string) => void,
): string {
  const path = `${made}/${at}`
  const stamp = `${path}.made-from`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === madeFrom) return path
  say(`Making ${what} …`)
  mkdirSync(dirname(path), { recursive: true })
  make(path)
  writeFileSync(stamp, madeFrom)
  return path
}
