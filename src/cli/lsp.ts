import { serveEditor } from '../lsp/serve-editor.ts'
import { followFolder } from '../server/follow-folder.ts'
import { dataFolderAround, findDataFolder } from './find-data-folder.ts'
import { inlineAsUsual } from './tune-v8.ts'

interface Options {
  readonly data?: string
}

/** Serves one editor, which ends it. */
export async function lsp(_words: readonly string[], { data }: Options): Promise<void> {
  inlineAsUsual()
  const named = data === undefined ? undefined : findDataFolder(data)
  await serveEditor({ named, baseAround: dataFolderAround, follow: followFolder })
}
