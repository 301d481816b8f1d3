import type { Suggestion } from '../../text/nearest.ts'
import type { Located, Span } from '../../text/span.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { error, fixable, meant, quoted, warning } from './wording.ts'

/** `bare` is the key of a value that may stand by itself, where a citation has no place yet. */
export function uncitedClaim(span: Span, what: string, bare?: string): Diagnostic {
  const where = bare === undefined ? 'cite: source#p1' : `${bare}: { value: …, cite: source#p1 }`
  return warning(
    'uncited-claim',
    span,
    `${what} has no evidence. Write "${where}", or "cite" once at the top of the file.`,
  )
}

export function unknownSource(
  source: Located<string>,
  suggestion: Suggestion | undefined,
  isId: boolean,
): Diagnostic {
  const mend = isId
    ? `Add sources/${source.value}.yaml, or mend the id.`
    : 'A source is cited by its id, which is the name of its file in "sources" without ".yaml".'
  const diagnostic = error(
    'unknown-source',
    source.span,
    `There is no source ${quoted(source.value)}. ${meant(suggestion, mend)}`,
  )
  return fixable(diagnostic, source.value, suggestion)
}

export function entityAsSource(source: Located<string>): Diagnostic {
  return error(
    'unknown-source',
    source.span,
    `${quoted(source.value)} is an entity, not a source. Cite the document that says this; if the document quotes ${quoted(source.value)}, write that as "said-by".`,
  )
}

export function unknownLocator(
  locator: Located<string>,
  source: string,
  available: string,
  suggestion: Suggestion | undefined,
): Diagnostic {
  const diagnostic = error(
    'unknown-locator',
    locator.span,
    `The source "${source}" has no place ${quoted(locator.value)}. ${meant(suggestion, `Its file says that it has ${available}.`)}`,
  )
  return fixable(diagnostic, locator.value, suggestion)
}

export function unusedSource(id: Located<string>): Diagnostic {
  return warning(
    'unused-source',
    id.span,
    `No claim cites the source "${id.value}". Cite it, or delete the file.`,
  )
}

export function duplicateSource(
  id: Located<string>,
  other: Located<string>,
  by: 'address' | 'title',
): Diagnostic {
  const why = by === 'address' ? 'address' : 'title, publisher, author and date'
  return warning(
    'duplicate-source',
    id.span,
    `"${id.value}" has the same ${why} as "${other.value}": if the two are one document, what it says looks as if two had said it. Cite one of them and delete the other.`,
    { message: `"${other.value}" is declared here.`, span: other.span },
  )
}

export function longQuote(span: Span, words: number, most: number): Diagnostic {
  return warning(
    'long-quote',
    span,
    `This quote has ${words} words; at most ${most} are fair. Shorten it, or say it in your own words.`,
  )
}

export function missingReason(code: Located<string>): Diagnostic {
  return error(
    'missing-key',
    code.span,
    `Why is "${code.value}" allowed here? Write the reason after the colon.`,
  )
}

export function unusedAllowance(code: Located<string>): Diagnostic {
  const diagnostic = warning(
    'unused-allowance',
    code.span,
    `This file has no warning "${code.value}" to allow (errors cannot be allowed). Remove the line.`,
  )
  return { ...diagnostic, fix: 'remove-allowance' }
}
