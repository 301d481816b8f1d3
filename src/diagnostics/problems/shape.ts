import type { Suggestion } from '../../text/nearest.ts'
import type { Located, Span } from '../../text/span.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { error, fixable, listed, meant, quoted, warning } from './wording.ts'

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

export function cutByComma(key: Located<string>, before: Located<string>): Diagnostic {
  return error(
    'unknown-key',
    key.span,
    `The "," before this ends the value of ${quoted(before.value)}, so this is read as a key. Put the whole value in quotes; if it is a list, put its items in [ ].`,
  )
}

export function misplacedAttribute(key: Located<string>): Diagnostic {
  return error(
    'unknown-key',
    key.span,
    `${quoted(key.value)} is an attribute. Put it below "attributes:", indented deeper than that.`,
  )
}

export function misplacedRelation(key: Located<string>): Diagnostic {
  return error(
    'unknown-key',
    key.span,
    `${quoted(key.value)} is a relation. Put it below "relations:", as "- ${key.value}: …".`,
  )
}

export function misplacedSource(span: Span): Diagnostic {
  return error(
    'misplaced-file',
    { ...span, end: span.start },
    'This has a title and no type, as a source has. Move the file to the folder "sources", or write what it is, for example "type: person".',
  )
}

export function misplacedEntity(span: Span): Diagnostic {
  return error(
    'misplaced-file',
    { ...span, end: span.start },
    'This has a type and no title, as an entity has. Move the file out of the folder "sources", or give it a title if it is a source.',
  )
}

export function misplacedOwnFile(span: Span, name: string): Diagnostic {
  return error(
    'misplaced-file',
    { ...span, end: span.start },
    `Only the "${name}" at the top of the data folder is read. Move what is missing there; if this folder is a copy of a base, move it out of the data folder.`,
  )
}

export function repeatedItem(span: Span, text: string, first: Span): Diagnostic {
  return warning(
    'repeated-item',
    span,
    `${quoted(text)} stands here a second time. Delete it, or write what was meant in its place.`,
    { message: 'It was first written here.', span: first },
  )
}

export function severalCitations(span: Span, citations: readonly string[]): Diagnostic {
  return error(
    'wrong-value',
    span,
    `These are several citations in one text. Write a list: [${citations.join(', ')}].`,
  )
}

export function accessedBeforePublished(
  accessed: Located<string>,
  published: Located<string>,
): Diagnostic {
  return error(
    'wrong-value',
    accessed.span,
    `Nobody can read in ${accessed.value} what is published in ${published.value}. Mend one of the dates.`,
    { message: 'The date of publication stands here.', span: published.span },
  )
}

export function missingKey(span: Span, owner: string, key: string, example: string): Diagnostic {
  return error('missing-key', span, `${owner} needs "${key}". Add it, for example "${example}".`)
}

export function namelessRelation(span: Span): Diagnostic {
  return error(
    'missing-key',
    span,
    'This item of the list names no relation. Add one, for example "member-of: acme"; or, if these keys belong to the relation above, remove the "- ".',
  )
}

export function unknownCode(code: Located<string>, suggestion: Suggestion | undefined): Diagnostic {
  const diagnostic = error(
    'wrong-value',
    code.span,
    `No warning has the code ${quoted(code.value)}. ${meant(suggestion, 'Copy the code from what the check tells.')}`,
  )
  return fixable(diagnostic, code.value, suggestion)
}

export function wrongValue(span: Span, expected: string): Diagnostic {
  return error('wrong-value', span, `This should be ${expected}.`)
}

export function noSuchChoice(
  value: Located<string>,
  choices: readonly string[],
  suggestion: Suggestion | undefined,
): Diagnostic {
  const diagnostic = error(
    'wrong-value',
    value.span,
    `${quoted(value.value)} is ${notAmong(choices)}.${suggestion === undefined ? '' : ` ${meant(suggestion, '')}`}`,
  )
  return fixable(diagnostic, value.value, suggestion)
}

function notAmong(choices: readonly string[]): string {
  if (choices.length > 12) return `none of the ${choices.length} values that can stand here`
  return choices.length === 1 ? `not ${choices[0]}` : `not one of ${listed(choices)}`
}

/** A number as people write it, which no program reads: with words, commas, a plus. */
export function noSuchNumber(number: Located<string>, meantOne: string | undefined): Diagnostic {
  const suggested = meantOne === undefined ? undefined : { text: meantOne, isOnly: false }
  const mend = meant(
    suggested,
    'What it cannot say, such as "about", goes into "note" or "rivals".',
  )
  return error(
    'wrong-value',
    number.span,
    `This should be a number in digits, such as 20 or 2.5. ${mend}`,
  )
}

export function missingTarget(relation: Located<string>): Diagnostic {
  return error('wrong-value', relation.span, `Write an entity after "${relation.value}:".`)
}

export function missingAttributeValue(span: Span, attribute: string): Diagnostic {
  return error('wrong-value', span, `Write a value for "${attribute}", or remove it.`)
}

export function severalRelations(relation: Located<string>): Diagnostic {
  return error(
    'wrong-value',
    relation.span,
    `The item has a relation already. Begin a new "- " for "${relation.value}".`,
  )
}

export function unquotedDate(span: Span, raw: string): Diagnostic {
  const diagnostic = error(
    'wrong-value',
    span,
    `Without quotes YAML reads this as a list or a map. Write "${raw}" in quotes.`,
  )
  return { ...diagnostic, fix: { text: raw, by: raw } }
}

export function reservedName(id: Located<string>): Diagnostic {
  return error(
    'bad-id',
    id.span,
    `${quoted(id.value)} cannot be an id, because programs that read the graph have a meaning for it. How about ${quoted(`${id.value}-1`)}?`,
  )
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
