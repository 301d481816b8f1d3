import type { Suggestion } from '../../text/nearest.ts'
import type { Located, Span } from '../../text/span.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { circle, error, fixable, meant, quoted, start } from './wording.ts'

export function ontologyMissing(): Diagnostic {
  return error(
    'ontology-missing',
    start('ontology.yaml'),
    'There is no ontology.yaml here. It names the base and declares its types of entities and relations, so nothing can be checked without it. Write it first, or see whether this is the right folder.',
  )
}

export function ontologyUnknownType(
  type: Located<string>,
  suggestion: Suggestion | undefined,
): Diagnostic {
  const diagnostic = error(
    'ontology-unknown-type',
    type.span,
    `No entity type is called ${quoted(type.value)}. ${meant(suggestion, 'Declare it under "entities".')}`,
  )
  return fixable(diagnostic, type.value, suggestion)
}

export function ontologyCycle(type: Located<string>, chain: readonly string[]): Diagnostic {
  return error(
    'ontology-cycle',
    type.span,
    `A type cannot be its own ancestor: ${circle(chain, ' is ')}. Remove one "is".`,
  )
}

export function ontologyNameTaken(name: Located<string>, first: Span): Diagnostic {
  return error(
    'ontology-name-taken',
    name.span,
    `${quoted(name.value)} already names a relation or an inverse. Choose another name.`,
    {
      message: 'It is declared here.',
      span: first,
    },
  )
}

export function ontologyReservedName(name: Located<string>): Diagnostic {
  return error(
    'ontology-name-taken',
    name.span,
    `${quoted(name.value)} is a key that every relation may have, so none can be called that. Choose another name.`,
  )
}

export function ontologyBadSentence(span: Span, unknown: string | undefined): Diagnostic {
  return error(
    'ontology-bad-sentence',
    span,
    unknown === undefined
      ? 'This sentence must name both ends, as in "{source} led {target}".'
      : `${quoted(unknown)} stands for nothing in a sentence. Write {source} or {target} in its place.`,
  )
}

export function ontologySymmetricInverse(span: Span): Diagnostic {
  return error(
    'ontology-symmetric-inverse',
    span,
    'A symmetric relation is its own inverse. Remove "inverse", or remove "symmetric".',
  )
}
