/** Codes are permanent: people search for them, document them and silence them by name. */
export const codes = [
  // Files
  'unreadable-file',
  'ignored-file',
  'file-too-large',
  'not-utf8',
  'empty-file',
  // YAML
  'yaml-syntax',
  'unsupported-yaml',
  'duplicate-key',
  'hidden-character',
  // Shape
  'unknown-key',
  'missing-key',
  'wrong-value',
  'bad-id',
  // Names
  'duplicate-id',
  'broken-reference',
  'unknown-type',
  'unknown-relation',
  'unknown-attribute',
  // Meaning
  'abstract-type',
  'undated-type',
  'wrong-domain',
  'wrong-range',
  'cycle',
  'too-many',
  'conflicting-ends',
  'duplicate-claim',
  // Time
  'bad-date',
  'reversed-interval',
  'after-end',
  // Evidence
  'uncited-claim',
  'unknown-source',
  'unknown-locator',
  'unused-source',
  'long-quote',
  // Ontology
  'ontology-missing',
  'ontology-unknown-type',
  'ontology-cycle',
  'ontology-name-taken',
  'ontology-bad-sentence',
] as const

export type Code = (typeof codes)[number]
