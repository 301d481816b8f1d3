import type { ImportContext, ImportFormat, ImportInput } from '../import-format.ts'
import type { Imported, ImportedRelation, ImportedType } from '../imported.ts'
import { type FtmEntity, readEntities } from './ftm-entities.ts'
import { type FtmReading, ftmReading } from './ftm-reading.ts'
import { edgeSchemata, parentOf } from './ftm-schemata.ts'
import { thingOf } from './ftm-thing.ts'
import { tiesOfEdge, tiesOfThing } from './ftm-ties.ts'
import { addedTo } from './own-properties.ts'
import { ownRelations } from './own-relations.ts'
import { ownThing, typesOfOwn } from './own-thing.ts'
import { ownTie } from './own-ties.ts'

export const ftm = {
  extensions: ['ftm', 'json', 'ndjson', 'jsonl'],
  description:
    'Entities of FollowTheMoney, one a line: things become entities, links relations, documents that prove something sources. What Dossier exported comes back.',
  read: readFtm,
} as const satisfies ImportFormat

async function readFtm([input]: readonly ImportInput[], context: ImportContext): Promise<Imported> {
  if (input === undefined) throw new Error('A format that takes one file is given one.')
  const reading = ftmReading(await readEntities(input, context), context.report)
  const { own, things, links, sources, entityOf } = reading
  const ties = [
    ...own.links.map((link) => ownTie(link, reading)),
    ...links.flatMap((entity) => tiesOfEdge(entity, reading)),
    ...own.things.flatMap((entity) => tiesOfThing(addedTo(entity), reading)),
    ...things.flatMap((entity) => tiesOfThing(entity, reading)),
  ]
  return {
    things: [
      ...own.things.map((entity) => ownThing(entity, reading)),
      ...things.map((entity) => thingOf(entity, reading)),
    ],
    ties,
    types: new Map([...typesOf(reading), ...typesOfOwn(own.things)]),
    relations: new Map([...links.flatMap(linkWord), ...ownRelations(own, entityOf)]),
    ...{ sources, identity: own.identity },
    origin: {
      title: input.name,
      note: 'Entities of FollowTheMoney that were imported. A locator is the id of one of them.',
    },
    // What is written like a number may be one, but for values of ours, which are told apart.
    ...(own.things.length === 0 && { untyped: true }),
  }
}

/** What a link is called there, under the name of the relation that it becomes. */
function linkWord({ schema }: FtmEntity): (readonly [string, ImportedRelation])[] {
  const edge = edgeSchemata.get(schema)
  return edge === undefined ? [] : [[edge.relation, { ftm: schema }]]
}

/** The schemata of the things and those above them. */
function typesOf({ things }: FtmReading): ReadonlyMap<string, ImportedType> {
  const types = new Map<string, ImportedType>()
  for (const { schema } of things) {
    for (let own: string | undefined = schema; own !== undefined && !types.has(own); ) {
      const parent = parentOf(own)
      types.set(own, { ftm: own, ...(parent !== undefined && { parent }) })
      own = parent
    }
  }
  return types
}
