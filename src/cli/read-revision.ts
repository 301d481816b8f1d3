import { spawnSync } from 'node:child_process'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { fileTooLarge, ignoredFile } from '../diagnostics/problems/files.ts'
import type { SourceFile } from '../documents/document.ts'
import { largestFile, type Sources, sourceOfBytes } from '../documents/read-sources.ts'
import { compareText } from '../text/compare-text.ts'

export type ReadRevision =
  | { readonly ok: true; readonly sources: Sources }
  | { readonly ok: false; readonly reason: 'no-git' | 'no-repository' | 'no-revision' }

/**
 * What a data folder held at a revision of its git repository: a commit, a tag, a branch, `HEAD~3`. It is read from git's
 * own store: nothing is checked out, and no hook or filter of the repository runs. A revision in which there was no such
 * folder held nothing.
 */
export function readRevision(folder: string, revision: string): ReadRevision {
  const prefix = git(folder, ['rev-parse', '--show-prefix'])
  if (prefix === 'no-git') return { ok: false, reason: 'no-git' }
  if (prefix === 'failed') return { ok: false, reason: 'no-repository' }
  const commit = treeOf(folder, revision, '')
  if (commit === undefined) return { ok: false, reason: 'no-revision' }
  const path = String(prefix).replace(/\/?\n$/, '')
  const tree = path === '' ? commit : treeOf(folder, commit, path)
  return { ok: true, sources: tree === undefined ? nothing : sourcesIn(folder, tree) }
}

const nothing: Sources = { files: [], diagnostics: [] }

function treeOf(folder: string, revision: string, path: string): string | undefined {
  const named = path === '' ? `${revision}^{tree}` : `${revision}:${path}`
  const found = git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', named])
  const id = String(found).trim()
  // An older git repeats the option before the name.
  return /^[0-9a-f]{40,64}$/.test(id) ? id : /\n([0-9a-f]{40,64})$/.exec(id)?.[1]
}

function sourcesIn(folder: string, tree: string): Sources {
  const entries = String(git(folder, ['ls-tree', '-r', '-z', '--long', '--full-tree', tree]))
    .split('\0')
    .flatMap((line) => entryIn(line) ?? [])
    .sort((a, b) => compareText(a.path, b.path))
  const read = entries.filter((entry) => entry.isFile && entry.size <= largestFile)
  const bytes = contentsOf(
    folder,
    read.map(({ id }) => id),
  )
  const found = [
    ...read.map(({ path }, index) => sourceOfBytes(path, bytes[index] ?? Buffer.alloc(0))),
    ...entries.flatMap((entry) => refusalOf(entry) ?? []),
  ]
  const isSource = (one: SourceFile | Diagnostic): one is SourceFile => 'text' in one
  return {
    files: found.filter(isSource),
    diagnostics: found.filter((one): one is Diagnostic => !isSource(one)),
  }
}

interface Entry {
  readonly path: string
  readonly id: string
  readonly size: number
  readonly isFile: boolean
}

/** Of `100644 blob 5b1d… 1234<TAB>people/ada.yaml`; nothing of what is no data. */
function entryIn(line: string): Entry | undefined {
  const [, mode = '', id = '', size = '', path = ''] =
    /^(\d+) \S+ (\S+) +(\S+)\t(.*)$/s.exec(line) ?? []
  if (!path.endsWith('.yaml') || /(^|\/)\./.test(path)) return undefined
  return { path, id, size: Number(size), isFile: mode.startsWith('100') }
}

function refusalOf({ path, size, isFile }: Entry): Diagnostic | undefined {
  if (!isFile) return ignoredFile(path, 'symbolic-link')
  return size > largestFile ? fileTooLarge(path, size, largestFile) : undefined
}

/** The bytes of objects, in the order in which they are asked for. */
function contentsOf(folder: string, ids: readonly string[]): Buffer[] {
  if (ids.length === 0) return []
  const told = git(folder, ['cat-file', '--batch'], `${ids.join('\n')}\n`)
  if (!Buffer.isBuffer(told)) return []
  const contents: Buffer[] = []
  for (let at = 0; at < told.length; ) {
    const end = told.indexOf('\n', at)
    const size = Number(told.toString('latin1', at, end).split(' ')[2] ?? 0)
    contents.push(told.subarray(end + 1, end + 1 + size))
    at = end + 1 + size + 1
  }
  return contents
}

function git(folder: string, words: readonly string[], input = ''): Buffer | 'no-git' | 'failed' {
  const { error, status, stdout } = spawnSync('git', ['--no-pager', ...words], {
    ...{ cwd: folder, input, maxBuffer: 2 ** 31, stdio: ['pipe', 'pipe', 'ignore'] },
    // What is not there is not fetched, nothing is locked, and nobody is asked for a password.
    env: {
      ...process.env,
      GIT_NO_LAZY_FETCH: '1',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
    },
  })
  if (error !== undefined) return 'no-git'
  return status === 0 ? stdout : 'failed'
}
