import type { Scalar } from '../../model/claim.ts'
import { firstSentence } from '../first-sentence.ts'
import type { ImportedAttribute, ImportedThing } from '../imported.ts'
import { isObject, type JsonObject, listIn, textIn, textsIn, valueIn } from '../json/json-values.ts'
import { type StixReading, speakersOf } from './stix-reading.ts'

/** An object as an entity: its properties become attributes, each citing the object itself. */
export function thingOf(object: JsonObject, reading: StixReading): ImportedThing {
  const id = String(object.id)
  const description = textIn(object, 'description')
  const cited = { citations: [{ at: id }] }
  const saidBy = speakersOf(object, reading)
  const [named, name] = nameOf(object) ?? []
  if (name === undefined) reading.report.note('unnamed-entities', id)
  const documents = reading.references.citationsOf(object)
  const summary = description === undefined ? undefined : firstSentence(description)
  return {
    ...{ key: id, type: String(object.type), ...(statusOf(object).length > 0 && { isOld: true }) },
    name: name ?? `${object.type} ${id.slice(-8)}`,
    aliases: [...textsIn(object, 'aliases'), ...textsIn(object, 'x_mitre_aliases')].filter(
      (alias) => alias !== name,
    ),
    ...(summary !== undefined && { summary }),
    attributes: [
      ...descriptionOf(description, documents, { ...cited, saidBy }, reading),
      ...propertiesOf(object, named, reading).map((told) => ({ ...told, ...cited })),
    ],
  }
}

/** What an object tells beside its name and description. */
export function addedAttributes(object: JsonObject, reading: StixReading): ImportedAttribute[] {
  const cited = { citations: [{ at: String(object.id) }] }
  const documents = reading.references.citationsOf(object)
  return [
    ...descriptionOf(undefined, documents, cited, reading),
    ...propertiesOf(object, undefined, reading).map((told) => ({ ...told, ...cited })),
  ]
}

type NamedValue = Pick<ImportedAttribute, 'name' | 'value'>

function propertiesOf(
  object: JsonObject,
  named: string | undefined,
  reading: StixReading,
): NamedValue[] {
  return [
    ...statusOf(object).map((value) => ({ name: 'status', value })),
    ...phasesOf(object).map((value) => ({ name: 'kill chain phase', value })),
    ...reading.references.idsOf(object),
    ...othersOf(object, named, reading),
  ]
}

/** The property that names an object, and the name. */
function nameOf(object: JsonObject): readonly [property: string, name: string] | undefined {
  const told = ['name', 'value', 'path', 'key', 'abstract', 'display_name', 'country', 'region']
  for (const property of told) {
    const name = textIn(object, property)?.trim()
    if (name) return [property, name]
  }
  const [latitude, longitude] = [valueIn(object, 'latitude'), valueIn(object, 'longitude')]
  return typeof latitude === 'number' ? ['', `${latitude}, ${longitude}`] : undefined
}

/** The words that the documents are cited for; where there are none, the documents are told one by one. */
function descriptionOf(
  description: string | undefined,
  documents: ImportedAttribute['citations'],
  claim: Omit<ImportedAttribute, 'name' | 'value'>,
  { references }: StixReading,
): ImportedAttribute[] {
  if (description !== undefined && description.trim() !== '') {
    const citations = [...claim.citations, ...documents]
    return [{ name: 'description', value: description, ...claim, citations }]
  }
  return documents.map((document) => {
    const { title = '', url } = references.sources.get(document.source ?? '') ?? {}
    return { name: 'documented in', value: url ?? title, ...claim, citations: [document] }
  })
}

function statusOf(object: JsonObject): string[] {
  if (valueIn(object, 'revoked') === true) return ['revoked']
  return valueIn(object, 'x_mitre_deprecated') === true ? ['deprecated'] : []
}

function phasesOf(object: JsonObject): string[] {
  return listIn(object, 'kill_chain_phases').flatMap((phase) => {
    const [chain, name] = [textIn(phase, 'kill_chain_name'), textIn(phase, 'phase_name')]
    return chain === undefined || name === undefined ? [] : [`${chain}: ${name}`]
  })
}

/** What has a meaning of its own and is read elsewhere, or is about the record and not about the world. */
const known: ReadonlySet<string> = new Set([
  ...['type', 'id', 'spec_version', 'name', 'description', 'aliases', 'x_mitre_aliases'],
  ...['revoked', 'x_mitre_deprecated', 'kill_chain_phases', 'external_references'],
  ...['created_by_ref', 'lang', 'x_mitre_attack_spec_version'],
])

function othersOf(
  object: JsonObject,
  named: string | undefined,
  { report }: StixReading,
): NamedValue[] {
  return Object.entries(object).flatMap(([property, value]) => {
    if (property === 'object_marking_refs') report.note('left-out-markings', String(object.id))
    if (known.has(property) || property === named || isReference(property, value)) return []
    const values = (Array.isArray(value) ? value : [value]).filter(isScalar)
    const isWhole = Array.isArray(value) ? values.length === value.length : values.length === 1
    if (!isWhole && value !== null) report.note('left-out-values', `${object.type}: ${property}`)
    return values.map((scalar) => ({ name: property, value: withoutTime(scalar) }))
  })
}

/** References to other objects become relations. */
function isReference(property: string, value: unknown): boolean {
  return /_refs?$/.test(property) && !isObject(value)
}

function isScalar(value: unknown): value is Scalar {
  if (typeof value === 'string') return value.trim() !== ''
  return typeof value === 'number' || typeof value === 'boolean'
}

/** A timestamp to the day: the time at which a record was saved is nobody's evidence. */
function withoutTime(value: Scalar): Scalar {
  const isMoment = typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)
  return isMoment ? value.slice(0, 10) : value
}
