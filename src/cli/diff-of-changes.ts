import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { formatPatch, type StructuredPatch, structuredPatch } from 'diff'
import type { FileChange } from '../edits/file-change.ts'

/**
 * The changes as a patch that `git apply` takes. Its paths begin at the root of the repository that the folder is in,
 * as those of git do; without one, at the folder that holds the data folder.
 */
export function diffOfChanges(folder: string, changes: readonly FileChange[]): string {
  const data = resolve(folder)
  const root = repositoryOf(data)
  const fromRoot = (path: string) => relative(root, join(data, path)).split(sep).join('/')
  const named = changes.map((change) => ({ ...change, path: fromRoot(change.path) }))
  const move = moveIn(named)
  const patches = named
    .filter((change) => change !== move?.gone)
    .map((change) => (change === move?.come ? movePatch(move) : patchOf(change)))
  return patches.map((patch) => formatPatch(patch)).join('')
}

function repositoryOf(data: string): string {
  for (let folder = data; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (dirname(folder) === folder) return dirname(data)
  }
}

interface Move {
  readonly gone: FileChange
  readonly come: FileChange
}

/** The one file that goes and comes back under another name, with most of its lines: shown as what differs. */
function moveIn(changes: readonly FileChange[]): Move | undefined {
  const [gone, ...alsoGone] = changes.filter(({ after }) => after === undefined)
  const [come, ...alsoCome] = changes.filter(({ before }) => before === undefined)
  if (!gone || !come || alsoGone.length + alsoCome.length > 0) return undefined
  const lines = movePatch({ gone, come }).hunks.flatMap((hunk) => hunk.lines)
  const lost = lines.filter((line) => line.startsWith('-')).length
  const all = gone.before?.split('\n').length ?? 0
  return lost * 2 <= all ? { gone, come } : undefined
}

function movePatch({ gone, come }: Move): StructuredPatch {
  return { ...git(gone.path, come.path, gone.before, come.after), isRename: true }
}

function patchOf({ path, before, after }: FileChange): StructuredPatch {
  const patch = git(path, path, before, after)
  if (before === undefined) return { ...patch, oldFileName: '/dev/null', isCreate: true }
  if (after === undefined) return { ...patch, newFileName: '/dev/null', isDelete: true }
  return patch
}

function git(from: string, to: string, before = '', after = ''): StructuredPatch {
  const options = { context: 3 }
  const patch = structuredPatch(
    `a/${from}`,
    `b/${to}`,
    before,
    after,
    undefined,
    undefined,
    options,
  )
  return { ...patch, isGit: true }
}
