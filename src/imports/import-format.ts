import type { ImportReport } from './import-report.ts'
import type { Imported } from './imported.ts'

/** What every format needs to say about itself; the command line, the docs and the tests read it. */
export interface ImportFormat {
  /** Without the dot. */
  readonly extensions: readonly string[]
  /** What such files are and what becomes of them, as one sentence. */
  readonly description: string
  /** Several files may make one base, and a folder may be named that holds them. */
  readonly takesMany?: true
  /** Obeys a mapping file. */
  readonly takesMapping?: true
  /** Texts in it may be guarded against spreadsheets, or not. */
  readonly takesRaw?: true
  readonly read: (inputs: readonly ImportInput[], context: ImportContext) => Promise<Imported>
}

/** One file to read, once. */
export interface ImportInput {
  /** Its name without folders. */
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

export interface ImportContext {
  readonly report: ImportReport
  /** The text of a mapping file and what it is called. */
  readonly mapping?: { readonly path: string; readonly text: string }
  /** An export of our own was made with `--raw`: an apostrophe before what looks like a formula is part of the text. */
  readonly raw?: boolean
  /** Told from time to time how much has been read. */
  readonly progress?: (bytes: number) => void
}
