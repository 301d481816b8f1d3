import type { Suggestion } from '../../text/nearest.ts'
import type { Span } from '../../text/span.ts'
import type { Code } from '../codes.ts'
import type { Diagnostic, Note } from '../diagnostic.ts'

// One function per problem, in the files beside this one: the only places where sentences are written.
// A message says what is wrong and then what to do; it never repeats the position.

type Severity = Diagnostic['severity']

const problem =
  (severity: Severity) =>
  (
    code: Code,
    span: Span,
    message: string,
    ...notes: readonly (Note | undefined)[]
  ): Diagnostic => ({
    code,
    severity,
    message,
    span,
    notes: notes.filter((note) => note !== undefined),
  })
export const error = problem('error')
export const warning = problem('warning')

export const start = (file: string): Span => ({ file, start: 0, end: 0 })
export const listed = (words: readonly string[], joint = 'or'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`
export const quoted = (text: string): string =>
  `"${text.length > 80 ? `${text.slice(0, 77)}…` : text}"`
export const meant = (suggestion: Suggestion | undefined, otherwise: string): string =>
  suggestion === undefined ? otherwise : `Did you mean ${quoted(suggestion.text)}?`

/** With a fix, where the suggestion is certain. */
export const fixable = (
  diagnostic: Diagnostic,
  text: string,
  suggestion: Suggestion | undefined,
): Diagnostic =>
  suggestion?.isOnly ? { ...diagnostic, fix: { text, by: suggestion.text } } : diagnostic

const mostInCircle = 8
/** Back to its first; a long one by its beginning and its end. */
export const circle = (ids: readonly string[], joint: string): string =>
  ids.length <= mostInCircle
    ? [...ids, ids[0]].join(joint)
    : `${[...ids.slice(0, 3), '…', ...ids.slice(-2), ids[0]].join(joint)} (${ids.length} in all)`
