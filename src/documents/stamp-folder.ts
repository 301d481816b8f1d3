import { createHash } from 'node:crypto'
import { type Dirent, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { looksLikeYaml } from './read-sources.ts'

/** What tells one state of a data folder from another without reading its files. */
export interface FolderStamp {
  readonly hash: string
  /** Of the YAML files, in no order. */
  readonly paths: ReadonlySet<string>
}

/** A file that was changed this short a time ago may change again within one tick of its disk's clock. */
const settled = 2_000

/**
 * Made of the name, inode, size and times of all that `readSources` looks at; no program can set the time of a change.
 * Nothing when something has changed just now (`now` is in milliseconds since 1970) or cannot be looked at: such a
 * state may look like the next one.
 */
export function stampFolder(folder: string, now: number): FolderStamp | undefined {
  const stamps: string[] = []
  const paths = new Set<string>()
  try {
    for (const { path, entry } of entriesBelow(folder)) {
      if (!entry.isFile()) stamps.push(`${path}\0${kindOf(entry)}`)
      else if (looksLikeYaml(path)) {
        const { ino, size, mtimeMs, ctimeMs } = lstatSync(join(folder, path))
        if (Math.max(mtimeMs, ctimeMs) > now - settled) return undefined
        stamps.push(`${path}\0${ino} ${size} ${mtimeMs} ${ctimeMs}`)
        if (path.endsWith('.yaml')) paths.add(path)
      }
    }
  } catch {
    return undefined
  }
  return { hash: createHash('sha256').update(stamps.sort().join('\n')).digest('hex'), paths }
}

interface Found {
  readonly path: string
  readonly entry: Dirent
}

function* entriesBelow(folder: string, below = ''): Generator<Found> {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    yield { path, entry }
    if (entry.isDirectory()) yield* entriesBelow(folder, path)
  }
}

function kindOf(entry: Dirent): string {
  return entry.isDirectory() ? 'folder' : 'other'
}
