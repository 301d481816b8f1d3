import type { ImportContext, ImportFormat, ImportInput } from '../import-format.ts'
import type { Imported } from '../imported.ts'
import { type JsonObject, parseJson, textIn } from '../json/json-values.ts'
import { wholeText } from '../text-pieces.ts'
import { newestObjects, objectsIn } from './stix-objects.ts'
import { creatorsOf, type StixReading } from './stix-reading.ts'
import { referenceReader } from './stix-references.ts'
import { thingOf } from './stix-thing.ts'
import { tieOfRelationship, tiesOfReferences } from './stix-ties.ts'

export const stix = {
  extensions: ['json', 'stix'],
  description:
    'A bundle of STIX 2.0 or 2.1: objects become entities, relationships relations, external references sources.',
  read: readStix,
} as const satisfies ImportFormat

async function readStix(
  [input]: readonly ImportInput[],
  context: ImportContext,
): Promise<Imported> {
  if (input === undefined) throw new Error('A format that takes one file is given one.')
  const { report } = context
  const document = parseJson(await wholeText(input, context), input.name)
  const objects = newestObjects(objectsIn(document, input.name, report), report)
  const isThing = ({ type }: JsonObject) => !noThings.has(String(type))
  const things = objects.filter(isThing)
  for (const { type } of objects) {
    if (String(type) !== 'relationship' && noThings.has(String(type))) {
      report.note('left-out-objects', String(type))
    }
  }
  const reading: StixReading = {
    report,
    things: new Set(things.map(({ id }) => String(id))),
    creators: creatorsOf(objects),
    references: referenceReader(objects),
  }
  const relationships = objects.filter(({ type }) => type === 'relationship')
  const [publisher, another] = reading.creators
  const creator = things.find(({ id }) => id === publisher)
  const told = another === undefined ? textIn(creator, 'name') : undefined
  return {
    ...nameOf(objects),
    things: things.map((object) => thingOf(object, reading)),
    ties: [
      ...relationships.flatMap((object) => tieOfRelationship(object, reading)),
      ...things.flatMap((object) => tiesOfReferences(object, reading)),
    ],
    types: new Map(things.map(({ type }) => [String(type), { stix: String(type) }])),
    ...{ relations: new Map(), identity: [] },
    sources: reading.references.sources,
    origin: {
      title: input.name,
      note: 'A STIX bundle that was imported. A locator is the id of an object in it.',
      ...(told !== undefined && { publisher: told }),
    },
  }
}

/** What is about other objects and is nothing by itself. */
const noThings: ReadonlySet<string> = new Set([
  ...['relationship', 'marking-definition', 'language-content', 'extension-definition', 'bundle'],
])

/** A collection that all of the bundle belongs to gives it its name. */
function nameOf(objects: readonly JsonObject[]): { readonly name?: string } {
  const collections = objects.filter(({ type }) => type === 'x-mitre-collection')
  const name = collections.length === 1 ? textIn(collections[0], 'name') : undefined
  return name === undefined ? {} : { name }
}
