import type { FileChange } from '../edits/file-change.ts'
import { identityPath } from '../model/own-files.ts'
import {
  hashOfText,
  idIn,
  isUntouched,
  type Manifest,
  type WrittenFile,
  withFreed,
} from './import-manifest.ts'

export interface RefactoredId {
  readonly kind: 'rename' | 'merge'
  readonly from: string
  readonly to: string
}

/**
 * What the next import has to know after a refactoring: what things are called now. A file in which nothing but an id
 * has changed counts as untouched still.
 */
export function refactoredManifest(
  manifest: Manifest,
  changes: readonly FileChange[],
  { kind, from, to }: RefactoredId,
): Manifest {
  const isMerge = kind === 'merge'
  const texts = new Map(changes.map((change) => [change.path, change]))
  const files = new Map<string, WrittenFile>()
  for (const [path, known] of manifest.files) {
    const isFrom = idIn(path) === from
    if (isFrom && isMerge) continue
    const now = isFrom ? path.replace(/[^/]*$/, `${to}.yaml`) : path
    const isRewritten = isMerge && (idIn(path) === to || path === identityPath)
    files.set(now, isRewritten ? known : rewritten(known, texts.get(path), texts.get(now)))
  }
  const { ids, merged, folders } = manifest
  const rename = (id: string) => (id === from ? to : id)
  const renamed = (table: typeof ids) =>
    Array.from(table, ([key, id]) => [key, rename(id)] as const)
  const without = (gone: string) => new Map([...ids].filter(([, id]) => id !== gone))
  const joined = isMerge ? renamed(ids).filter(([key]) => ids.get(key) === from) : []
  return {
    ...{ ...manifest, files },
    // What had the new id once and is gone has lost it.
    ids: isMerge ? without(from) : new Map(renamed(without(to))),
    freed: withFreed(manifest.freed, [from], [to]),
    merged: new Map([...renamed(merged), ...joined]),
    folders: new Map(Array.from(folders, ([id, at]) => [rename(id), at])),
  }
}

function rewritten(known: WrittenFile, from?: FileChange, to?: FileChange): WrittenFile {
  if (from?.before === undefined || to?.after === undefined) return known
  return isUntouched(from.before, known) ? { written: hashOfText(to.after) } : known
}
