import { printLayout } from '../../edits/format-print.ts'
import type { AttributeType } from '../../model/ontology.ts'
import { citeKey, citePart, claimEntries, type WriteValue } from './claim-parts.ts'
import type { CleanClaim } from './clean-claim.ts'
import type { CleanTie } from './clean-tie.ts'
import {
  apart,
  briefList,
  briefPart,
  datePart,
  idPart,
  listPart,
  mapPart,
  type Part,
  textPart,
  wordPart,
} from './layout-parts.ts'

/** An entity with nothing left to decide but its layout. */
export interface CleanEntity {
  readonly type: string
  readonly unnamed: boolean
  readonly count: number | undefined
  readonly name: string
  readonly aliases: readonly string[]
  readonly summary: string | undefined
  readonly date: CleanValue | undefined
  /** By the id of the attribute, in order. */
  readonly attributes: readonly (readonly [string, AttributeType, readonly CleanValue[]])[]
  readonly relations: readonly WrittenTie[]
}

export interface CleanValue extends CleanClaim {
  readonly value: string
}

/** A tie as it stands in the file of one of its ends. */
export interface WrittenTie {
  /** The relation, or its inverse. */
  readonly name: string
  readonly other: string
  readonly tie: CleanTie
}

/** The file of an entity, formatted. */
export function entityText(entity: CleanEntity): string {
  const { type, unnamed, count, name, aliases, summary, date, attributes, relations } = entity
  const shared = sharedCitations(entity)
  const key = shared && citeKey(shared)
  const layout = mapPart([
    ['type', idPart(type)],
    ['unnamed', unnamed ? wordPart('true') : undefined],
    ['count', count === undefined ? undefined : wordPart(String(count))],
    ['name', textPart(name)],
    ['aliases', aliases.length === 0 ? undefined : briefList(aliases.map(textPart))],
    ['summary', summary === undefined ? undefined : textPart(summary)],
    ['when', date && valuePart(date, key, datePart)],
    ['cite', shared && citePart(shared.citations)],
    ['attributes', attributes.length === 0 ? undefined : attributesPart(attributes, key)],
    ['relations', relations.length === 0 ? undefined : relationsPart(relations, key)],
  ])
  return printLayout(apart(layout, 'attributes', 'relations'))
}

/** The claim whose citations most of the others share, so that they need not be repeated; none where a claim has none. */
function sharedCitations({ date, attributes, relations }: CleanEntity): CleanClaim | undefined {
  const claims = [
    ...(date ? [date] : []),
    ...attributes.flatMap(([, , values]) => values),
    ...relations.map(({ tie }) => tie),
  ]
  const counts = new Map<string, number>()
  for (const claim of claims) {
    const key = citeKey(claim)
    if (key === undefined) return undefined
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  let most: CleanClaim | undefined
  let highest = 1
  for (const claim of claims) {
    const count = counts.get(citeKey(claim) ?? '') ?? 0
    if (count > highest) [most, highest] = [claim, count]
  }
  return most
}

function attributesPart(attributes: CleanEntity['attributes'], shared: string | undefined): Part {
  return mapPart(
    attributes.map(([name, type, values]) => {
      const parts = values.map((value) => valuePart(value, shared, writerOf(type)))
      const [first, ...others] = parts
      if (first === undefined || others.length > 0) return [name, valuesPart(parts)] as const
      return [name, first] as const
    }),
  )
}

/** Bare values stand in brackets; those with evidence each in a line. */
function valuesPart(parts: readonly Part[]): Part {
  return parts.every(({ kind }) => kind === 'scalar') ? briefList(parts) : listPart(parts)
}

function valuePart(value: CleanValue, shared: string | undefined, write: WriteValue): Part {
  const entries = claimEntries(value, shared, write).filter(([, part]) => part !== undefined)
  if (entries.length === 0) return write(value.value)
  return briefPart([['value', write(value.value)], ...entries])
}

function writerOf(type: AttributeType): WriteValue {
  switch (type.kind) {
    case 'number':
      return wordPart
    case 'date':
      return datePart
    case 'list':
      return writerOf(type.of)
    case 'text':
    case 'url':
    case 'one-of':
      return textPart
    default:
      return type satisfies never
  }
}

function relationsPart(relations: readonly WrittenTie[], shared: string | undefined): Part {
  return listPart(
    relations.map(({ name, other, tie }) =>
      mapPart([
        [name, idPart(other)],
        ['as', tie.role === undefined ? undefined : textPart(tie.role)],
        ...claimEntries(tie, shared, textPart),
      ]),
    ),
  )
}
