import { datePrefixes } from '../../dates/date-prefixes.ts'
import { readLabelled } from '../../text/labelled-lines.ts'
import { readScalar } from '../../text/scalar-text.ts'
import { given } from '../given.ts'
import type { ImportedThing, ImportedType } from '../imported.ts'
import type { FtmEntity } from './ftm-entities.ts'
import { dateProperties, nameProperties } from './ftm-properties.ts'
import type { FtmReading } from './ftm-reading.ts'
import { attributesOf, dateOf } from './ftm-thing.ts'
import { told } from './own-lines.ts'
import { addedTo, type OwnValue, ownTypes, ownValue } from './own-properties.ts'

/** An entity as it was before the export; what other programs have added since becomes attributes. */
export function ownThing(entity: FtmEntity, reading: FtmReading): ImportedThing {
  const { id, properties } = entity
  const textsOf = (property: string) => properties.get(property) ?? []
  const [type = 'thing'] = ownTypes(entity)
  const [name, ...names] = textsOf('name')
  const values = textsOf('notes').flatMap((text) => ownValue(text) ?? [])
  const description = textsOf('description').flatMap(readLabelled)
  const count = Number(told(description, 'Count'))
  return {
    ...{ key: id, id, type },
    ...given('name', name),
    aliases: [...names, ...nameProperties.slice(1).flatMap(textsOf)],
    ...given('summary', textsOf('summary')[0]),
    unnamed: told(description, 'Unnamed') !== undefined,
    ...(count > 0 && { count }),
    ...given('date', dateClaim(values, entity, reading)),
    attributes: [
      ...values
        .filter(({ property }) => property !== 'when')
        .map(({ property, text, claim }) => ({
          name: property,
          value: readScalar(text),
          ...claim,
        })),
      ...attributesOf(addedTo(entity), reading),
    ],
  }
}

function dateClaim(
  values: readonly OwnValue[],
  entity: FtmEntity,
  reading: FtmReading,
): ImportedThing['date'] {
  const claimed = values.find(({ property }) => property === 'when')
  const value = writtenDate(claimed?.text, entity, reading)
  return value === undefined ? undefined : { citations: [], ...claimed?.claim, value }
}

/** The date as the export wrote it in words, unless the dates beside the words are others now. */
export function writtenDate(
  text: string | undefined,
  entity: FtmEntity,
  reading: FtmReading,
): string | undefined {
  const date = dateOf(entity, reading)
  if (text === undefined || date === undefined) return text ?? date
  const prefixes = datePrefixes(text)
  const isSame = dateProperties.every(
    (property) => prefixes[property] === entity.properties.get(property)?.[0],
  )
  return isSame ? text : date
}

/** The types of entities, each below the next; the schema is that of the first. */
export function typesOfOwn(things: readonly FtmEntity[]): Map<string, ImportedType> {
  const types = new Map<string, ImportedType>()
  for (const thing of things) {
    const chain = ownTypes(thing)
    for (const [at, type] of chain.entries()) {
      const known = types.get(type)
      const ftm = known?.ftm ?? (at === 0 ? thing.schema : undefined)
      types.set(type, { ...given('parent', chain[at + 1]), ...known, ...given('ftm', ftm) })
    }
  }
  return types
}
