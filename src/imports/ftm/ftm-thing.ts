import { edtfOf, intervalOf } from '../edtf-of.ts'
import type { ImportedAttribute, ImportedThing } from '../imported.ts'
import type { FtmEntity } from './ftm-entities.ts'
import { dateProperties, nameProperties } from './ftm-properties.ts'
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
  return {
    ...{ key: id, type: schema, name: name ?? `${schema} ${id.slice(0, 8)}` },
    aliases: [...new Set(names.slice(1))].filter((alias) => alias !== name),
    ...(summary !== undefined && { summary }),
    ...(date !== undefined && { date: { value: date, citations } }),
    attributes: attributesOf(entity, reading, date === undefined ? [] : dateProperties),
  }
}

/** What properties say that neither name it nor lead to others, nor are `told` elsewhere. */
export function attributesOf(
  entity: FtmEntity,
  reading: FtmReading,
  told: readonly string[] = dateProperties,
): ImportedAttribute[] {
  const citations = reading.citationsOf(entity)
  return [...entity.properties]
    .filter(([property]) => !besideAttributes.has(property) && !told.includes(property))
    .flatMap(([property, values]) =>
      values
        .filter((value) => reading.entityOf(value) === undefined)
        .map((value) => ({ name: property, value, citations })),
    )
}

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
