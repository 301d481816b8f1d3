import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { readSources, type Sources } from '../documents/read-sources.ts'
import { type FixedProblems, fixProblems, type WhatToFix } from '../edits/fix-problems.ts'
import { type CheckedModel, openChecker } from '../model/check-model.ts'
import type { Search } from '../queries/search-entities.ts'
import { baseSearch } from './base-search.ts'
import { filesInEditor } from './files-in-editor.ts'

/** What the folder of a base held at one moment, and what was wrong then. */
interface Seen {
  readonly sources: Sources
  readonly diagnostics: readonly Diagnostic[]
}

/** Tells every change of a folder's content until it is closed; `refresh` has it look at a file, or at all of them. */
export type Follow = (
  folder: string,
  follower: {
    readonly first: Seen
    readonly see: (sources: Sources) => Seen
    readonly onChange: (seen: Seen) => void
    readonly onWatchingFailed: (reason: string) => void
  },
) => { readonly refresh: (path?: string) => void; readonly close: () => Promise<void> }

/** A base as the editor has it, checked. */
export interface View extends CheckedModel {
  readonly sources: Sources
}

/** A base that follows the editor and the disk. */
export interface LiveBase {
  readonly folder: string
  /** Checks what was not checked yet. */
  readonly look: () => View
  /** The last check, which may be older than the last letter that was typed. */
  readonly last: () => View
  /** An open document has another text, or is open no longer. */
  readonly changed: () => void
  /** A file on the disk may have changed. */
  readonly refresh: (path?: string) => void
  /** What the fixes make of the files as they were looked at last. */
  readonly fix: (what: Omit<WhatToFix, 'check'>) => FixedProblems
  readonly search: () => Search
  readonly close: () => Promise<void>
}

interface Surroundings {
  readonly follow: Follow
  /** The texts of the open documents by their paths in the folder. */
  readonly openTexts: () => ReadonlyMap<string, string>
  readonly onChecked: (view: View) => void
  readonly onWatchingFailed: (reason: string) => void
}

/** In milliseconds: who types has pressed the next key by then, or rests. */
const shortest = 30
/** Nobody waits longer, not even for a check that takes long: of all, or after an edit of the ontology. */
const longest = 500

/** Reads the folder and checks it. Rejects where the folder cannot be listed. */
export async function openLiveBase(
  folder: string,
  { follow, openTexts, onChecked, onWatchingFailed }: Surroundings,
): Promise<LiveBase> {
  const check = openChecker()
  let disk = await readSources(folder)
  let timer: NodeJS.Timeout | undefined
  let took = 0

  const viewOf = (onDisk: Sources): View => {
    const began = performance.now()
    const sources = filesInEditor(onDisk, openTexts())
    const view = { ...check(sources), sources }
    took = performance.now() - began
    return view
  }
  let view = viewOf(disk)
  // The first check is of all, and tells nothing of how long the next one takes.
  took = 0
  const lookAgain = () => {
    clearTimeout(timer)
    timer = undefined
    view = viewOf(disk)
    onChecked(view)
  }
  const look = () => {
    if (timer !== undefined) lookAgain()
    return view
  }
  // A check that takes long comes less often, so that there is time for what the editor asks in between.
  const changed = () => {
    timer ??= setTimeout(lookAgain, Math.min(longest, Math.max(shortest, 2 * took)))
  }
  onChecked(view)
  const { refresh, close } = follow(folder, {
    first: { sources: disk, diagnostics: view.diagnostics },
    see: (sources) => ({ sources, diagnostics: viewOf(sources).diagnostics }),
    onChange: ({ sources }) => {
      disk = sources
      lookAgain()
    },
    onWatchingFailed,
  })
  const fix: LiveBase['fix'] = (what) => {
    const fixed = fixProblems(view.sources, { ...what, check })
    // The checker has seen other texts meanwhile, and parts of what it tells follow what it sees.
    view = { ...check(view.sources), sources: view.sources }
    return fixed
  }
  const searchIn = baseSearch()
  return {
    folder,
    look,
    last: () => view,
    changed,
    refresh,
    fix,
    search: () => searchIn(view.base),
    close: () => {
      clearTimeout(timer)
      return close()
    },
  }
}
