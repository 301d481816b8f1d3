import type { AskedEngine } from '../engines/asked-engine.ts'
import { engineContent } from './engine-content.ts'
import { readViewer } from './read-viewer.ts'
import { type ListenOptions, type RunningServer, serveContent } from './serve-content.ts'

export interface EngineServerOptions extends ListenOptions {
  /** Closed with the server, or where it does not start. */
  readonly base: AskedEngine
  /** Holds the built viewer. */
  readonly viewerFolder: string
}

/** Shows a base that is on a server. Rejects with `CannotStart` or `EngineProblem`; then nothing is left open. */
export async function startEngineServer(options: EngineServerOptions): Promise<RunningServer> {
  const { base, viewerFolder } = options
  try {
    const viewer = await readViewer(viewerFolder)
    return await serveContent(await engineContent(base), viewer, options)
  } catch (error) {
    await base.close()
    throw error
  }
}
