import type { reliabilities } from '../model/source.ts'
import { allow } from './allow.ts'
import { described, type JsonSchema, ref } from './json-schema.ts'
import { ofSource } from './key-descriptions.ts'
import { scalars } from './scalars.ts'
import { choice } from './words.ts'

const meanings: Readonly<Record<(typeof reliabilities)[number], string>> = {
  A: 'Completely reliable.',
  B: 'Usually reliable.',
  C: 'Fairly reliable.',
  D: 'Not usually reliable.',
  E: 'Unreliable.',
  F: 'It cannot be judged.',
}

/** A file in `sources/`. */
export function sourceSchema(): JsonSchema {
  return {
    type: 'object',
    title: 'Source',
    properties: {
      ...described(ofSource, {
        title: ref('text'),
        publisher: ref('text'),
        author: ref('text'),
        kind: ref('text'),
        url: ref('address'),
        archive: ref('address'),
        published: ref('date'),
        accessed: ref('date'),
        language: ref('text'),
        reliability: choice(meanings),
        note: ref('text'),
        paragraphs: ref('count'),
        pages: ref('count'),
        timecode: {
          type: 'string',
          pattern: '^\\s*[0-9]{1,3}:[0-5][0-9]:[0-5][0-9]\\s*$',
          errorMessage: 'This should be a length, such as 01:30:00.',
        },
        sections: ref('texts'),
      }),
      ...allow,
    },
    required: ['title'],
    additionalProperties: false,
    definitions: scalars,
  }
}
