import type { SourceFile } from '../documents/document.ts'
import type { Located } from '../text/span.ts'
import type { Citation } from './claim.ts'
import type { Mentions } from './mentions.ts'
import { type PackContext, PackReader, PackWriter } from './pack.ts'
import {
  packCitation,
  packList,
  packLocated,
  unpackCitation,
  unpackList,
  unpackLocated,
} from './packed-claim.ts'

/** The same mentions, made when they are asked for, and made anew each time. */
export function packMentions({ entities, citations }: Mentions, file: SourceFile): Mentions {
  const to = new PackWriter(file)
  packList(to, entities, packLocated)
  const ids = to.part()
  packList(to, citations, packCitation)
  return new PackedMentions(ids, to.part(), file, to.extras())
}

class PackedMentions implements Mentions, PackContext {
  readonly file: SourceFile
  readonly extras: readonly unknown[]
  private readonly ids: string
  private readonly cited: string

  constructor(ids: string, cited: string, file: SourceFile, extras: readonly unknown[]) {
    this.ids = ids
    this.cited = cited
    this.file = file
    this.extras = extras
  }

  get entities(): readonly Located<string>[] {
    return unpackList(new PackReader(this, this.ids), unpackLocated)
  }

  get citations(): readonly Citation[] {
    return unpackList(new PackReader(this, this.cited), unpackCitation)
  }
}
