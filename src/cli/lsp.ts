import { serveEditor } from '../lsp/serve-editor.ts'
import { followFolder } from '../server/follow-folder.ts'
import { dataFolderAround, findDataFolder } from './find-data-folder.ts'
import { manifestChange } from './refactor.ts'
import { inlineAsUsual } from './tune-v8.ts'

interface Options {
  readonly data?: string
}

/** Serves one editor, which ends it. */
export async function lsp(_words: readonly string[], { data }: Options): Promise<void> {
  inlineAsUsual()
  await serveEditor({
    named: data === undefined ? undefined : findDataFolder(data),
    baseAround: dataFolderAround,
    follow: followFolder,
    alsoRenamed: (folder, sources, changes, id) =>
      manifestChange({ folder, sources }, changes, { kind: 'rename', ...id }),
  })
}
