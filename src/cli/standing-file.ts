import type { SourceFile } from '../documents/document.ts'
import { parseDocument } from '../documents/parse-document.ts'
import { references } from '../edits/written-ids.ts'
import { type FileFacts, readFile } from '../model/file-facts.ts'
import type { Vocabulary } from '../model/vocabulary.ts'

/** A file that an import leaves as it is, as far as others depend on it. */
export interface StandingFile extends Pick<FileFacts, 'entities'> {
  readonly sources: FileFacts['rest']['sources']
  /** Ids of entities and sources, also in claims that are wrong in something else. */
  readonly mentioned: readonly string[]
  readonly citations: FileFacts['mentions']['citations']
}

export function standingFile(file: SourceFile, vocabulary: Vocabulary): StandingFile {
  const { entities, mentions, rest } = readFile(file, vocabulary)
  const mentioned = references(parseDocument(file)).map(({ id }) => id)
  return { entities, sources: rest.sources, mentioned, citations: mentions.citations }
}
