import { given } from '../given.ts'
import type { ImportContext, ImportFormat, ImportInput } from '../import-format.ts'
import type { ImportReport } from '../import-report.ts'
import type { Imported, ImportedType, Origin } from '../imported.ts'
import { type JsonObject, parseJson, textIn } from '../json/json-values.ts'
import { wholeText } from '../text-pieces.ts'
import { readOwnBundle } from './own-bundle.ts'
import { type SortedObjects, sortObjects } from './own-objects.ts'
import { decisionOf } from './stix-decisions.ts'
import { newestObjects, objectsIn } from './stix-objects.ts'
import { creatorsOf, type StixReading } from './stix-reading.ts'
import { referenceReader } from './stix-references.ts'
import { thingOf } from './stix-thing.ts'
import { tieOfRelationship, tiesOfReferences } from './stix-ties.ts'

export const stix = {
  extensions: ['json', 'stix'],
  description:
    'A bundle of STIX 2.0 or 2.1: objects become entities, relationships relations, external references sources; one that Dossier exported comes back whole.',
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
  const sorted = sortObjects(objects)
  const { strangers } = sorted
  const things = strangers.filter(({ type }) => !noThings.has(String(type)))
  for (const { type } of strangers) {
    if (type !== 'relationship' && noThings.has(String(type))) {
      report.note('left-out-objects', String(type))
    }
  }
  const reading = readingOf(sorted, things, report)
  const own = readOwnBundle(sorted, reading)
  const relationships = strangers
    .filter(({ type }) => type === 'relationship')
    .flatMap((object) => tieOfRelationship(object, reading))
  return {
    ...nameOf(objects),
    ...own,
    things: [...own.things, ...things.map((object) => thingOf(object, reading))],
    ties: [
      ...own.ties,
      ...relationships,
      ...[...sorted.own('entity').map(({ object }) => object), ...things].flatMap((object) =>
        tiesOfReferences(object, reading),
      ),
    ],
    identity: [...own.identity, ...relationships.flatMap((tie) => decisionOf(tie, reading))],
    types: new Map<string, ImportedType>([
      ...things.map(({ type }) => [String(type), { stix: String(type) }] as const),
      ...own.types,
    ]),
    // Documents are found while things and ties are read.
    sources: new Map([...own.sources, ...reading.references.sources]),
    origin: originOf(input.name, things, reading),
  }
}

function readingOf(
  { own, makers, strangers }: SortedObjects,
  things: readonly JsonObject[],
  report: ImportReport,
): StixReading {
  const entities = own('entity').map(({ object }) => object)
  return {
    report,
    things: new Set([...entities, ...things].map(({ id }) => String(id))),
    creators: new Set([...creatorsOf(strangers)].filter((creator) => !makers.has(creator))),
    references: referenceReader(strangers),
  }
}

/** Nothing cites the bundle where it is ours alone; then it does not become a source. */
function originOf(title: string, things: readonly JsonObject[], { creators }: StixReading): Origin {
  const [publisher, another] = creators
  const creator = things.find(({ id }) => id === publisher)
  const told = another === undefined ? textIn(creator, 'name') : undefined
  const note = 'A STIX bundle that was imported. A locator is the id of an object in it.'
  return { title, note, ...given('publisher', told) }
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
