import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Shelf } from './shelf.ts'
import type { YamlMap } from './yaml-node.ts'

export interface SourceFile {
  /** Relative to the data folder, with forward slashes. */
  readonly path: string
  readonly text: string
  /** Where the text is when it is not in memory; what is made of it is kept there, too. */
  readonly shelf?: Shelf
  /** Then quicker than to have the whole text. */
  readonly slice?: (from: number, to: number) => string
}

/** A file as a tree with places. `root` is absent where the file holds no map that can be read. */
export interface Document extends SourceFile {
  readonly root: YamlMap | undefined
  readonly diagnostics: readonly Diagnostic[]
}
