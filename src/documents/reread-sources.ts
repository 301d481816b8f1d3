import { lstatSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { compareText } from '../text/compare-text.ts'
import type { SourceFile } from './document.ts'
import { looksLikeYaml, readSource, readSources, type Sources } from './read-sources.ts'
import { planPath } from './unfinished-change.ts'

/** Paths in a data folder that may hold something else than before; all, where nobody can say which. */
export type Dirty = 'all' | ReadonlySet<string>

/** Reads what may have changed. Gives `last` itself when nothing has. Rejects as `readSources` does. */
export async function rereadSources(folder: string, last: Sources, dirty: Dirty): Promise<Sources> {
  const now = (dirty !== 'all' && readSome(folder, last, dirty)) || (await readSources(folder))
  return areSame(now, last) ? last : now
}

/** Nothing where one of the paths is more than a plain file that was written or removed. */
function readSome(folder: string, last: Sources, paths: ReadonlySet<string>): Sources | undefined {
  // Once an unfinished change is finished, it is about no file that anybody has named.
  if (last.diagnostics.some(({ span }) => span.file === planPath)) return undefined
  const read = new Map<string, SourceFile>()
  for (const path of paths) {
    if (isNothing(folder, path, last)) continue
    if (!path.endsWith('.yaml') || path.startsWith('../') || !isPlain(folder, path))
      return undefined
    const found = readSource(folder, path)
    if ('text' in found) read.set(path, found)
    else if (lstatSync(join(folder, path), { throwIfNoEntry: false })) return undefined
  }
  const kept = last.files.filter(({ path }) => !paths.has(path))
  const files = [...kept, ...read.values()]
  return {
    files: files.sort((a, b) => compareText(a.path, b.path)),
    diagnostics: last.diagnostics.filter(({ span }) => !paths.has(span.file)),
  }
}

/** A file that is no YAML, such as an editor writes beside the one that it saves, is and was nothing to the reader. */
function isNothing(folder: string, path: string, last: Sources): boolean {
  if (looksLikeYaml(path)) return false
  const state = lstatSync(join(folder, path), { throwIfNoEntry: false })
  const isOrWas = (file: string) => file === path || file.startsWith(`${path}/`)
  return (
    (state === undefined || state.isFile()) &&
    !last.files.some((file) => isOrWas(file.path)) &&
    !last.diagnostics.some(({ span }) => isOrWas(span.file))
  )
}

/** Its name is text, and it lies in folders that are no links: a link may have taken the place of one. */
function isPlain(folder: string, path: string): boolean {
  if (path.includes('\ufffd')) return false
  for (let above = dirname(path); above !== '.'; above = dirname(above)) {
    const stat = lstatSync(join(folder, above), { throwIfNoEntry: false })
    if (stat !== undefined && !stat.isDirectory()) return false
  }
  return true
}

export function areSame(a: Sources, b: Sources): boolean {
  return (
    a.files.length === b.files.length &&
    a.files.every(
      ({ path, text }, at) => path === b.files[at]?.path && text === b.files[at]?.text,
    ) &&
    isDeepStrictEqual(a.diagnostics, b.diagnostics)
  )
}
