import { parseDocument } from '../documents/parse-document.ts'
import { ontologyPath } from '../model/own-files.ts'
import { fileName } from '../model/read-entity.ts'
import type { Span } from '../text/span.ts'
import type { View } from './live-base.ts'
import { type Word, wordAt, wordsIn } from './words.ts'

/** The word that stands at an offset of a file. */
export function wordIn({ sources, base }: View, path: string, offset: number): Word | undefined {
  const file = sources.files.find((one) => one.path === path)
  return file && wordAt(wordsIn(parseDocument(file), base.ontology), offset)
}

/** Where what a word stands for is declared. */
export function declarationOf(view: View, { kind, id }: Word): Span | undefined {
  const { base, sources } = view
  if (kind === 'entity' || kind === 'source') {
    const known = kind === 'entity' ? base.entities.get(id) : base.sources.get(id)
    if (known) return known.id.span
    // What a damaged file declares nobody knows, but its name does.
    const damaged = base.unreadable.has(id)
      ? sources.files.find(({ path }) => fileName(path) === id)
      : undefined
    return damaged && { file: damaged.path, start: 0, end: 0 }
  }
  const ontology = sources.files.find(({ path }) => path === ontologyPath)
  const words = ontology ? wordsIn(parseDocument(ontology), base.ontology) : []
  return words.find((word) => word.declares && word.kind === kind && word.id === id)?.span
}

/** Where it is mentioned in all files, its declaration not among them. */
export function mentionsOf({ base, sources }: View, { kind, id }: Word): Span[] {
  if (kind === 'date') return []
  const { relationTypes } = base.ontology
  const name = kind === 'attribute' ? id.slice(id.indexOf('.') + 1) : id
  const { inverse = name } = (kind === 'relation' && relationTypes.get(id)) || {}
  // To search a text is many times quicker than to read it as YAML.
  return sources.files
    .filter(({ text }) => text.includes(name) || text.includes(inverse))
    .flatMap((file) => wordsIn(parseDocument(file), base.ontology))
    .filter((word) => !word.declares && word.kind === kind && word.id === id)
    .map(({ span }) => span)
}
