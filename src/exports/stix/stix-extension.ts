import { stixExtension, stixProgram } from '../../model/stix-words.ts'
import type { StixObject } from './stix-json.ts'
import { noTime } from './stix-time.ts'

/** Puts what STIX has no property for where STIX wants such things to be. */
export function extended(properties: StixObject): StixObject {
  return {
    extensions: { [stixExtension]: { extension_type: 'property-extension', ...properties } },
  }
}

/** Changed together with what the extension holds. */
const version = '1.1.0'

/** The program, which answers for the extension, and the extension: the same in every bundle. */
export const extensionObjects: readonly StixObject[] = [
  {
    type: 'identity',
    spec_version: '2.1',
    id: stixProgram,
    created: noTime,
    modified: noTime,
    name: 'Dossier',
    description: 'A compiler from hand-curated files to a knowledge graph with its evidence.',
    identity_class: 'system',
  },
  {
    type: 'extension-definition',
    spec_version: '2.1',
    id: stixExtension,
    created_by_ref: stixProgram,
    created: noTime,
    modified: noTime,
    name: 'Dossier',
    description: 'What a Dossier base says of entities, relations and sources, as it was written.',
    schema: [
      'Of the base, which has created all of it: generator, types, relations, and sources that no report is about.',
      'A type: id, label, types (itself, then its ancestors), abstract, dated, transit, colour, stix, ftm. A relation: id,',
      'label, inverse, inverse_label, symmetric, kind, from and to (types), says, says_inverse (sentences), stix, ftm.',
      'Of an entity: id, entity_type, entity_types (with ancestors), aliases, unnamed, count, when (EDTF), start and end',
      '(the widest bounds of when, as days), claims (attribute, value, evidence, rivals), file and line of the data.',
      'Of a relationship: key, relation, kind, symmetric, turned (its source is the target), role, evidence, rivals,',
      'file, line.',
      'Evidence: when, start, end, confidence (in words), said_by (entities that the source quotes), inferred (why the',
      'curator concludes it), note, citations (source, locator, quote).',
      'A rival is another reading: value, target or when, or denied, with its evidence.',
      'Of a source: id, title (where no report has it), publisher, author, kind, url, archive, published, accessed (EDTF),',
      'language, reliability (A to F of the Admiralty code), note, paragraphs, pages, file, line.',
      'Of a note or opinion: rival_of (an entity or relation), attribute; or verdict, entities and citations of a',
      'decision on who is who.',
    ].join(' '),
    version,
    extension_types: ['property-extension'],
  },
]
