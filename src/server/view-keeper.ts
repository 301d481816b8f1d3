import type { SourceFile } from '../documents/document.ts'
import { parseDocument } from '../documents/parse-document.ts'
import type { FileChange } from '../edits/file-change.ts'
import { forgetView, keepView } from '../edits/keep-view.ts'
import type { Refusal } from '../edits/refactoring.ts'
import { viewsPath } from '../model/own-files.ts'
import type { Outcome } from './outcome.ts'
import { isShown, newToken, oldPage } from './token.ts'

/** Puts a change of a file on disk. Gives why it could not, in words. */
export type WriteChange = (change: FileChange) => Promise<string | undefined>

export interface ViewKeeper {
  /** What a page must show to have a view kept; undefined where nothing is written. */
  readonly token: string | undefined
  /** `path` is that of the request, `tokens` what it shows. */
  readonly keep: (path: string, tokens: readonly string[]) => Promise<Outcome>
}

export interface ViewKeeperOptions {
  /** Files of the base as they were last read. */
  readonly files: () => readonly SourceFile[]
  readonly writeChange: WriteChange | undefined
}

/** Keeps views of the graph under a name in `views.yaml`, the one file of the base that a page can change. */
export function viewKeeper({ files, writeChange }: ViewKeeperOptions): ViewKeeper {
  const token = writeChange && newToken()

  const keep = async (path: string, tokens: readonly string[]): Promise<Outcome> => {
    if (writeChange === undefined || token === undefined)
      return refused(404, 'Nothing is written here.')
    if (!isShown(tokens, token)) return refused(403, oldPage)
    const file = files().find((one) => one.path === viewsPath)
    const change = changeFor(path, file && parseDocument(file))
    if (change === undefined) return refused(404, 'There is nothing at this address.')
    const why = 'refused' in change ? change.refused : await writeChange(change)
    return why === undefined ? { kind: 'done' } : refused(409, why)
  }
  return { token, keep }
}

function refused(status: number, reason: string): Outcome {
  return { kind: 'refused', status, reason }
}

/** `/views/keep/NAME/NOTE/ADDRESS` or `/views/forget/NAME`, each part in percent-encoding. */
function changeFor(
  path: string,
  document: Parameters<typeof keepView>[0],
): FileChange | Refusal | undefined {
  const [, verb, ...parts] =
    /^\/views\/(?:(keep)\/([^/]+)\/([^/]*)\/([^/]*)|(forget)\/([^/]+))$/.exec(path) ?? []
  try {
    const [name = '', note = '', address = '', , forgotten = ''] = parts.map((part) =>
      decodeURIComponent(part ?? ''),
    )
    if (verb === 'keep') return keepView(document, { name, note, address })
    return forgotten === '' ? undefined : forgetView(document, forgotten)
  } catch {
    return undefined
  }
}
