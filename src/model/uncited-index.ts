import type { ChangedFacts } from './declared.ts'
import type { FileFacts } from './file-facts.ts'

/** Gives the sources that no file cites. `files` are all files as they are now. */
export type UncitedIndex = (
  changes: readonly ChangedFacts[],
  sources: ReadonlyMap<string, unknown>,
  files: ReadonlyMap<string, FileFacts>,
) => ReadonlySet<string>

/**
 * Of each source one file that cites it is remembered, its witness. Only where a witness is lost, or a source is new,
 * all files are asked for another.
 */
export function uncitedIndex(): UncitedIndex {
  const witnesses = new Map<string, string>()
  let uncited: ReadonlySet<string> = new Set()

  return (changes, sources, files) => {
    const changed = new Map(changes.map(({ path, now }) => [path, now]))
    for (const [id, path] of witnesses) {
      if (changed.has(path) || !sources.has(id)) witnesses.delete(id)
    }
    const open = new Set([...sources.keys()].filter((id) => !witnesses.has(id)))
    findWitnesses(open, changed, witnesses)
    const isNews = [...open].some((id) => !uncited.has(id))
    if (isNews && !isEach(files, changed)) findWitnesses(open, files, witnesses)
    uncited = open
    return open
  }
}

/** Takes the sources that are cited out of those that are open. */
function findWitnesses(
  open: Set<string>,
  files: ReadonlyMap<string, FileFacts | undefined>,
  witnesses: Map<string, string>,
): void {
  for (const [path, facts] of files) {
    if (open.size === 0) return
    for (const source of facts ? citedIn(facts) : []) {
      if (open.delete(source)) witnesses.set(source, path)
    }
  }
}

function citedIn({ mentions, rest }: FileFacts): readonly string[] {
  return [...mentions.citations.map(({ source }) => source), ...rest.mayCite]
}

function isEach(
  files: ReadonlyMap<string, unknown>,
  changed: ReadonlyMap<string, FileFacts | undefined>,
): boolean {
  return files.size === [...changed.values()].filter((facts) => facts !== undefined).length
}
