import { unfitThings } from '../imports/base/fits-ontology.ts'
import { type KnownBase, originKey, type Standing, sourceKey } from '../imports/base/known-base.ts'
import { presentThings } from '../imports/base/present-things.ts'
import { openReport } from '../imports/import-report.ts'
import type { Imported } from '../imports/imported.ts'
import { groupBy } from '../model/group-by.ts'
import { hasPlace } from '../model/source.ts'
import type { HandWork } from './hand-work.ts'
import { idIn } from './import-manifest.ts'
import { type StandingFile, standingFile } from './standing-file.ts'

/** What the next import has to know of a base. */
export interface KnownForImport {
  readonly known: KnownBase
  /** Ids of what stays as it is: also where the file has that no more, it is not removed. */
  readonly needed: ReadonlySet<string>
}

/**
 * What people have written stays, and with it what it refers to; so does what an ontology that they have edited has no
 * room for any more. `textOf` gives the text of a file in the data folder, where it can be read.
 */
export function knownForImport(
  work: HandWork,
  imported: Imported,
  textOf: (path: string) => string | undefined,
): KnownForImport {
  const { manifest, deleted, standing, isOntologyEdited } = work
  const { ids, merged } = manifest
  const paths = new Map(Array.from(manifest.files.keys(), (path) => [idIn(path) ?? '', path]))
  const read = (id: string) => {
    const path = paths.get(id)
    const text = path && textOf(path)
    return text && path ? standingFile({ path, text }, work.vocabulary) : undefined
  }
  const { read: present } = presentThings(imported, { ids, merged, deleted }, openReport())
  const { ontology } = work.vocabulary
  const unfit = isOntologyEdited ? unfitThings(present, ontology) : new Set<string>()
  const fitting = present.things.filter(({ key }) => !unfit.has(key))
  const isMade = idsMade({ ...present, things: fitting }, ids)
  const { kept, needed } = keptFor(
    standing,
    [...unfit].flatMap((key) => ids.get(key) ?? []),
    isMade,
    read,
  )
  const staying = [...standing, ...kept]
  const keptIds = [...work.folders.keys(), ...kept.flatMap(idsOf)].filter((id) => !isMade.has(id))
  const isReliedOn = staying.length > 0 || isOntologyEdited || manifest.reliedOn
  const known: KnownBase = {
    ...{ ids, merged, deleted },
    taken: new Set([...work.taken, ...keptIds, ...manifest.freed, ...idsOfOthers(present, ids)]),
    folders: new Map([...manifest.folders, ...work.folders]),
    standing: isReliedOn
      ? { ...{ ontology, isFixed: isOntologyEdited, unfit }, ...standingIn(staying, read) }
      : undefined,
  }
  return { known, needed }
}

/** Ids of what the file has no more: they wait for it, unless the file itself says whose they are now. */
function idsOfOthers(present: Imported, ids: ReadonlyMap<string, string>): readonly string[] {
  const keys = new Set(keysOf(present))
  const told = new Set([...present.things, ...present.sources.values()].map(({ id }) => id))
  const isOther = ([key, id]: readonly [string, string]) => !keys.has(key) && !told.has(id)
  return [...ids].filter(isOther).map(([, id]) => id)
}

function keysOf({ things, sources, origin }: Imported): string[] {
  const keys = [...things.map(({ key }) => key), ...Array.from(sources.keys(), sourceKey)]
  return origin ? [...keys, sourceKey(originKey)] : keys
}

/** The ids that files are made for, as far as they are known. */
function idsMade(imported: Imported, ids: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set(keysOf(imported).flatMap((key) => ids.get(key) ?? []))
}

/** Of what no file is made for, those that stay, and those to which files that stay refer, be it by way of others. */
function keptFor(
  standing: readonly StandingFile[],
  staying: readonly string[],
  isMade: ReadonlySet<string>,
  read: (id: string) => StandingFile | undefined,
): { readonly kept: readonly StandingFile[]; readonly needed: ReadonlySet<string> } {
  const needed = new Set<string>()
  const kept: StandingFile[] = []
  const keep = (ids: readonly string[]) => {
    const news = new Set(ids.filter((id) => !needed.has(id)))
    for (const id of news) needed.add(id)
    return [...news].filter((id) => !isMade.has(id)).flatMap((id) => read(id) ?? [])
  }
  let next = keep([...staying, ...standing.flatMap(({ mentioned }) => mentioned)])
  while (next.length > 0) {
    kept.push(...next)
    next = keep(next.flatMap(({ mentioned }) => mentioned))
  }
  return { kept, needed }
}

function idsOf({ entities, sources }: StandingFile): string[] {
  return [...entities, ...sources].map(({ id }) => id.value)
}

function standingIn(
  staying: readonly StandingFile[],
  read: (id: string) => StandingFile | undefined,
): Pick<Standing, 'entities' | 'places' | 'cited'> {
  const entities = staying.flatMap((file) => file.entities)
  const sources = staying.flatMap((file) => file.sources)
  const places = new Map(sources.map((source) => [source.id.value, source.places]))
  const citations = staying.flatMap((file) => file.citations)
  const cited = new Map<string, ReadonlySet<string>>()
  for (const [id, citing] of groupBy(citations, ({ source }) => source)) {
    const [source] = places.has(id) ? [] : (read(id)?.sources ?? [])
    const at = citing.flatMap((citation) => citation.at ?? [])
    if (source) cited.set(id, new Set(at.filter((place) => hasPlace(source.places, place))))
  }
  return {
    ...{ places, cited },
    entities: new Map(entities.map((entity) => [entity.id.value, entity])),
  }
}
