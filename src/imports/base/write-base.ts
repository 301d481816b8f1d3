import type { Ontology } from '../../model/ontology.ts'
import { kebab } from '../../text/kebab.ts'
import type { ImportReport } from '../import-report.ts'
import type { Imported, ImportedThing } from '../imported.ts'
import { type BaseAttributes, baseAttributes } from './base-attributes.ts'
import { type BaseFile, baseFiles } from './base-files.ts'
import { baseRelations } from './base-relations.ts'
import { type BaseTypes, baseTypes, typeIdOf } from './base-types.ts'
import type { Cleaning } from './clean-claim.ts'
import { hasDates } from './fits-ontology.ts'
import { fixedOntology, type KnownBase, nothingKnown, originKey, sourceKey } from './known-base.ts'
import { hashText, numbered } from './name-ids.ts'
import { presentThings } from './present-things.ts'
import { sourceIds, thingIds } from './thing-ids.ts'

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
  readonly known?: KnownBase
}

/** What was read from a file as the files of a data folder that pass the check. The only writer of imports. */
export function writeBase(imported: Imported, options: WriteOptions): WrittenBase {
  const { report, known = nothingKnown } = options
  const { read, away } = presentThings(imported, known, report)
  const { standing } = known
  const relyOn = standing?.ontology
  const types = baseTypes(read, report, relyOn)
  const attributes = within(fixedOntology(known), baseAttributes(read, types, report, relyOn))
  const relations = baseRelations(read, report, relyOn)
  const things = fittingThings(read.things, types, known, report)
  const cited = knownIn([...read.sources.keys(), originKey].map(sourceKey), known)
  const taken = new Set([...known.taken, ...cited.values()])
  const ids = thingIds(things, types.ids, { ids: known.ids, taken })
  const sources = idsOfSources({ ...read, things }, options.name, known, ids)
  const places = new Map(Array.from(standing?.cited ?? [], ([id, at]) => [id, new Set(at)]))
  const cleaning: Cleaning = {
    ...namesThere(read.things, ids, away, known),
    ...{ sources, origin: read.origin && sources.get(originKey), report },
    places: standing?.places ?? new Map(),
    cited: (source, at) => {
      const named = places.get(source) ?? new Set()
      places.set(source, at === undefined ? named : named.add(at))
    },
  }
  const sourceKeys = Array.from(sources, ([key, id]) => [sourceKey(key), id] as const)
  const before = knownIn([...away.keys(), ...(standing?.unfit ?? [])], known)
  const decided = { read, things, types, attributes, relations, cleaning, known, places }
  return {
    entities: things.length,
    ids: new Map([...before, ...ids, ...sourceKeys]),
    files: baseFiles({ ...decided, name: options.name }),
  }
}

function knownIn(keys: readonly string[], { ids }: KnownBase): ReadonlyMap<string, string> {
  const isKnown = (key: string) => ids.has(key)
  return new Map(keys.filter(isKnown).map((key) => [key, ids.get(key) ?? '']))
}

/** An ontology that stays as it is says what attributes there are; a type that it lacks has those of the file. */
function within(fixed: Ontology | undefined, attributes: BaseAttributes): BaseAttributes {
  if (fixed === undefined) return attributes
  const { typeOf } = attributes
  const allowed: BaseAttributes['typeOf'] = (type, name) => {
    const known = fixed.entityTypes.get(type)
    return known ? known.attributes.get(name) : typeOf(type, name)
  }
  return { ...attributes, typeOf: allowed }
}

/** Without the things and dates for which an ontology that stays as it is has no room. */
function fittingThings(
  things: readonly ImportedThing[],
  types: BaseTypes,
  known: KnownBase,
  report: ImportReport,
): readonly ImportedThing[] {
  const fixed = fixedOntology(known)
  if (fixed === undefined) return things
  return things.flatMap((thing) => {
    if (known.standing?.unfit.has(thing.key)) {
      report.note('unfit-entities', thing.key)
      return []
    }
    if (thing.date === undefined || hasDates(fixed, typeIdOf(thing, types))) return thing
    report.note('unfit-claims', thing.key)
    const { date: _, ...dateless } = thing
    return dateless
  })
}

/** What keys stand for: also those that were merged into something, or that stay as they are. */
function namesThere(
  things: readonly ImportedThing[],
  ids: ReadonlyMap<string, string>,
  away: ReadonlyMap<string, string>,
  known: KnownBase,
): Pick<Cleaning, 'things' | 'away'> {
  const { merged, standing } = known
  const names = new Map(ids)
  const there = new Set([...ids.values(), ...(standing?.entities.keys() ?? [])])
  for (const key of [...merged.keys(), ...(standing?.unfit ?? [])]) {
    const id = away.get(key) ?? known.ids.get(key) ?? ''
    if (there.has(id)) names.set(key, id)
  }
  const left = [...things.map(({ key }) => key), ...away.keys()].filter((key) => !names.has(key))
  return { things: names, away: new Set(left) }
}

function idsOfSources(
  { sources, origin, things }: Imported,
  name: string,
  known: KnownBase,
  ids: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const taken = new Set([...known.taken, ...ids.values()])
  const told = sourceIds(sources, { ids: known.ids, taken })
  if (origin === undefined) return told
  const wanted = known.ids.get(sourceKey(originKey)) ?? (kebab(name) || `file-${hashText(name)}`)
  const free = numbered(wanted, new Set([...taken, ...told.values()]))
  // Nothing cites the file where it is empty.
  return things.length === 0 ? told : new Map([...told, [originKey, free]])
}
