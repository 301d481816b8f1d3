/** Codes are permanent: people search for them, document them and silence them by name. */
export const codes = [
  // Files
  'unreadable-file',
  'unfinished-change',
  'ignored-file',
  'path-collision',
  'file-too-large',
  'not-utf8',
  'empty-file',
  'misplaced-file',
  // YAML
  'yaml-syntax',
  'unsupported-yaml',
  'duplicate-key',
  'hidden-character',
  'swallowed-text',
  'list-as-text',
  'not-nfc',
  'garbled-text',
  'pasted-markup',
  // Shape
  'unknown-key',
  'missing-key',
  'wrong-value',
  'bad-id',
  'repeated-item',
  // Names
  'duplicate-id',
  'broken-reference',
  'unknown-type',
  'unknown-relation',
  'unknown-attribute',
  'alias-collision',
  'possible-duplicate',
  'contradicts-identity',
  'mixed-script',
  // Meaning
  'abstract-type',
  'undated-type',
  'wrong-domain',
  'wrong-range',
  'cycle',
  'too-many',
  'conflicting-ends',
  'duplicate-claim',
  'self-relation',
  'pointless-rival',
  // Time
  'bad-date',
  'reversed-interval',
  'before-start',
  'after-end',
  'outside-event',
  // Evidence
  'uncited-claim',
  'unknown-source',
  'unknown-locator',
  'unused-source',
  'duplicate-source',
  'long-quote',
  // Check
  'unused-allowance',
  // Ontology
  'ontology-missing',
  'ontology-unknown-type',
  'ontology-cycle',
  'ontology-name-taken',
  'ontology-bad-sentence',
  'ontology-symmetric-inverse',
] as const

export type Code = (typeof codes)[number]
