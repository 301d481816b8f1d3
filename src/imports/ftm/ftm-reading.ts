import { isWebAddress } from '../../text/web-address.ts'
import type { ImportReport } from '../import-report.ts'
import type { ImportedCitation, ImportedSource } from '../imported.ts'
import type { FtmEntities, FtmEntity } from './ftm-entities.ts'
import { edgeSchemata, isBelow } from './ftm-schemata.ts'

/** What is known of a file once all of it has been read. */
export interface FtmReading {
  readonly report: ImportReport
  readonly things: readonly FtmEntity[]
  /** Entities that tie two others. */
  readonly links: readonly FtmEntity[]
  readonly sources: ReadonlyMap<string, ImportedSource>
  /** The entity that a value refers to, if it does. */
  readonly entityOf: (value: string) => FtmEntity | undefined
  /** Where an entity is told: the documents that prove it, the pages it comes from, and the file. */
  readonly citationsOf: (entity: FtmEntity) => readonly ImportedCitation[]
}

export function ftmReading({ entities, referents }: FtmEntities, report: ImportReport): FtmReading {
  const entityOf = (value: string) =>
    entities.get(value) ?? entities.get(referents.get(value) ?? '')
  const all = [...entities.values()]
  const isLink = ({ schema, properties }: FtmEntity) => {
    const edge = edgeSchemata.get(schema)
    return edge !== undefined && properties.has(edge.source) && properties.has(edge.target)
  }
  const proofs = new Set(all.flatMap(({ properties }) => properties.get('proof') ?? []))
  const named = referredTo(all)
  const isOnlyProof = ({ id, schema }: FtmEntity) =>
    proofs.has(id) && isBelow(schema, 'Document') && !named.has(id)
  const sources = new Map<string, ImportedSource>()
  for (const entity of all) {
    if (proofs.has(entity.id)) sources.set(entity.id, documentAsSource(entity))
  }
  return {
    report,
    things: all.filter((entity) => !isLink(entity) && !isOnlyProof(entity)),
    links: all.filter(isLink),
    sources,
    entityOf,
    citationsOf: (entity) => [
      ...(entity.properties.get('proof') ?? []).map((id) => ({ source: entityOf(id)?.id ?? id })),
      ...pagesOf(entity, sources),
      { at: entity.id },
    ],
  }
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
