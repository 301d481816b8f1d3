import { stixExtension } from '../../model/stix-words.ts'
import { entriesIn, type JsonObject, listIn, textIn, textsIn } from '../json/json-values.ts'
import type { OwnObject } from './own-objects.ts'

/** An entity's object without all that `dossier export stix` wrote: what another program or a person has added. */
export function addedByOthers({ object, told }: OwnObject): JsonObject {
  const types = new Set(textsIn(told, 'entity_types'))
  const cited = new Set(listIn(told, 'claims').flatMap(citationTexts))
  const extensions = entriesIn(object, 'extensions').filter(([id]) => id !== stixExtension)
  return {
    ...Object.fromEntries(Object.entries(object).filter(([property]) => !written.has(property))),
    labels: textsIn(object, 'labels').filter((label) => !types.has(label)),
    external_references: listIn(object, 'external_references').filter(
      (reference) => !cited.has(textIn(reference, 'external_id') ?? ''),
    ),
    ...(extensions.length > 0 && { extensions: Object.fromEntries(extensions) }),
  }
}

/** `lwj-nusrat#p4` as the export writes it. */
function citationTexts(claim: unknown): string[] {
  return listIn(claim, 'citations').map((citation) =>
    [textIn(citation, 'source'), textIn(citation, 'locator')]
      .filter((part) => part !== undefined)
      .join('#'),
  )
}

const written: ReadonlySet<string> = new Set([
  ...['created', 'modified', 'identity_class', 'is_family', 'first_seen', 'last_seen', 'labels'],
  ...['country', 'region', 'latitude', 'longitude', 'external_references', 'extensions'],
])
