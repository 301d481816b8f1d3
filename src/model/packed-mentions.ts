import type { SourceFile } from '../documents/document.ts'
import type { Located } from '../text/span.ts'
import type { Citation } from './claim.ts'
import type { Mentions } from './mentions.ts'
import { type PackContext, type Packed, PackReader, PackWriter } from './pack.ts'
import {
  packCitation,
  packList,
  packLocated,
  unpackCitation,
  unpackList,
  unpackLocated,
} from './packed-claim.ts'

/** The same mentions, made when they are asked for, and made anew each time. */
export function packMentions(
  { entities, citations }: Mentions,
  file: SourceFile,
  text: string,
): Mentions {
  const to = new PackWriter(file, text)
  to.skippable(() => packList(to, entities, packLocated))
  to.skippable(() => packList(to, citations, packCitation))
  return new PackedMentions(to.packed(), file, to.extras())
}

class PackedMentions implements Mentions, PackContext {
  readonly file: SourceFile
  readonly extras: readonly unknown[]
  private readonly packed: Packed

  constructor(packed: Packed, file: SourceFile, extras: readonly unknown[]) {
    this.packed = packed
    this.file = file
    this.extras = extras
  }

  get entities(): readonly Located<string>[] {
    const from = new PackReader(this, this.packed)
    from.enterPart(0)
    return unpackList(from, unpackLocated)
  }

  get citations(): readonly Citation[] {
    const from = new PackReader(this, this.packed)
    from.enterPart(1)
    return unpackList(from, unpackCitation)
  }
}
