import type { YamlEntry, YamlMap, YamlNode } from '../documents/yaml-node.ts'
import type { EntityInDraft } from './entity-in-draft.ts'
import { columnAt, contentEnd, isFlow, type Lines, lineEnd, lineStart, partsOf } from './extent.ts'
import { entryLines, itemLines } from './open-brackets.ts'
import { entryOf, ownCitations, type WrittenCitation } from './written-claim.ts'
import { itemsOf } from './written-ids.ts'

/** A piece of text on its way to another place: its lines, set out to the left, and where they come from. */
export interface Piece {
  readonly lines: readonly string[]
  readonly from: Lines
}

export interface PackedAttribute extends Piece {
  readonly name: string
  readonly claims: readonly PackedClaim[]
}

/** A claim as an item of a list. */
export interface PackedClaim extends Piece {
  readonly claim: YamlNode
  readonly citations: readonly WrittenCitation[]
}

/** What an entity says, with its comments, in lines that can stand anywhere. */
export interface PackedEntity {
  readonly summary: Piece | undefined
  readonly when: PackedClaim | undefined
  readonly attributes: readonly PackedAttribute[]
  readonly relations: readonly Piece[]
}

export function packEntity(entity: EntityInDraft): PackedEntity {
  const { text, body } = entity
  const piece = (key: string) => {
    const index = body.entries.findIndex((entry) => entry.key.value === key)
    return index < 0 ? undefined : entryPiece(text, body, index)
  }
  const when = piece('when')
  const date = entryOf(body, 'when')?.value
  const attributes = entryOf(body, 'attributes')?.value
  const relations = entryOf(body, 'relations')?.value
  return {
    summary: piece('summary'),
    when: when && date && { ...when, claim: date, citations: citationsOf(date, entity) },
    attributes: attributes?.kind === 'map' ? packAttributes(attributes, entity) : [],
    relations: relations?.kind === 'list' ? itemPieces(text, relations) : [],
  }
}

function packAttributes(attributes: YamlMap, entity: EntityInDraft): readonly PackedAttribute[] {
  const { text } = entity
  return attributes.entries.map(({ key, value }, index) => {
    const pieces = value.kind === 'list' ? itemPieces(text, value) : [claimPiece(text, value)]
    const claims = itemsOf(value).flatMap((claim, at) => {
      const piece = pieces[at]
      return piece ? [{ ...piece, claim, citations: citationsOf(claim, entity) }] : []
    })
    return { ...entryPiece(text, attributes, index), name: key.value, claims }
  })
}

function citationsOf(claim: YamlNode, { inherited }: EntityInDraft): readonly WrittenCitation[] {
  return ownCitations(claim) ?? inherited
}

function entryPiece(text: string, map: YamlMap, index: number): Piece {
  const entry = map.entries[index] as YamlEntry
  if (!isFlow(text, map)) return partPiece(text, map, index)
  const from = { start: entry.key.span.start, end: contentEnd(text, entry.value) }
  return { lines: entryLines(text, entry), from }
}

function itemPieces(text: string, list: YamlNode & { readonly kind: 'list' }): readonly Piece[] {
  return list.items.map((item, index) =>
    isFlow(text, list) ? claimPiece(text, item) : partPiece(text, list, index),
  )
}

/** A value that is no item yet. */
function claimPiece(text: string, value: YamlNode): Piece {
  const from = { start: value.span.start, end: contentEnd(text, value) }
  if (value.kind !== 'map' || isFlow(text, value)) return { lines: itemLines(text, value), from }
  const lines = { start: lineStart(text, from.start), end: lineEnd(text, from.end) }
  const [first = '', ...rest] = setOut(text, lines, columnAt(text, from.start))
  return {
    lines: [`- ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))],
    from: lines,
  }
}

function partPiece(text: string, block: Parameters<typeof partsOf>[1], index: number): Piece {
  const from = partsOf(text, block)[index] ?? block.span
  return { lines: setOut(text, from, columnAt(text, block.span.start)), from }
}

/** Lines without the indent that they have in common; a comment may stand further left. */
function setOut(text: string, { start, end }: Lines, column: number): string[] {
  const lines = text
    .slice(start, end)
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
  return lines.map((line) => {
    const indent = line.length - line.trimStart().length
    return line.trim() === '' ? '' : line.slice(Math.min(indent, column))
  })
}
