import type { Scalar } from '../../model/claim.ts'
import type { AttributeType } from '../../model/ontology.ts'
import { compareText } from '../../text/compare-text.ts'
import { isWebAddress } from '../../text/web-address.ts'
import { edtfOf } from '../edtf-of.ts'
import { type ImportReport, openReport } from '../import-report.ts'
import type { ImportedAttribute, ImportedThing } from '../imported.ts'
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
  { attributes, key }: ImportedThing,
  type: string,
  { ids, typeOf }: BaseAttributes,
  cleaning: Cleaning,
): CleanEntity['attributes'] {
  const written = new Map<string, { readonly kind: AttributeType; readonly values: CleanValue[] }>()
  for (const attribute of attributes) {
    const id = ids.get(attribute.name) ?? ''
    const kind = typeOf(type, id)
    const value = kind && cleanValue(attribute, kind, key, cleaning)
    if (kind && value) {
      const known = written.get(id)
      if (known) known.values.push(value)
      else written.set(id, { kind, values: [value] })
    } else if (cleanText(String(attribute.value), openReport(), key) !== undefined) {
      cleaning.report.note('unfit-claims', `${key}: ${id}`)
    }
  }
  return [...written]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, { kind, values }]) => [id, kind, values] as const)
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
