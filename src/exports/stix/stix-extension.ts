import type { StixObject } from './stix-json.ts'
import { noTime } from './stix-time.ts'

/** Puts what STIX has no property for where STIX wants such things to be. */
export function extended(properties: StixObject): StixObject {
  return { extensions: { [extensionId]: { extension_type: 'property-extension', ...properties } } }
}

/** Changed together with what the extension holds. */
const version = '1.0.0'
const extensionId = 'extension-definition--2c1d1fd5-4d4b-4f0e-8f6a-9b6c3a0d7e52'
const dossierId = 'identity--5b1f6f0a-0c0e-4c65-8a8b-1d2f3e4a5b6c'

/** The program, which answers for the extension, and the extension: the same in every bundle. */
export const extensionObjects: readonly StixObject[] = [
  {
    type: 'identity',
    spec_version: '2.1',
    id: dossierId,
    created: noTime,
    modified: noTime,
    name: 'Dossier',
    description: 'A compiler from hand-curated files to a knowledge graph with its evidence.',
    identity_class: 'system',
  },
  {
    type: 'extension-definition',
    spec_version: '2.1',
    id: extensionId,
    created_by_ref: dossierId,
    created: noTime,
    modified: noTime,
    name: 'Dossier',
    description: 'What a Dossier base says of entities, relations and sources, as it was written.',
    schema: [
      'Of an entity: id, entity_type, entity_types (with ancestors), aliases, unnamed, count, when (EDTF), start and end',
      '(the widest bounds of when, as days), claims (attribute, value, evidence, rivals), file and line of the data.',
      'Of a relation: key, relation, kind, symmetric, role, evidence, rivals, file, line.',
      'Evidence: when, start, end, confidence (in words), said_by (entities that the source quotes), inferred (why the',
      'curator concludes it), note, citations (source, locator, quote).',
      'A rival is another reading: value, target or when, or denied, with its evidence.',
      'Of a source: id, publisher, author, kind, archive, published, accessed (EDTF), language, reliability (A to F of',
      'the Admiralty code), note, paragraphs, pages, file, line.',
      'Of a note or opinion: rival_of (an entity or relation), attribute; or verdict, entities and citations of a',
      'decision on who is who.',
    ].join(' '),
    version,
    extension_types: ['property-extension'],
  },
]
