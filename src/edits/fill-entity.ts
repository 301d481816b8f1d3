import type { YamlNode } from '../documents/yaml-node.ts'
import type { TextEdit } from '../text/text-edit.ts'
import { addCitations } from './add-citations.ts'
import type { Draft } from './draft.ts'
import { entityInDraft } from './entity-in-draft.ts'
import { columnAt, contentEnd, isFlow, type Lines, lineEnd, partsOf } from './extent.ts'
import { inBrackets, listInBrackets } from './in-brackets.ts'
import { insertLines } from './insert-lines.ts'
import { openBrackets, openList } from './open-brackets.ts'
import type { PackedAttribute, PackedClaim, PackedEntity, Piece } from './pack-entity.ts'
import { entryOf, statementOf } from './written-claim.ts'
import { itemsOf } from './written-ids.ts'

/** Puts what another entity says into one, in blocks, and gives the ranges of its text that have come along. */
export function fillEntity(draft: Draft, id: string, packed: PackedEntity): readonly Lines[] {
  const { summary, when, attributes, relations } = packed
  return [
    ...fillHead(draft, id, 'summary', summary),
    ...fillDate(draft, id, when),
    ...attributes.flatMap((attribute) => fillAttribute(draft, id, attribute)),
    ...relations.flatMap((relation) => fillSection(draft, id, 'relations', relation)),
  ]
}

/** An entity in brackets gets lines of its own, so that there is a place below its name. */
export function openEntity(draft: Draft, id: string): void {
  const { path, text, root, declared } = entityInDraft(draft, id)
  const entities = declared.from === 'key' ? entryOf(root, 'entities')?.value : undefined
  const own = entities?.kind === 'map' ? entryOf(entities, id) : undefined
  if (own) draft.edit(path, openBrackets(text, own))
}

export function addAliases(draft: Draft, id: string, aliases: readonly string[]): void {
  const { path, text, body } = entityInDraft(draft, id)
  const known = entryOf(body, 'aliases')?.value
  if (aliases.length === 0) return
  if (known === undefined) {
    const line = `aliases: ${listInBrackets(aliases)}`
    fillHead(draft, id, 'aliases', { lines: [line], from: { start: 0, end: 0 } })
  } else draft.edit(path, [longerList(text, known, aliases)])
}

function longerList(text: string, value: YamlNode, more: readonly string[]): TextEdit {
  const last = value.kind === 'list' ? value.items.at(-1) : undefined
  if (last === undefined) {
    const known = value.kind === 'list' ? [] : [inBrackets(value)]
    const [start, end] = [value.span.start, contentEnd(text, value)]
    return { start, end, text: listInBrackets([...known, ...more]) }
  }
  const end = contentEnd(text, last)
  if (isFlow(text, value)) return { start: end, end, text: `, ${more.join(', ')}` }
  const items = more.map((item) => `- ${item}`)
  return insertLines(text, lineEnd(text, end), columnAt(text, value.span.start), items)
}

export function addComments(draft: Draft, id: string, comments: readonly string[]): void {
  if (comments.length === 0) return
  const { path, text, body } = entityInDraft(draft, id)
  const end = partsOf(text, body).at(-1)?.end ?? text.length
  const lines = comments.map((comment) => `# ${comment}`)
  draft.edit(path, [insertLines(text, end, columnAt(text, body.span.start), lines)])
}

const headKeys = ['type', 'name', 'aliases', 'summary', 'unnamed', 'count', 'when']

/** An entry at the top that is not there yet. */
function fillHead(draft: Draft, id: string, key: string, piece: Piece | undefined): Lines[] {
  const { path, text, body } = entityInDraft(draft, id)
  if (piece === undefined || entryOf(body, key)) return []
  const above = key === 'aliases' && entryOf(body, 'name') ? ['name'] : headKeys
  const index = body.entries.findLastIndex((entry) => above.includes(entry.key.value))
  const end = partsOf(text, body)[index]?.end ?? text.length
  draft.edit(path, [insertLines(text, end, columnAt(text, body.span.start), piece.lines)])
  return [piece.from]
}

function fillDate(draft: Draft, id: string, piece: PackedClaim | undefined): Lines[] {
  const { path, text, body, inherited } = entityInDraft(draft, id)
  const known = entryOf(body, 'when')?.value
  if (piece === undefined || known === undefined) return fillHead(draft, id, 'when', piece)
  draft.edit(path, addCitations(text, known, inherited, piece.citations))
  return []
}

/** A value that is there gets the citations, another one stands beside it. */
function fillAttribute(draft: Draft, id: string, attribute: PackedAttribute): Lines[] {
  const attributes = entryOf(entityInDraft(draft, id).body, 'attributes')?.value
  const isThere = attributes?.kind === 'map' && entryOf(attributes, attribute.name)
  if (!isThere) return fillSection(draft, id, 'attributes', attribute)
  return attribute.claims.flatMap((claim) => fillValue(draft, id, attribute.name, claim))
}

function fillValue(draft: Draft, id: string, name: string, piece: PackedClaim): Lines[] {
  const find = () => {
    const entity = entityInDraft(draft, id)
    const attributes = entryOf(entity.body, 'attributes')?.value
    const entry = attributes?.kind === 'map' ? entryOf(attributes, name) : undefined
    if (entry === undefined) throw new Error(`The draft has lost "${name}".`)
    return { ...entity, entry }
  }
  const { path, text, inherited, entry } = find()
  const statement = statementOf(piece.claim)
  const same = itemsOf(entry.value).find((claim) => statementOf(claim) === statement)
  if (same) {
    draft.edit(path, addCitations(text, same, inherited, piece.citations))
    return []
  }
  openSection(draft, id, 'attributes')
  const unlisted = find()
  draft.edit(path, openList(unlisted.text, unlisted.entry))
  const opened = find()
  draft.edit(path, [atTheEnd(opened.text, opened.entry.value, piece.lines)])
  return [piece.from]
}

function openSection(draft: Draft, id: string, key: string): void {
  const { path, text, body } = entityInDraft(draft, id)
  const entry = entryOf(body, key)
  if (entry) draft.edit(path, openBrackets(text, entry))
}

/** Puts a piece at the end of the attributes or relations, which may have to be begun. */
function fillSection(draft: Draft, id: string, key: string, piece: Piece): Lines[] {
  const { path, text, body } = entityInDraft(draft, id)
  const entry = entryOf(body, key)
  if (entry === undefined) {
    draft.edit(path, [newSection(text, body, key, piece.lines)])
    return [piece.from]
  }
  openSection(draft, id, key)
  const opened = entityInDraft(draft, id)
  const value = entryOf(opened.body, key)?.value ?? entry.value
  const column = columnAt(text, entry.key.span.start) + 2
  const edit =
    value.kind === 'scalar'
      ? insertLines(opened.text, lineEnd(opened.text, entry.key.span.end), column, piece.lines)
      : atTheEnd(opened.text, value, piece.lines)
  draft.edit(path, [edit])
  return [piece.from]
}

function atTheEnd(text: string, block: YamlNode, lines: readonly string[]): TextEdit {
  const end = block.kind === 'scalar' ? undefined : partsOf(text, block).at(-1)?.end
  return insertLines(text, end ?? text.length, columnAt(text, block.span.start), lines)
}

/** Attributes stand before relations; where a blank line parts what is there, one parts this too. */
function newSection(
  text: string,
  body: YamlNode & { readonly kind: 'map' },
  key: string,
  piece: readonly string[],
): TextEdit {
  const column = columnAt(text, body.span.start)
  const parts = partsOf(text, body)
  const lines = [`${key}:`, ...piece.map((line) => (line === '' ? '' : `  ${line}`))]
  const index = body.entries.findIndex((entry) => entry.key.value === 'relations')
  const next = parts[index]
  if (next === undefined) {
    const blank = column === 0 ? [''] : []
    return insertLines(text, parts.at(-1)?.end ?? text.length, column, [...blank, ...lines])
  }
  const isParted = /\n\r?\n$/.test(text.slice(0, next.start))
  return insertLines(text, next.start, column, isParted ? [...lines, ''] : lines)
}
