import type { Edtf } from '../../dates/edtf.ts'
import { parseEdtf } from '../../dates/parse-edtf.ts'
import { compareText } from '../../text/compare-text.ts'
import { edtfOf } from '../edtf-of.ts'
import type { Imported, ImportedSource, ImportedThing, Origin } from '../imported.ts'
import type { BaseAttributes } from './base-attributes.ts'
import type { BaseRelations } from './base-relations.ts'
import { type BaseTypes, typeIdOf } from './base-types.ts'
import type { Cleaning } from './clean-claim.ts'
import { cleanEntity } from './clean-entity.ts'
import { cleanName } from './clean-text.ts'
import { cleanTies } from './clean-tie.ts'
import { fittingText } from './fitting-text.ts'
import { identityText } from './identity-text.ts'
import { fixedOntology, type KnownBase, type Standing } from './known-base.ts'
import { ontologyText } from './ontology-text.ts'
import { type PlacedTies, placeTies } from './placed-ties.ts'
import { sourceText } from './source-text.ts'

export interface BaseFile {
  /** Below the data folder. */
  readonly path: string
  /** As `dossier format` leaves it. */
  readonly text: string
}

/** All that is decided before the first file is written. */
export interface BaseWork {
  readonly read: Imported
  /** Those of which files are made. */
  readonly things: readonly ImportedThing[]
  readonly types: BaseTypes
  readonly attributes: BaseAttributes
  readonly relations: BaseRelations
  readonly cleaning: Cleaning
  readonly known: KnownBase
  readonly places: ReadonlyMap<string, ReadonlySet<string>>
  /** Of the base, where the file does not tell. */
  readonly name: string
}

/** Entities first: they tell what the sources and the ontology must have. */
export function* baseFiles(work: BaseWork): Generator<BaseFile> {
  const { read, things, relations, types, cleaning, known } = work
  const placing = { typeOf: typesOf(work), relations, cleaning, fixed: fixedOntology(known) }
  const ties = placeTies(read.ties, placing)
  const dates = datesOf(work)
  for (const thing of things) yield entityFile(thing, ties, dates, work)
  const identity = identityText(read.identity, cleaning)
  yield* sourceFiles(work)
  if (identity !== undefined) yield { path: 'identity.yaml', text: identity }
  const told = cleanName(read.name, cleaning.report, 'ontology') ?? work.name
  const text = ontologyText(
    known.standing?.ontology.name ?? told,
    types,
    relations.relations,
    cleaning.report,
  )
  yield { path: 'ontology.yaml', text }
}

/** The types of entities by key: what people have written of them counts, where the ontology knows it. */
function typesOf({ read, types, cleaning, known }: BaseWork): (key: string) => string | undefined {
  const told = new Map(read.things.map((thing) => [thing.key, typeIdOf(thing, types)]))
  const byId = new Map(Array.from(told, ([key, type]) => [cleaning.things.get(key) ?? '', type]))
  return (key) => {
    const id = cleaning.things.get(key)
    if (id === undefined) return told.get(key)
    const written = known.standing?.entities.get(id)?.type.value ?? ''
    return types.types.has(written) ? written : byId.get(id)
  }
}

function entityFile(
  thing: ImportedThing,
  ties: PlacedTies,
  dates: ReadonlyMap<string, Edtf>,
  work: BaseWork,
): BaseFile {
  const { types, attributes, cleaning, known } = work
  const id = cleaning.things.get(thing.key) ?? ''
  const type = typeIdOf(thing, types)
  const entity = cleanEntity(thing, type, attributes, cleaning)
  const clean = cleanTies(ties.writtenAt(id), dates, cleaning)
  const relations = clean.map((tie) => ties.seenFrom(id, tie))
  const text = fittingText({ ...entity, relations }, id, cleaning.report)
  const told = folderOf(thing.folder, id) ?? (type === 'sources' ? 'sources-2' : type)
  const stays = known.folders.get(id)
  return { path: pathIn(stays === undefined || isOfSources(stays) ? told : stays, id), text }
}

function pathIn(folder: string, id: string): string {
  return folder === '' ? `${id}.yaml` : `${folder}/${id}.yaml`
}

function isOfSources(folder: string): boolean {
  return folder === 'sources' || folder.startsWith('sources/')
}

/** A folder of the file that is one of ours, too: never hidden, never the one of the sources, never outside. */
function folderOf(folder: string | undefined, id: string): string | undefined {
  if (folder === undefined || folder.length > 200) return undefined
  if (folder === '') return ['ontology', 'identity'].includes(id) ? undefined : folder
  const isOurs = folder.split('/').every((name) => /^[a-z0-9][a-z0-9_-]*$/i.test(name))
  return isOurs && !/^sources(\/|$)/i.test(folder) ? folder : undefined
}

/** When events happened: what people have written of them counts. */
function datesOf({ things, cleaning, known }: BaseWork): ReadonlyMap<string, Edtf> {
  const written: Standing['entities'] = known.standing?.entities ?? new Map()
  const dates = new Map<string, Edtf>()
  for (const [id, { when }] of written) if (when) dates.set(id, when.when.date)
  for (const { key, date } of things) {
    const id = cleaning.things.get(key) ?? ''
    const text = date && !written.has(id) && edtfOf(date.value, cleaning.report, key)
    const parsed = text ? parseEdtf(text) : undefined
    if (parsed?.ok) dates.set(id, parsed.date)
  }
  return dates
}

function* sourceFiles(work: BaseWork): Generator<BaseFile> {
  const { read, cleaning, places, known } = work
  for (const [key, id] of [...cleaning.sources].sort(([, a], [, b]) => compareText(a, b))) {
    const cited = places.get(id) ?? new Set<string>()
    const source = id === cleaning.origin ? originSource(read.origin) : read.sources.get(key)
    // Where no claim is left, nothing cites the file.
    if (source === undefined || (id === cleaning.origin && !places.has(id))) continue
    const stays = known.folders.get(id) ?? ''
    const folder = isOfSources(stays) ? stays : sourceFolder(source.folder)
    yield { path: pathIn(folder, id), text: sourceText(source, cited, id, cleaning.report) }
  }
}

function originSource(origin: Origin | undefined): ImportedSource | undefined {
  return origin && { ...origin, kind: 'data set' }
}

function sourceFolder(folder = 'sources'): string {
  const isOurs = /^sources(\/[a-z0-9][a-z0-9_-]*)*$/i.test(folder) && folder.length <= 200
  return isOurs ? folder : 'sources'
}
