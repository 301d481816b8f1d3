import { relative, sep } from 'node:path'
import type { Sources } from '../documents/read-sources.ts'
import type { FileChange } from '../edits/file-change.ts'
import { type Follow, type LiveBase, openLiveBase, type View } from './live-base.ts'
import type { OpenDocuments } from './open-documents.ts'

/** What the server is told of the machine on which it runs. */
export interface Machine {
  /** The data folder that the user has named. */
  readonly named: string | undefined
  /** The nearest data folder upwards. */
  readonly baseAround: (folder: string) => string | undefined
  readonly follow: Follow
  /** What else has to change where an id does. */
  readonly alsoRenamed: (
    folder: string,
    sources: Sources,
    changes: readonly FileChange[],
    id: { readonly from: string; readonly to: string },
  ) => readonly FileChange[]
}

/** A file in a base. */
interface Place {
  readonly base: LiveBase
  /** Relative to the data folder, with forward slashes. */
  readonly path: string
}

/** The bases that the editor looks at, each opened when it is first asked for. */
export interface Bases {
  /** Folders come and go. With those that go all bases are closed that no folder and no open document asks for. */
  readonly exchange: (added: readonly string[], removed: readonly string[]) => Promise<void>
  readonly openNamed: () => Promise<void>
  /** Nothing for a file of no base. */
  readonly placeOf: (file: string) => Promise<Place | undefined>
  readonly all: () => Promise<readonly LiveBase[]>
  /** The paths of the open documents of a base. */
  readonly openIn: (folder: string) => readonly string[]
}

interface Listener {
  readonly onChecked: (folder: string, view: View) => void
  readonly onClosed: (folder: string) => void
  readonly onFailure: (words: string) => void
}

export function openBases(
  { named, baseAround, follow }: Machine,
  documents: OpenDocuments,
  { onChecked, onClosed, onFailure }: Listener,
): Bases {
  const bases = new Map<string, Promise<LiveBase | undefined>>()
  const folders = new Set<string>()
  /** Each is tried again with every letter that is typed in it, and told once. */
  const unreadable = new Set<string>()

  const folderOf = (file: string) => {
    const found = [named, baseAround(folderAbove(file))]
    return found.find((folder) => folder !== undefined && isIn(folder, file))
  }
  const openTexts = (folder: string) => {
    const texts = new Map<string, string>()
    for (const [file, document] of documents.all()) {
      if (folderOf(file) === folder) texts.set(pathIn(folder, file), document.getText())
    }
    return texts
  }
  const open = (folder: string) => {
    const opening: Promise<LiveBase | undefined> = openLiveBase(folder, {
      follow,
      openTexts: () => openTexts(folder),
      // A base that is closed before it is open tells nothing.
      onChecked: (view) => bases.get(folder) === opening && onChecked(folder, view),
      onWatchingFailed: (reason) =>
        onFailure(
          `The system reports no changes (${reason}); the folder is looked at every half minute.`,
        ),
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === undefined) throw error
      if (bases.get(folder) === opening) bases.delete(folder)
      if (!unreadable.has(folder)) {
        onFailure(`The folder "${folder}" cannot be read (${error.code}).`)
      }
      unreadable.add(folder)
      return undefined
    })
    bases.set(folder, opening)
    return opening
  }
  const close = async (folder: string) => {
    const opening = bases.get(folder)
    bases.delete(folder)
    onClosed(folder)
    const base = await opening
    await base?.close()
  }
  const baseAt = (folder: string) => bases.get(folder) ?? open(folder)
  return {
    // What the editor asks next may come before a base is open, so all is decided at once.
    exchange: async (added, removed) => {
      for (const folder of removed) folders.delete(folder)
      for (const folder of added) folders.add(folder)
      const files = [...documents.all()].map(([file]) => file)
      const wanted = [named, ...[...folders].map(baseAround), ...files.map(folderOf)]
      const idle = [...bases.keys()].filter((known) => !wanted.includes(known))
      if (removed.length > 0) for (const folder of idle) void close(folder)
      for (const folder of added.flatMap((one) => baseAround(one) ?? [])) await baseAt(folder)
    },
    openNamed: async () => {
      if (named !== undefined) await baseAt(named)
    },
    placeOf: async (file) => {
      const folder = folderOf(file)
      const base = folder === undefined ? undefined : await baseAt(folder)
      return base && { base, path: pathIn(base.folder, file) }
    },
    openIn: (folder) => [...openTexts(folder).keys()],
    all: async () => (await Promise.all(bases.values())).filter((base) => base !== undefined),
  }
}

function folderAbove(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf(sep), 0)) || sep
}

function isIn(folder: string, file: string): boolean {
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

function pathIn(folder: string, file: string): string {
  return relative(folder, file).split(sep).join('/')
}
