import type { Code } from '../../src/diagnostics/codes.ts'
import type { CheckedModel } from '../../src/model/check-model.ts'

/** Errors that a schema cannot know of, because they lie between places or in the calendar. */
export const beyondSchemas: readonly Code[] = [
  'duplicate-id',
  'broken-reference',
  'wrong-range',
  'cycle',
  'too-many',
  'conflicting-ends',
  'contradicts-identity',
  'alias-collision',
  'reversed-interval',
  'before-start',
  'after-end',
  'outside-event',
  'unknown-source',
  'unknown-locator',
  'path-collision',
  'ontology-cycle',
  'ontology-name-taken',
  'ontology-unknown-type',
  'ontology-symmetric-inverse',
  'ontology-bad-sentence',
]

/** Errors that a schema always sees, wherever they are made. */
export const alwaysSeen: readonly Code[] = [
  'unknown-key',
  'unknown-type',
  'unknown-relation',
  'unknown-attribute',
  'abstract-type',
  'undated-type',
  'wrong-domain',
]

export function errorsIn({ diagnostics }: CheckedModel, path: string): Code[] {
  return diagnostics
    .filter(({ severity, span }) => severity === 'error' && span.file === path)
    .map(({ code }) => code)
}
