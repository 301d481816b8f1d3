import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Ask } from '../engines/ask-engine.ts'
import type { FoundOn } from '../engines/find-on.ts'
import type { Statistics } from '../queries/statistics.ts'
import type { LineIndex } from '../text/line-index.ts'

/** A base as it is at one moment, to be asked. */
export interface AskedBase {
  readonly ask: Ask
  readonly find: (text: string, limit: number, signal?: AbortSignal) => Promise<FoundOn>
  /** Those of the whole base, where they are known without a look at it. */
  readonly statistics?: Statistics
  /** What the checker says of the files; absent where a server is asked, which has none. */
  readonly checked?: CheckedFiles
  /** Why answers may lack something. */
  readonly warning?: string
}

interface CheckedFiles {
  readonly diagnostics: readonly Diagnostic[]
  readonly textOf: (path: string) => LineIndex | undefined
}

/** A base that is there for as long as somebody asks it. */
export interface ServedBase {
  /** Gives the work the base as it is now. It stays so until the work is done. */
  readonly use: <T>(work: (base: AskedBase) => Promise<T>, signal?: AbortSignal) => Promise<T>
}

/** The base cannot be had now. The message says why to the one who asked. */
export class BaseGone extends Error {
  override readonly name = 'BaseGone'
}
