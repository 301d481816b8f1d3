import { serveEditor } from '../lsp/serve-editor.ts'
import { followFolder } from '../server/follow-folder.ts'
import { dataFolderAround, findDataFolder } from './find-data-folder.ts'
import { manifestChange } from './refactor.ts'
import { sayWhoSpeaks } from './say-who-speaks.ts'
import { inlineAsUsual } from './tune-v8.ts'

interface Options {
  readonly data?: string
}

/** Serves one editor, which ends it. */
export async function lsp(_words: readonly string[], { data }: Options): Promise<void> {
  const named = data === undefined ? undefined : findDataFolder(data)
  sayWhoSpeaks('an editor', 'docs/editors.md')
  await serveEditor({
    named,
    baseAround,
    follow: (folder, follower) => {
      // The first check is over, which is quicker without; from now on the same code runs for hours.
      inlineAsUsual()
      return followFolder(folder, follower)
    },
    alsoRenamed: (folder, sources, changes, id) =>
      manifestChange({ folder, sources }, changes, { kind: 'rename', ...id }),
  })
}

/** An editor names files that cannot be, and folders that nobody may look into: there is no base. */
function baseAround(folder: string): string | undefined {
  try {
    return dataFolderAround(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return undefined
  }
}
