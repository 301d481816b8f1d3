import type { Report } from '../diagnostics/diagnostic.ts'
import { ontologyCycle, ontologyUnknownType } from '../diagnostics/problems/ontology.ts'
import { wrongValue } from '../diagnostics/problems/shape.ts'
import { isEmpty, type YamlEntry, type YamlMap, type YamlNode } from '../documents/yaml-node.ts'
import { compareText } from '../text/compare-text.ts'
import type { Located } from '../text/span.ts'
import { checkName } from './check-id.ts'
import { Fields } from './fields.ts'
import { type FtmSchema, ftmSchemata } from './ftm-words.ts'
import type { AttributeType, EntityType } from './ontology.ts'
import {
  choiceOf,
  distinctTextsOf,
  fieldsOf,
  isCutByComma,
  mapOf,
  textOf,
  truthOf,
} from './shape.ts'
import { stixEntities } from './stix-words.ts'
import { suggestFrom } from './suggest-from.ts'

const typeKeys = [
  'is',
  'abstract',
  'label',
  'colour',
  'dated',
  'transit',
  'stix',
  'ftm',
  'attributes',
] as const

const schemata = Object.keys(ftmSchemata) as FtmSchema[]

/** For types that choose no colour: Okabe and Ito's set, which colour-blind readers tell apart. */
const grey = '#6b7280'
export const usualColours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#8a6d00', '#56b4e9', grey]

/** Deeper than any taxonomy that people read; each type lists all those above it. */
const mostGenerations = 32

interface Written {
  readonly id: Located<string>
  readonly is: Located<string> | undefined
  readonly fields: Fields
}

/** The entity types with what they inherit, in order of id. */
export function readEntityTypes(
  entries: readonly YamlEntry[],
  report: Report,
): ReadonlyMap<string, EntityType> {
  const written = new Map<string, Written>()
  for (const { key, value } of entries) {
    checkName(key, report)
    const map = isEmpty(value)
      ? undefined
      : mapOf(value, 'what the type is, such as { is: actor }', report)
    const fields = map ? fieldsOf(map, 'An entity type', typeKeys, report) : new Fields([])
    written.set(key.value, { id: key, is: textOf(fields.get('is'), report), fields })
  }
  const types = new Map<string, EntityType>()
  const suggest = suggestFrom([...written.keys()])
  for (const { is } of written.values()) {
    if (is && !written.has(is.value)) report(ontologyUnknownType(is, suggest(is.value)))
  }
  const ids = [...written.keys()].sort(compareText)
  const roots = ids.filter((id) => written.get(id)?.is === undefined)
  const colours = new Map(
    roots.map((id, at) => [id, usualColours[at % usualColours.length] ?? grey]),
  )
  for (const id of ids) resolve(id, written, types, colours, report)
  return new Map([...types].sort(([a], [b]) => compareText(a, b)))
}

/** Resolves the topmost first, so that its colour, attributes and marks can be handed down. */
function resolve(
  id: string,
  written: ReadonlyMap<string, Written>,
  types: Map<string, EntityType>,
  colours: ReadonlyMap<string, string>,
  report: Report,
): void {
  for (const one of unresolved(id, written, types, report)) {
    const above = types.get(one.is?.value ?? '')
    const isTooDeep = above !== undefined && above.types.length >= mostGenerations
    if (one.is && isTooDeep) {
      report(wrongValue(one.is.span, `a type with fewer than ${mostGenerations} others above it`))
    }
    const colour = colours.get(one.id.value) ?? grey
    types.set(one.id.value, inherit(one, isTooDeep ? undefined : above, colour, report))
  }
}

/** A type and those above it that are not resolved yet, the topmost first. */
function unresolved(
  id: string,
  written: ReadonlyMap<string, Written>,
  types: ReadonlyMap<string, EntityType>,
  report: Report,
): Written[] {
  const chain = new Map<string, Written>()
  let own = written.get(id)
  while (own && !types.has(own.id.value) && !chain.has(own.id.value)) {
    chain.set(own.id.value, own)
    own = written.get(own.is?.value ?? '')
  }
  const last = [...chain.values()].at(-1)
  if (last?.is && chain.has(last.is.value)) {
    const ids = [...chain.keys()]
    report(ontologyCycle(last.is, ids.slice(ids.indexOf(last.is.value))))
  }
  return [...chain.values()].reverse()
}

function inherit(
  { id, fields }: Written,
  parent: EntityType | undefined,
  fallbackColour: string,
  report: Report,
): EntityType {
  const value = (key: (typeof typeKeys)[number]) => fields.get(key)
  const attributes = new Map([
    ...(parent?.attributes ?? []),
    ...readAttributeTypes(value('attributes'), report),
  ])
  return {
    id: id.value,
    label: textOf(value('label'), report)?.value ?? words(id.value),
    types: [id.value, ...(parent?.types ?? [])],
    abstract: truthOf(value('abstract'), report) ?? false,
    dated: truthOf(value('dated'), report) ?? parent?.dated ?? false,
    transit: truthOf(value('transit'), report) ?? parent?.transit ?? true,
    colour: colourOf(value('colour'), report) ?? parent?.colour ?? fallbackColour,
    stix: choiceOf(value('stix'), stixEntities, report) ?? parent?.stix,
    ftm: choiceOf(value('ftm'), schemata, report) ?? parent?.ftm,
    attributes: new Map([...attributes].sort(([a], [b]) => compareText(a, b))),
  }
}

/** `court-file` as people read it: `Court file`. */
function words(id: string): string {
  const text = id.replaceAll('-', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function colourOf(node: YamlNode | undefined, report: Report): string | undefined {
  const text = textOf(node, report, 'a colour, such as "#c2410c"')
  if (text === undefined) return undefined
  if (/^#[0-9a-f]{6}$/i.test(text.value)) return text.value.toLowerCase()
  report(wrongValue(text.span, 'a colour of six hexadecimal digits in quotes, such as "#c2410c"'))
  return undefined
}

const plainKinds = ['text', 'number', 'date', 'url'] as const
const expected = 'text, number, date, url, { one-of: [a, b] } or { list: text }'

function readAttributeTypes(
  node: YamlNode | undefined,
  report: Report,
): (readonly [string, AttributeType])[] {
  const map = node && mapOf(node, 'a map from attributes to their types', report)
  return (map?.entries ?? []).map(({ key, value }) => {
    checkName(key, report)
    if (key.value === 'when')
      report(wrongValue(key.span, 'another name; "when" is the date of an entity'))
    return [key.value, readAttributeType(value, report) ?? anything]
  })
}

/** What cannot be read is told; its values, too, would be noise beside that. */
const anything: AttributeType = { kind: 'text' }

function readAttributeType(node: YamlNode, report: Report): AttributeType | undefined {
  if (node.kind === 'scalar') {
    const kind = choiceOf(node, plainKinds, report)
    return kind && { kind }
  }
  const map = mapOf(node, expected, report)
  if (map === undefined) return undefined
  return readChoices(map, report)
}

function readChoices(map: YamlMap, report: Report): AttributeType | undefined {
  const fields = fieldsOf(map, 'An attribute type', ['one-of', 'list'], report)
  const oneOf = fields.get('one-of')
  const list = fields.get('list')
  if (oneOf && list) report(wrongValue(map.span, 'either one-of or list'))
  if (oneOf?.kind === 'list' && oneOf.items.length === 0) {
    report(wrongValue(oneOf.span, 'the values to choose from'))
    return undefined
  }
  // Of a list without brackets only the first value is left.
  if (oneOf && map.entries.some(isCutByComma)) return undefined
  if (oneOf)
    return { kind: 'one-of', values: distinctTextsOf(oneOf, report).map(({ value }) => value) }
  const of = list && readAttributeType(list, report)
  if (list === undefined && map.entries.length === 0) report(wrongValue(map.span, expected))
  return of && { kind: 'list', of }
}
