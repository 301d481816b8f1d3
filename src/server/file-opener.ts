import { lstat, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Outcome } from './outcome.ts'
import { isShown, newToken, oldPage } from './token.ts'

/** Starts an editor. Rejects where the system cannot. `path` is absolute, `line` counts from one. */
export type OpenEditor = (path: string, line: number) => Promise<void>

export interface FileOpener {
  /** What a page must show to have a file opened; undefined where no editor is known. */
  readonly token: string | undefined
  /** `path` is that of the request, `tokens` what it shows. */
  readonly open: (path: string, tokens: readonly string[]) => Promise<Outcome>
}

export interface FileOpenerOptions {
  readonly folder: string
  /** Whether the base has a file of this name, as it was last read: no other name reaches the disk. */
  readonly hasFile: (file: string) => boolean
  readonly openEditor: OpenEditor | undefined
}

/** A second click is not a second window, and nobody can fill the screen with them. */
const pause = 500

/** Opens files of the base in the editor of the person who serves it. */
export function fileOpener({ folder, hasFile, openEditor }: FileOpenerOptions): FileOpener {
  const token = openEditor && newToken()
  let last = -Infinity

  const open = async (path: string, tokens: readonly string[]): Promise<Outcome> => {
    if (openEditor === undefined || token === undefined)
      return refused(404, 'There is no editor here.')
    if (!isShown(tokens, token)) return refused(403, oldPage)
    const place = placeIn(path)
    if (place === undefined || !hasFile(place.file)) return notThere
    const now = performance.now()
    if (now - last < pause) return refused(429, 'A file was opened only now.')
    last = now
    const found = await findInside(folder, place.file)
    if (found === undefined) return notThere
    return openEditor(found, place.line).then(
      () => ({ kind: 'done' }),
      () => refused(500, 'The editor cannot be started.'),
    )
  }
  return { token, open }
}

const notThere = refused(404, 'The base has no such file.')

function refused(status: number, reason: string): Outcome {
  return { kind: 'refused', status, reason }
}

/** `/open/LINE/FILE`, the file as one segment in percent-encoding. */
function placeIn(path: string): { readonly file: string; readonly line: number } | undefined {
  const [, line, file] = /^\/open\/([1-9][0-9]{0,8})\/([^/]+)$/.exec(path) ?? []
  if (line === undefined || file === undefined) return undefined
  try {
    return { file: decodeURIComponent(file), line: Number(line) }
  } catch {
    return undefined
  }
}

/** Since it was read, the file or a folder above it may have given way to a link that leads out of the base. */
async function findInside(folder: string, file: string): Promise<string | undefined> {
  const path = join(folder, file)
  try {
    const [top, real, state] = await Promise.all([realpath(folder), realpath(path), lstat(path)])
    return state.isFile() && real.startsWith(`${top}${sep}`) ? real : undefined
  } catch {
    return undefined
  }
}
