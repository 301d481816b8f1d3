import { isLoopback } from './addresses.ts'
import { type FolderOptions, folderContent } from './folder-content.ts'
import { readViewer } from './read-viewer.ts'
import { type ListenOptions, type RunningServer, serveContent } from './serve-content.ts'

export interface ServerOptions extends FolderOptions, ListenOptions {
  /** Holds the built viewer. */
  readonly viewerFolder: string
}

/** Rejects with `CannotStart`; then nothing is left open. Follows the folder until it is closed. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const viewer = await readViewer(options.viewerFolder)
  const { openEditor, writeChange, ...others } = options
  const isOurs = isLoopback(options.host ?? '127.0.0.1')
  const doing = { ...(openEditor && { openEditor }), ...(writeChange && { writeChange }) }
  const content = await folderContent({ ...others, ...(isOurs && doing) })
  return serveContent(content, viewer, options)
}
