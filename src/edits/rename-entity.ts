import type { Document } from '../documents/document.ts'
import { ownPaths } from '../model/own-files.ts'
import { fileName } from '../model/read-entity.ts'
import { compareText } from '../text/compare-text.ts'
import { isKebabName, reservedId } from '../text/entity-id.ts'
import type { Span } from '../text/span.ts'
import { applyEdits, type TextEdit } from '../text/text-edit.ts'
import type { FileChange } from './file-change.ts'
import { notDeclaredOnce } from './not-declared-once.ts'
import { type Refactoring, type Refusal, type Remark, refuse } from './refactoring.ts'
import { replaceId } from './replace-id.ts'
import {
  type DeclaredId,
  declaredIds,
  type Reference,
  references,
  scalarsIn,
} from './written-ids.ts'
import { writtenInBrokenFile } from './written-in-broken-file.ts'

/** Gives an entity or a source another id, wherever it is written; nothing but the id's letters changes. */
export function renameEntity(
  documents: readonly Document[],
  from: string,
  to: string,
): Refactoring | Refusal {
  const base: WrittenBase = {
    documents,
    declared: documents.flatMap(declaredIds),
    referred: documents.flatMap(references),
  }
  const own = base.declared.find(({ id }) => id === from)
  const refusal =
    notAnId(from, to) ??
    notDeclaredOnce(documents, base.declared, from) ??
    taken(base, from, to) ??
    fileThere(base, own, to) ??
    writtenInBrokenFile(documents, from)
  if (refusal || own === undefined) return refusal ?? refuse(`There is no id "${from}".`)

  const mentions = base.referred.filter(({ id, kind }) => id === from && kind === own.kind)
  const spans = mentions.map(({ scalar }) => scalar.span)
  const keys = own.from === 'key' ? [own.span] : []
  const edits = editsByFile(base, [...spans, ...keys], from, to)
  if ('refused' in edits) return edits
  const changes = documents.flatMap((document) => {
    const after = applyEdits(document.text, edits.get(document.path) ?? [])
    const isMoved = own.from === 'file-name' && document.path === own.span.file
    return changesOf(document, isMoved ? pathFor(own, to) : document.path, after)
  })
  changes.sort((a, b) => compareText(a.path, b.path))
  return { changes, references: mentions.length, remarks: textsLeft(base, from) }
}

interface WrittenBase {
  readonly documents: readonly Document[]
  readonly declared: readonly DeclaredId[]
  readonly referred: readonly Reference[]
}

function notAnId(from: string, to: string): Refusal | undefined {
  if (from === to) return refuse(`"${from}" has that id already. Give another one.`)
  if (!isKebabName(to)) {
    return refuse(
      `"${to}" cannot be an id. Write small letters, digits and single hyphens, such as "north-port-2".`,
    )
  }
  if (to === reservedId) {
    return refuse(`Programs that read the graph have a meaning for "${to}". Choose another id.`)
  }
  if (to === 'null') return refuse('YAML reads "null" as nothing at all. Choose another id.')
  return undefined
}

function taken(base: WrittenBase, from: string, to: string): Refusal | undefined {
  const [own, other] = [from, to].map((id) => base.declared.find((one) => one.id === id))
  if (other) {
    const areEntities = own?.kind === 'entity' && other.kind === 'entity'
    const hint = areEntities
      ? `If they are one, "dossier merge ${from} into ${to}" joins them:`
      : 'Choose another:'
    return refuse(`The id "${to}" is taken. ${hint}`, [other.span])
  }
  const dangling = base.referred.filter(({ id }) => id === to).map(({ scalar }) => scalar.span)
  if (dangling.length === 0) return undefined
  return refuse(
    `"${to}" is written already, where it leads to nothing, and would come to mean "${from}". Mend these first, or choose another id:`,
    dangling,
  )
}

function fileThere(
  { documents }: WrittenBase,
  own: DeclaredId | undefined,
  to: string,
): Refusal | undefined {
  const path = own?.from === 'file-name' ? pathFor(own, to) : undefined
  if (path !== undefined && ownPaths.includes(path)) {
    return refuse(`${path} is no file for an entity. Choose another id.`)
  }
  const folded = (text: string) => text.normalize('NFC').toLowerCase()
  const others = documents.filter((other) => other.path !== own?.span.file)
  const isThere = path !== undefined && others.some((other) => folded(other.path) === folded(path))
  const isUnread = others.some((other) => other.root === undefined && fileName(other.path) === to)
  if (!isThere && !isUnread) return undefined
  return refuse(`There is a file ${to}.yaml already. Choose another id, or move that file first.`)
}

function pathFor({ span: { file } }: DeclaredId, id: string): string {
  return `${file.slice(0, file.lastIndexOf('/') + 1)}${id}.yaml`
}

/** The edits that replace an id at all these places, by file. */
function editsByFile(
  { documents }: WrittenBase,
  spans: readonly Span[],
  from: string,
  to: string,
): ReadonlyMap<string, readonly TextEdit[]> | Refusal {
  const texts = new Map(documents.map(({ path, text }) => [path, text]))
  const edits = new Map<string, TextEdit[]>()
  const escaped: Span[] = []
  for (const span of spans) {
    const edit = replaceId(texts.get(span.file) ?? '', span, from, to)
    if (edit === undefined) escaped.push(span)
    else edits.set(span.file, [...(edits.get(span.file) ?? []), edit])
  }
  if (escaped.length === 0) return edits
  return refuse(`"${from}" is written with escapes. Write it in plain letters first:`, escaped)
}

function changesOf({ path, text }: Document, newPath: string, after: string): FileChange[] {
  if (newPath === path) return after === text ? [] : [{ path, before: text, after }]
  return [
    { path: newPath, before: undefined, after },
    { path, before: text, after: undefined },
  ]
}

/** Values that are the same word and no id, as far as Dossier knows: the curator knows better. */
function textsLeft({ documents, referred }: WrittenBase, id: string): Remark[] {
  const known = new Set(referred.map(({ scalar }) => scalar))
  const places = documents
    .filter(({ path }) => path !== 'ontology.yaml')
    .flatMap(({ root }) => (root ? scalarsIn(root) : []))
    .filter((scalar) => scalar.text.trim() === id && !known.has(scalar))
    .map(({ span }) => span)
  if (places.length === 0) return []
  return [{ message: `"${id}" also stands as a mere text, which was left as it is:`, places }]
}
