import { createHash } from 'node:crypto'
import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { compareText } from '../text/compare-text.ts'
import { looksLikeYaml } from './read-sources.ts'

/** What tells one state of a data folder from another without reading its files. */
export interface FolderStamp {
  readonly hash: string
  /** Of the YAML files, in no order. */
  readonly paths: ReadonlySet<string>
}

/** A file that was changed this short a time ago may change again within one tick of its disk's clock. */
const settled = 2_000

/** What of a data folder's content matters, before any of it is looked at. */
export type FolderEntries = readonly FolderEntry[]

/** What the system tells of a file. */
export type FileState = Pick<Stats, 'ino' | 'size' | 'mtimeMs' | 'ctimeMs'>

/** Nothing where a part of the folder cannot be listed. */
export function listEntries(folder: string): FolderEntries | undefined {
  try {
    return [...entriesBelow(folder)]
  } catch {
    return undefined
  }
}

/**
 * Made of the name, inode, size and times of all that `readSources` looks at; no program can set the time of a change.
 * Nothing when something has changed just now (`now` is in milliseconds since 1970) or cannot be looked at: such a
 * state may look like the next one. Files whose state is `known`, because they have been read, are not asked for again.
 */
export function stampFolder(
  folder: string,
  entries: FolderEntries,
  now: number,
  known: Pick<ReadonlyMap<string, FileState>, 'get'> = new Map<string, FileState>(),
): FolderStamp | undefined {
  const hash = createHash('sha256')
  const paths = new Set<string>()
  let isFirst = true
  for (const { path, kind } of entries.toSorted(byPath)) {
    const state = kind === 'file' ? (known.get(path) ?? stateOf(join(folder, path))) : kind
    if (state === undefined || isFresh(state, now)) return undefined
    hash.update(`${isFirst ? '' : '\n'}${path}\0${inWords(state)}`)
    isFirst = false
    if (typeof state === 'object' && path.endsWith('.yaml')) paths.add(path)
  }
  return { hash: hash.digest('hex'), paths }
}

function byPath(a: FolderEntry, b: FolderEntry): number {
  return compareText(a.path, b.path)
}

function stateOf(path: string): FileState | undefined {
  try {
    return lstatSync(path)
  } catch {
    return undefined
  }
}

function isFresh(state: FileState | string, now: number): boolean {
  return typeof state === 'object' && Math.max(state.mtimeMs, state.ctimeMs) > now - settled
}

function inWords(state: FileState | string): string {
  if (typeof state === 'string') return state
  const { ino, size, mtimeMs, ctimeMs } = state
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`
}

interface FolderEntry {
  readonly path: string
  readonly kind: 'file' | 'folder' | 'other'
}

function* entriesBelow(folder: string, below = ''): Generator<FolderEntry> {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue
    if (entry.isFile() && !looksLikeYaml(entry.name)) continue
    const path = below === '' ? entry.name : [below, entry.name].join('/')
    yield { path, kind: kindOf(entry) }
    if (entry.isDirectory()) yield* entriesBelow(folder, path)
  }
}

function kindOf(entry: Dirent): FolderEntry['kind'] {
  if (entry.isFile()) return 'file'
  return entry.isDirectory() ? 'folder' : 'other'
}
