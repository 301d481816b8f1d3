import type { Edtf } from '../../dates/edtf.ts'
import { parseEdtf } from '../../dates/parse-edtf.ts'
import { compareText } from '../../text/compare-text.ts'
import { kebab } from '../../text/kebab.ts'
import { edtfOf } from '../edtf-of.ts'
import type { ImportReport } from '../import-report.ts'
import type { Imported, ImportedSource, ImportedThing, Origin } from '../imported.ts'
import { type BaseAttributes, baseAttributes } from './base-attributes.ts'
import { type BaseRelations, baseRelations } from './base-relations.ts'
import { type BaseTypes, baseTypes, typeIdOf } from './base-types.ts'
import type { Cleaning } from './clean-claim.ts'
import { cleanEntity } from './clean-entity.ts'
import { cleanName } from './clean-text.ts'
import { cleanTies } from './clean-tie.ts'
import { fittingText } from './fitting-text.ts'
import { identityText } from './identity-text.ts'
import { hashText, numbered } from './name-ids.ts'
import { ontologyText } from './ontology-text.ts'
import { type PlacedTies, placeTies } from './placed-ties.ts'
import { sourceText } from './source-text.ts'
import { type KnownIds, sourceIds, thingIds } from './thing-ids.ts'

export interface BaseFile {
  /** Below the data folder. */
  readonly path: string
  /** As `dossier format` leaves it. */
  readonly text: string
}

export interface WrittenBase {
  readonly entities: number
  /** By the keys of the file; that of the file itself as a source is the empty text. */
  readonly ids: ReadonlyMap<string, string>
  /** Made one after the other while they are read, and to be read once. */
  readonly files: Iterable<BaseFile>
}

export interface WriteOptions {
  /** Of the file that was read. */
  readonly name: string
  readonly report: ImportReport
  /** What is in the base already, from an import before this one or by hand. */
  readonly known?: KnownIds & { readonly folders: ReadonlyMap<string, string> }
}

/** What was read from a file as the files of a data folder that pass the check. The only writer of imports. */
export function writeBase(imported: Imported, options: WriteOptions): WrittenBase {
  const { report, known = { ids: new Map(), taken: new Set(), folders: new Map() } } = options
  const things = distinct(imported.things, report)
  const read = { ...imported, things }
  const types = baseTypes(read, report)
  const attributes = baseAttributes(read, types, report)
  const relations = baseRelations(read, report)
  const ids = thingIds(things, types.ids, known)
  const sources = idsOfSources(read, options, known, ids)
  const origin = read.origin && sources.get(originKey)
  const places = new Map<string, Set<string>>()
  const cleaning: Cleaning = {
    ...{ things: ids, sources, origin, report },
    cited: (source, at) => {
      const named = places.get(source) ?? new Set()
      places.set(source, at === undefined ? named : named.add(at))
    },
  }
  const folders = known.folders
  const work = { ...{ read, types, attributes, relations, cleaning, folders }, places, options }
  const all = new Map([...ids, ...Array.from(sources, ([k, id]) => [sourceKey(k), id] as const)])
  return { entities: things.length, ids: all, files: filesOf(work) }
}

/** The key of the file itself among the sources. */
const originKey = ''

/** Things and sources may have the same keys; no key of a thing begins like this. */
function sourceKey(key: string): string {
  return `\u0000${key}`
}

interface Work {
  readonly read: Imported
  readonly types: BaseTypes
  readonly attributes: BaseAttributes
  readonly relations: BaseRelations
  readonly cleaning: Cleaning
  readonly folders: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<string, ReadonlySet<string>>
  readonly options: WriteOptions
}

/** Entities first: they tell what the sources and the ontology must have. */
function* filesOf(work: Work): Generator<BaseFile> {
  const { read, types, relations, cleaning, options } = work
  const ties = placeTies(read, types, relations, cleaning)
  const dates = datesOf(read.things, cleaning)
  for (const thing of read.things) yield entityFile(thing, ties, dates, work)
  const identity = identityText(read.identity, cleaning)
  yield* sourceFiles(work)
  if (identity !== undefined) yield { path: 'identity.yaml', text: identity }
  const name = cleanName(read.name, options.report, 'ontology') ?? options.name
  const text = ontologyText(name, types, relations.relations, options.report)
  yield { path: 'ontology.yaml', text }
}

function entityFile(
  thing: ImportedThing,
  ties: PlacedTies,
  dates: ReadonlyMap<string, Edtf>,
  work: Work,
): BaseFile {
  const { types, attributes, cleaning, folders } = work
  const id = cleaning.things.get(thing.key) ?? ''
  const type = typeIdOf(thing, types)
  const entity = cleanEntity(thing, type, attributes, cleaning)
  const clean = cleanTies(ties.writtenAt(id), dates, cleaning)
  const relations = clean.map((tie) => ties.seenFrom(id, tie))
  const text = fittingText({ ...entity, relations }, id, cleaning.report)
  const folder =
    folders.get(id) ?? folderOf(thing.folder, id) ?? (type === 'sources' ? 'sources-2' : type)
  return { path: folder === '' ? `${id}.yaml` : `${folder}/${id}.yaml`, text }
}

/** A folder of the file that is one of ours, too: never hidden, never the one of the sources, never outside. */
function folderOf(folder: string | undefined, id: string): string | undefined {
  if (folder === undefined || folder.length > 200) return undefined
  if (folder === '') return ['ontology', 'identity'].includes(id) ? undefined : folder
  const isOurs = folder.split('/').every((name) => /^[a-z0-9][a-z0-9_-]*$/i.test(name))
  return isOurs && !/^sources(\/|$)/i.test(folder) ? folder : undefined
}

function datesOf(
  things: readonly ImportedThing[],
  { things: ids, report }: Cleaning,
): ReadonlyMap<string, Edtf> {
  const dates = new Map<string, Edtf>()
  for (const { key, date } of things) {
    const text = date && edtfOf(date.value, report, key)
    const parsed = text === undefined ? undefined : parseEdtf(text)
    if (parsed?.ok) dates.set(ids.get(key) ?? '', parsed.date)
  }
  return dates
}

function idsOfSources(
  { sources, origin, things }: Imported,
  { name }: WriteOptions,
  known: KnownIds,
  ids: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const taken = new Set([...known.taken, ...ids.values()])
  const before = new Map(
    [...sources.keys(), originKey].flatMap((key) => {
      const id = known.ids.get(sourceKey(key))
      return id === undefined ? [] : [[key, id] as const]
    }),
  )
  const told = sourceIds(sources, { ids: before, taken })
  if (origin === undefined) return told
  const wanted = before.get(originKey) ?? (kebab(name) || `file-${hashText(name)}`)
  const free = numbered(wanted, new Set([...taken, ...told.values()]))
  // Nothing cites the file where it is empty.
  return things.length === 0 ? told : new Map([...told, [originKey, free]])
}

function* sourceFiles(work: Work): Generator<BaseFile> {
  const { read, cleaning, places, options } = work
  for (const [key, id] of [...cleaning.sources].sort(([, a], [, b]) => compareText(a, b))) {
    const cited = places.get(id) ?? new Set<string>()
    const source = id === cleaning.origin ? originSource(read.origin) : read.sources.get(key)
    // Where no claim is left, nothing cites the file.
    if (source === undefined || (id === cleaning.origin && !places.has(id))) continue
    const path = `${sourceFolder(source.folder)}/${id}.yaml`
    yield { path, text: sourceText(source, cited, id, options.report) }
  }
}

function originSource(origin: Origin | undefined): ImportedSource | undefined {
  if (origin === undefined) return undefined
  const { rows, ...told } = origin
  return { ...told, kind: 'data set', ...(rows !== undefined && { paragraphs: rows }) }
}

function sourceFolder(folder = 'sources'): string {
  const isOurs = /^sources(\/[a-z0-9][a-z0-9_-]*)*$/i.test(folder) && folder.length <= 200
  return isOurs ? folder : 'sources'
}

/** A key that comes twice is one thing; what the second says besides is lost, and told. */
function distinct(things: readonly ImportedThing[], report: ImportReport): ImportedThing[] {
  const kept = new Map<string, ImportedThing>()
  for (const thing of things) {
    if (kept.has(thing.key)) report.note('repeated-keys', thing.key)
    else kept.set(thing.key, thing)
  }
  return [...kept.values()]
}
