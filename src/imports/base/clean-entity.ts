import type { Scalar } from '../../model/claim.ts'
import type { AttributeType } from '../../model/ontology.ts'
import { compareText } from '../../text/compare-text.ts'
import { isWebAddress } from '../../text/web-address.ts'
import { dateIn, edtfOf } from '../edtf-of.ts'
import { type ImportReport, openReport } from '../import-report.ts'
import type { ImportedAttribute, ImportedThing } from '../imported.ts'
import { isDateName } from './attribute-kinds.ts'
import type { BaseAttributes } from './base-attributes.ts'
import { type Cleaning, cleanClaim } from './clean-claim.ts'
import { cleanName, cleanText } from './clean-text.ts'
import type { CleanEntity, CleanValue } from './entity-text.ts'
import { isNumberText, numberText } from './number-text.ts'

/** All of an entity but its relations. */
export function cleanEntity(
  thing: ImportedThing,
  type: string,
  attributes: BaseAttributes,
  cleaning: Cleaning,
): Omit<CleanEntity, 'relations'> {
  const { report } = cleaning
  const { key, unnamed = false, count } = thing
  const name = cleanName(thing.name, report, key)
  if (name === undefined) report.note('unnamed-entities', key)
  const aliases = (thing.aliases ?? []).flatMap((alias) => cleanName(alias, report, key) ?? [])
  return {
    type,
    unnamed,
    count: count !== undefined && /^[1-9][0-9]{0,14}$/.test(String(count)) ? count : undefined,
    name: name ?? cleaning.things.get(key) ?? key,
    aliases: [...new Set(aliases)],
    summary: cleanText(thing.summary, report, key),
    date: dateOf(thing, cleaning),
    attributes: attributesOf(thing, type, attributes, cleaning),
  }
}

function dateOf({ date, key }: ImportedThing, cleaning: Cleaning): CleanValue | undefined {
  if (date === undefined) return undefined
  const { report } = cleaning
  const value = edtfOf(date.value, report, key)
  const { when: _, ...claim } = date
  if (value === undefined) report.note('dates-in-notes', key)
  const asDate = (text: Scalar) => edtfOf(String(text), report, key)
  return value === undefined ? undefined : { ...cleanClaim(claim, cleaning, key, asDate), value }
}

function attributesOf(
  thing: ImportedThing,
  type: string,
  attributes: BaseAttributes,
  cleaning: Cleaning,
): CleanEntity['attributes'] {
  const written = new Map<string, { readonly kind: AttributeType; readonly values: CleanValue[] }>()
  for (const attribute of thing.attributes) {
    const id = attributes.ids.get(attribute.name) ?? ''
    const kind = attributes.typeOf(type, id)
    const value = kind && cleanValue(attribute, kind, thing.key, cleaning)
    if (!kind || !value) {
      tellLost(attribute, thing.key, id, cleaning.report)
      continue
    }
    if (attributes.untyped) tellDate(attribute, kind, thing.key, id, cleaning.report)
    const known = written.get(id)
    if (known) known.values.push(value)
    else written.set(id, { kind, values: [value] })
  }
  return [...written]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, { kind, values }]) => [id, kind, values] as const)
}

function tellLost({ value }: ImportedAttribute, key: string, id: string, report: ImportReport) {
  const isEmpty = cleanText(String(value), openReport(), key) === undefined
  if (!isEmpty) report.note('unfit-claims', `${key}: ${id}`)
}

/** Tells of a value that could be a date, if only all others of the attribute could. */
function tellDate(
  { value }: ImportedAttribute,
  kind: AttributeType,
  key: string,
  id: string,
  report: ImportReport,
): void {
  const single = kind.kind === 'list' ? kind.of : kind
  const isText = single.kind === 'text' && typeof value === 'string'
  if (isText && isDateName(id) && dateIn(value) !== undefined) {
    report.note('dates-as-text', `${key}: ${id}`)
  }
}

function cleanValue(
  { name: _name, value, ...claim }: ImportedAttribute,
  type: AttributeType,
  key: string,
  cleaning: Cleaning,
): CleanValue | undefined {
  const valueText = (scalar: Scalar) => scalarText(scalar, type, key, cleaning.report)
  const text = valueText(value)
  if (text === undefined) return undefined
  return { ...cleanClaim(claim, cleaning, key, valueText), value: text }
}

/** A value as its attribute's type has it. A rival may be of another kind than all that were seen; it is left out. */
function scalarText(
  value: Scalar,
  type: AttributeType,
  key: string,
  report: ImportReport,
): string | undefined {
  const text = cleanText(String(value), report, key)
  switch (type.kind) {
    case 'list':
      return scalarText(value, type.of, key, report)
    case 'number':
      return asNumber(value, key, report)
    case 'date':
      return edtfOf(String(value), report, key)
    case 'one-of':
      return text !== undefined && type.values.includes(text) ? text : undefined
    case 'url':
      return isWebAddress(text ?? '') ? text : undefined
    case 'text':
      if (typeof value === 'number') report.note('numbers-as-text', key)
      return text
    default:
      return type satisfies never
  }
}

function asNumber(value: Scalar, key: string, report: ImportReport): string | undefined {
  const number = numberText(Number(value))
  if (number?.isRounded) report.note('rounded-numbers', key)
  return typeof value === 'number' || isNumberText(String(value)) ? number?.text : undefined
}
