import { isWebAddress } from '../../text/web-address.ts'
import type { ImportedAttribute, ImportedCitation, ImportedSource } from '../imported.ts'
import { type JsonObject, listIn, textIn } from '../json/json-values.ts'

/** Reads what objects refer to outside of the bundle. */
export interface ReferenceReader {
  /** Documents that were found so far, by key. */
  readonly sources: ReadonlyMap<string, ImportedSource>
  readonly citationsOf: (object: JsonObject) => readonly ImportedCitation[]
  /** What other catalogues call the object: `mitre-attack-id: T1003`. */
  readonly idsOf: (object: JsonObject) => readonly Pick<ImportedAttribute, 'name' | 'value'>[]
}

/** Where there are more catalogues than this, their ids share one attribute. */
const mostCatalogues = 30

export function referenceReader(objects: readonly JsonObject[]): ReferenceReader {
  const catalogues = new Set(
    objects.flatMap((object) =>
      referencesOf(object).flatMap((reference) =>
        textIn(reference, 'external_id') === undefined
          ? []
          : (textIn(reference, 'source_name') ?? ''),
      ),
    ),
  )
  const areMany = catalogues.size > mostCatalogues
  const sources = new Map<string, ImportedSource>()
  return {
    sources,
    citationsOf: (object) =>
      referencesOf(object).flatMap((reference) => {
        if (textIn(reference, 'external_id') !== undefined) return []
        const [key, source] = sourceOf(reference)
        if (key === '') return []
        if (!sources.has(key)) sources.set(key, source)
        return [{ source: key }]
      }),
    idsOf: (object) => referencesOf(object).flatMap((reference) => idsIn(reference, areMany)),
  }
}

function referencesOf(object: JsonObject): readonly unknown[] {
  return listIn(object, 'external_references')
}

/** A report or an article; the same address, or else the same name and words, is the same source. */
function sourceOf(reference: unknown): readonly [string, ImportedSource] {
  const name = textIn(reference, 'source_name')?.trim() ?? ''
  const description = textIn(reference, 'description')?.trim() ?? ''
  const url = textIn(reference, 'url')?.trim() ?? ''
  const title = name || description.slice(0, 200) || url
  const key = title === '' ? '' : `${title}\n${url || description}`
  return [
    key,
    {
      title,
      ...(url !== '' && { url }),
      ...(description !== '' && description !== title && { note: description }),
    },
  ]
}

function idsIn(reference: unknown, areMany: boolean): Pick<ImportedAttribute, 'name' | 'value'>[] {
  const id = textIn(reference, 'external_id')
  const catalogue = textIn(reference, 'source_name') ?? 'external'
  const url = textIn(reference, 'url')
  if (id === undefined) return []
  const name = areMany ? 'external' : catalogue
  return [
    { name: `${name} id`, value: areMany ? `${catalogue} ${id}` : id },
    ...(url !== undefined && isWebAddress(url) ? [{ name: `${name} url`, value: url }] : []),
  ]
}
