import type { Suggestion } from '../../text/nearest.ts'
import type { Located, Span } from '../../text/span.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { error, fixable, listed, meant, quoted } from './wording.ts'

export function unknownKey(
  key: Located<string>,
  owner: string,
  allowed: readonly string[],
  suggestion: Suggestion | undefined,
): Diagnostic {
  const diagnostic = error(
    'unknown-key',
    key.span,
    `${owner} has no key ${quoted(key.value)}. ${meant(suggestion, `Its keys are ${listed(allowed, 'and')}.`)}`,
  )
  return fixable(diagnostic, key.value, suggestion)
}

export function missingKey(span: Span, owner: string, key: string, example: string): Diagnostic {
  return error('missing-key', span, `${owner} needs "${key}". Add it, for example "${example}".`)
}

export function namelessRelation(span: Span): Diagnostic {
  return error(
    'missing-key',
    span,
    'This relation does not say which one it is. Add its name and its target, for example "member-of: acme".',
  )
}

export function wrongValue(span: Span, expected: string): Diagnostic {
  return error('wrong-value', span, `Here should be ${expected}.`)
}

export function noSuchChoice(
  value: Located<string>,
  choices: readonly string[],
  suggestion: Suggestion | undefined,
): Diagnostic {
  const diagnostic = error(
    'wrong-value',
    value.span,
    `${quoted(value.value)} is not one of ${choices.length > 12 ? `the ${choices.length} that there are` : listed(choices)}.${suggestion === undefined ? '' : ` ${meant(suggestion, '')}`}`,
  )
  return fixable(diagnostic, value.value, suggestion)
}

export function unquotedDate(span: Span, raw: string): Diagnostic {
  const diagnostic = error(
    'wrong-value',
    span,
    `Without quotes YAML reads this as a list or a map. Write "${raw}" in quotes.`,
  )
  return { ...diagnostic, fix: { text: raw, by: raw } }
}

export function badId(id: Located<string>, suggestion: string | undefined): Diagnostic {
  return error(
    'bad-id',
    id.span,
    `${quoted(id.value)} is no id: ids are lower-case letters, digits and single hyphens, such as "annual-report-2012".${
      suggestion === undefined ? '' : ` How about ${quoted(suggestion)}?`
    }`,
  )
}
