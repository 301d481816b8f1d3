import type { ImportedTie } from '../imported.ts'
import type { FtmEntity } from './ftm-entities.ts'
import { dateProperties } from './ftm-properties.ts'
import type { FtmReading } from './ftm-reading.ts'
import { edgeSchemata } from './ftm-schemata.ts'
import { dateOf } from './ftm-thing.ts'

/** An entity that ties two others, or each of several with each of several. */
export function tiesOfEdge(entity: FtmEntity, reading: FtmReading): ImportedTie[] {
  const edge = edgeSchemata.get(entity.schema)
  if (edge === undefined) return []
  const { properties, id } = entity
  const endsAt = (property: string) =>
    (properties.get(property) ?? []).map((value) => reading.entityOf(value)?.id ?? value)
  const when = dateOf(entity, reading)
  const [role] = properties.get('role') ?? properties.get('relationship') ?? []
  const used = new Set<string>([
    edge.source,
    edge.target,
    ...beside,
    ...(when ? dateProperties : []),
  ])
  if (role !== undefined) used.add(properties.has('role') ? 'role' : 'relationship')
  const note = noteOf(entity, used)
  if (note !== '') reading.report.note('values-in-notes', id, note.split('\n').length)
  return endsAt(edge.source).flatMap((source) =>
    endsAt(edge.target).map((target) => ({
      ...{ relation: edge.relation, source, target, citations: reading.citationsOf(entity) },
      ...(role !== undefined && { role }),
      ...(when !== undefined && { when }),
      ...(note !== '' && { note }),
    })),
  )
}

export const beside = ['proof', 'sourceUrl', 'publisher', 'dataset']

/** What else is said of a link; its description is a note already. */
export function noteOf({ properties }: FtmEntity, used: ReadonlySet<string>): string {
  const own = ['summary', 'description']
  const told = own.filter((property) => !used.has(property))
  const words = told.flatMap((property) => properties.get(property) ?? [])
  const others = [...properties]
    .filter(([property]) => !used.has(property) && !own.includes(property))
    .map(([property, values]) => `${property}: ${values.join(', ')}`)
  return [...words, ...others].join('\n')
}

/** What the properties of a thing lead to, such as its address, unless a link of our own ties the two already. */
export function tiesOfThing(entity: FtmEntity, reading: FtmReading): ImportedTie[] {
  const citations = reading.citationsOf(entity)
  return [...entity.properties].flatMap(([property, values]) => {
    if (property === 'proof' || /name|alias/i.test(property)) return []
    return values.flatMap((value) => {
      const target = reading.entityOf(value)?.id
      return target === undefined || reading.isTied(entity.id, target)
        ? []
        : [{ relation: property, source: entity.id, target, citations }]
    })
  })
}
