import { isWebAddress } from '../../text/web-address.ts'
import type { ImportReport } from '../import-report.ts'
import type { ImportedCitation, ImportedSource } from '../imported.ts'
import type { FtmEntities, FtmEntity } from './ftm-entities.ts'
import { edgeSchemata, isBelow } from './ftm-schemata.ts'
import { type EntityOf, type OwnEntities, ownEntities } from './own-entities.ts'

/** What is known of a file once all of it has been read. */
export interface FtmReading {
  readonly report: ImportReport
  /** What Dossier exported; what follows is of other programs. */
  readonly own: OwnEntities
  readonly things: readonly FtmEntity[]
  /** Entities that tie two others. */
  readonly links: readonly FtmEntity[]
  readonly sources: ReadonlyMap<string, ImportedSource>
  /** The entity that a value refers to, if it does. */
  readonly entityOf: EntityOf
  /** Whether a link of our own ties two entities. */
  readonly isTied: (one: string, other: string) => boolean
  /** Where an entity is told: the documents that prove it, the pages it comes from, and the file. */
  readonly citationsOf: (entity: FtmEntity) => readonly ImportedCitation[]
}

export function ftmReading(file: FtmEntities, report: ImportReport): FtmReading {
  const { entities, referents } = file
  const entityOf = (value: string) =>
    entities.get(value) ?? entities.get(referents.get(value) ?? '')
  const all = [...entities.values()]
  const own = ownEntities(file, entityOf)
  const { others } = own
  const isLink = ({ schema, properties }: FtmEntity) => {
    const edge = edgeSchemata.get(schema)
    return edge !== undefined && properties.has(edge.source) && properties.has(edge.target)
  }
  const proofs = new Set(all.flatMap(({ properties }) => properties.get('proof') ?? []))
  const named = referredTo(all)
  const isOnlyProof = ({ id, schema }: FtmEntity) =>
    proofs.has(id) && isBelow(schema, 'Document') && !named.has(id)
  const sources = new Map(own.sources)
  for (const entity of others) {
    if (proofs.has(entity.id)) sources.set(entity.id, documentAsSource(entity))
  }
  const tied = new Set(own.links.map(({ source, target }) => pairOf(source, target)))
  return {
    ...{ report, own, sources, entityOf },
    things: others.filter((entity) => !isLink(entity) && !isOnlyProof(entity)),
    links: others.filter(isLink),
    isTied: (one, other) => tied.has(pairOf(one, other)),
    citationsOf: (entity) => [
      ...(entity.properties.get('proof') ?? []).map((id) => ({ source: entityOf(id)?.id ?? id })),
      ...pagesOf(entity, sources),
      { at: entity.id },
    ],
  }
}

/** The same in either order. */
function pairOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

/** The ids that stand in properties other than `proof`. */
function referredTo(all: readonly FtmEntity[]): ReadonlySet<string> {
  const named = new Set<string>()
  for (const { properties } of all) {
    for (const [name, values] of properties) {
      if (name !== 'proof') for (const value of values) named.add(value)
    }
  }
  return named
}

function documentAsSource({ id, properties }: FtmEntity): ImportedSource {
  const first = (...names: readonly string[]) =>
    names.map((name) => properties.get(name)?.[0]).find((value) => value !== undefined)
  const [publisher, author] = [first('publisher'), first('author')]
  const [published, language] = [first('publishedAt', 'date', 'authoredAt'), first('language')]
  const url = first('sourceUrl', 'publisherUrl', 'url')
  return {
    title: first('title', 'name', 'fileName', 'headline') ?? id,
    kind: 'document',
    ...(publisher !== undefined && { publisher }),
    ...(author !== undefined && { author }),
    ...(published !== undefined && { published }),
    ...(language !== undefined && { language }),
    ...(url !== undefined && { url }),
  }
}

function pagesOf(
  { properties }: FtmEntity,
  sources: Map<string, ImportedSource>,
): ImportedCitation[] {
  const publisher = properties.get('publisher')?.[0]
  return (properties.get('sourceUrl') ?? []).filter(isWebAddress).map((url) => {
    if (!sources.has(url)) {
      sources.set(url, { title: url, url, ...(publisher !== undefined && { publisher }) })
    }
    return { source: url }
  })
}
