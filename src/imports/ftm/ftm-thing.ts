import { edtfOf, intervalOf } from '../edtf-of.ts'
import type { ImportedThing } from '../imported.ts'
import type { FtmEntity } from './ftm-entities.ts'
import type { FtmReading } from './ftm-reading.ts'
import { isBelow } from './ftm-schemata.ts'

/** A thing as an entity: its properties become attributes, except those that name it, date it or lead to others. */
export function thingOf(entity: FtmEntity, reading: FtmReading): ImportedThing {
  const { id, schema, properties } = entity
  const citations = reading.citationsOf(entity)
  const names = nameProperties.flatMap((name) => properties.get(name) ?? [])
  const name = names[0] ?? standIn(properties)
  if (name === undefined) reading.report.note('unnamed-entities', id)
  const [summary] = properties.get('summary') ?? []
  const date = isBelow(schema, 'Event') ? dateOf(entity, reading) : undefined
  const isDate = new Set(date === undefined ? [] : dateProperties)
  const attributes = [...properties]
    .filter(([property]) => !besideAttributes.has(property) && !isDate.has(property))
    .flatMap(([property, values]) =>
      values
        .filter((value) => reading.entityOf(value) === undefined)
        .map((value) => ({ name: property, value, citations })),
    )
  return {
    ...{ key: id, type: schema, name: name ?? `${schema} ${id.slice(0, 8)}` },
    aliases: [...new Set(names.slice(1))].filter((alias) => alias !== name),
    ...(summary !== undefined && { summary }),
    ...(date !== undefined && { date: { value: date, citations } }),
    attributes,
  }
}

const nameProperties = ['name', 'alias', 'weakAlias', 'previousName', 'abbreviation']
const dateProperties = ['date', 'startDate', 'endDate']

const besideAttributes = new Set([...nameProperties, 'summary', 'proof', 'sourceUrl'])

/** What a person would call a thing that has no name. */
function standIn(properties: FtmEntity['properties']): string | undefined {
  const told = ['title', 'fileName', 'full', 'label', 'number', 'registrationNumber', 'program']
  return [...told, 'authority', 'street']
    .map((property) => properties.get(property)?.[0])
    .find((value) => value !== undefined)
}

/** When something happened or held, from its first day to its last. */
export function dateOf({ id, properties }: FtmEntity, { report }: FtmReading): string | undefined {
  const [date, start, end] = dateProperties.map((property) => {
    const [value] = properties.get(property) ?? []
    return value === undefined ? undefined : edtfOf(value, report, id)
  })
  return date ?? intervalOf(start, end)
}
