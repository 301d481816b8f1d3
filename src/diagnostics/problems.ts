import type { Located, Span } from '../text/span.ts'
import type { Code } from './codes.ts'
import type { Diagnostic, Note } from './diagnostic.ts'

// One function per problem, and the only place where sentences are written.
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
const error = problem('error')
const warning = problem('warning')

const start = (file: string): Span => ({ file, start: 0, end: 0 })
const listed = (words: readonly string[], joint = 'or'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`
const quoted = (text: string): string => `"${text.length > 80 ? `${text.slice(0, 77)}…` : text}"`
const meant = (suggestion: string | undefined, otherwise: string): string =>
  suggestion === undefined ? otherwise : `Did you mean ${quoted(suggestion)}?`

const mostInCircle = 8
/** Back to its first; a long one by its beginning and its end. */
const circle = (ids: readonly string[], joint: string): string =>
  ids.length <= mostInCircle
    ? [...ids, ids[0]].join(joint)
    : `${[...ids.slice(0, 3), '…', ...ids.slice(-2), ids[0]].join(joint)} (${ids.length} in all)`

// Files

export function unreadableFile(path: string, reason: string): Diagnostic {
  const told: Record<string, string> = {
    EACCES: 'you have no permission to read it. Change its permissions',
    EPERM: 'you have no permission to read it. Change its permissions',
    ENOENT: 'it vanished while it was read. Run the check again',
    ELOOP: 'it is a symbolic link. Put the file itself here',
    EMFILE: 'too many files are open. Raise the limit with "ulimit -n 4096"',
  }
  return error(
    'unreadable-file',
    start(path),
    `This cannot be read: ${told[reason] ?? `the system says ${reason}`}.`,
  )
}

export function ignoredFile(
  path: string,
  why: 'symbolic-link' | 'not-a-file' | 'extension',
): Diagnostic {
  const told = {
    'symbolic-link':
      'Symbolic links are not followed, so this file is not part of the base. Put the file itself here.',
    'not-a-file': 'This is a pipe or a device, not a file, so it is not read. Remove it.',
    extension:
      'Only files that end in ".yaml" are read. Rename this one, or give it another ending if it is not data.',
  }
  return warning('ignored-file', start(path), told[why])
}

export function pathCollision(path: string, other: string): Diagnostic {
  return error(
    'path-collision',
    start(path),
    `On many disks this is the same file as "${other}": the two differ in case or accents alone. Rename one.`,
  )
}

export function fileTooLarge(path: string, size: number, largest: number): Diagnostic {
  const mebibytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)
  return error(
    'file-too-large',
    start(path),
    `This file has ${mebibytes(size)} MiB; at most ${mebibytes(largest)} MiB are read. Split it into several files.`,
  )
}

export function notUtf8(path: string): Diagnostic {
  return error(
    'not-utf8',
    start(path),
    'This file is not UTF-8. Save it with that encoding ("UTF-8" in your editor).',
  )
}

export function emptyFile(span: Span): Diagnostic {
  return error(
    'empty-file',
    span,
    'This file says nothing. Write an entity (type, name, …) or delete the file.',
  )
}

// YAML

const syntaxInWords: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'A value cannot begin with "*". Put it in quotes.',
  BAD_DQ_ESCAPE:
    'In double quotes a backslash begins an escape, and this one is unknown. Write "\\\\" or use single quotes.',
  BAD_INDENT:
    'The indentation does not fit the lines above. Keys of one map begin in the same column.',
  BAD_SCALAR_START: 'A value cannot begin with this character. Put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'There is a second ": " in this line. Put the value in quotes.',
  BLOCK_IN_FLOW:
    'Inside [ ] and { } everything stands in one flow; an indented block cannot begin here.',
  KEY_OVER_1024_CHARS: 'This key is too long. Is a quote or a colon missing?',
  MULTILINE_IMPLICIT_KEY:
    'A key must stand on one line. Is a ":" missing after it, or a quote not closed?',
  INDENTED_TOO_FAR:
    'This line is indented further than the one above allows. Keys of one map begin in the same column.',
  NO_BREAK_SPACE:
    'There is a no-break space (U+00A0) here, which YAML does not take for a space. Type a plain space.',
  OPEN_QUOTE: 'A quote is opened here and never closed.',
  MULTIPLE_DOCS:
    'A file holds one document. Remove the "---" and what follows, or make it a file of its own.',
  TAB_AS_INDENT: 'There is a tab here. Indent with spaces.',
}

/** `code` and `detail` are the YAML parser's; `detail` is told where the code has no sentence of ours. */
export function yamlSyntax(span: Span, code: string, detail: string): Diagnostic {
  const message = syntaxInWords[code] ?? `This is not valid YAML: ${detail.replace(/\.?$/, '.')}`
  return error('yaml-syntax', span, message)
}

const refusedInWords = {
  anchor:
    'Anchors ("&name") are not allowed, because they hide what a file says. Write the value out, or quote it if the "&" is text.',
  alias:
    'Aliases ("*name") are not allowed, because they hide what a file says. Write the value out, or quote it if the "*" is text.',
  tag: 'Tags ("!name") are not allowed; types come from the ontology. Remove it, or quote the value if the "!" is text.',
  directive: 'Directives ("%…") are not allowed. Remove this line.',
  'several-documents':
    'A file holds one document. Remove the "---" or make what follows a file of its own.',
  'explicit-key':
    'Keys that begin with "? " are not allowed. Write "key: value", or quote the value if the "?" is text.',
  'merge-key': 'Merge keys ("<<") are not allowed. Write the values out.',
  'deep-nesting': 'This is nested more than 32 levels deep. Make it flatter.',
} as const

export function unsupportedYaml(span: Span, what: keyof typeof refusedInWords): Diagnostic {
  return error('unsupported-yaml', span, refusedInWords[what])
}

export function duplicateKey(key: Located<string>, first: Span): Diagnostic {
  return error(
    'duplicate-key',
    key.span,
    `The key ${quoted(key.value)} is here twice. Keep one, or make its value a list.`,
    {
      message: 'It was first written here.',
      span: first,
    },
  )
}

export function hiddenCharacter(span: Span, codePoint: string): Diagnostic {
  return error(
    'hidden-character',
    span,
    `There is a character here that nobody sees (${codePoint}) and that can change what is read. Delete it.`,
  )
}

export function swallowedText(span: Span): Diagnostic {
  return warning(
    'swallowed-text',
    span,
    'YAML takes this for a comment, because a space stands before the "#". Remove that space, or put the whole value in quotes; a comment has a space after its "#".',
  )
}

export function wrongRoot(span: Span, kind: 'scalar' | 'list'): Diagnostic {
  return error(
    'wrong-value',
    span,
    `This file is a ${kind === 'list' ? 'list' : 'text'}; it must be a map of keys, such as "type: person". Is a ":" missing?`,
  )
}

/** A diagnostic that stands for others of its file, too. */
export function withMore(diagnostic: Diagnostic, hidden: number): Diagnostic {
  const message = `This file has ${hidden} more mistakes like these; mend the first ones and check again.`
  return { ...diagnostic, notes: [...diagnostic.notes, { message }] }
}

// Shape

export function unknownKey(
  key: Located<string>,
  owner: string,
  allowed: readonly string[],
  suggestion: string | undefined,
): Diagnostic {
  return error(
    'unknown-key',
    key.span,
    `${owner} has no key ${quoted(key.value)}. ${meant(suggestion, `Its keys are ${listed(allowed, 'and')}.`)}`,
  )
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
  suggestion: string | undefined,
): Diagnostic {
  return error(
    'wrong-value',
    value.span,
    `${quoted(value.value)} is not one of ${choices.length > 12 ? `the ${choices.length} that there are` : listed(choices)}.${suggestion === undefined ? '' : ` ${meant(suggestion, '')}`}`,
  )
}

export function unquotedDate(span: Span, raw: string): Diagnostic {
  return error(
    'wrong-value',
    span,
    `Without quotes YAML reads this as a list or a map. Write "${raw}" in quotes.`,
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

// Names

export function duplicateId(id: Located<string>, first: Span): Diagnostic {
  return error(
    'duplicate-id',
    id.span,
    `The id ${quoted(id.value)} is taken. Rename one of the two, or join them in one file.`,
    {
      message: 'It is declared here too.',
      span: first,
    },
  )
}

export function brokenReference(
  target: Located<string>,
  suggestion: { id: string; name: string; span: Span } | undefined,
): Diagnostic {
  return error(
    'broken-reference',
    target.span,
    `There is no entity ${quoted(target.value)}. ${meant(suggestion?.id, 'Add a file for it, or mend the id.')}`,
    suggestion && {
      message: `${quoted(suggestion.id)} (${suggestion.name}) is declared here.`,
      span: suggestion.span,
    },
  )
}

export function unknownType(
  type: Located<string>,
  known: readonly string[],
  suggestion: string | undefined,
): Diagnostic {
  return error(
    'unknown-type',
    type.span,
    `The ontology has no entity type ${quoted(type.value)}. ${meant(suggestion, `Its types are ${listed(known, 'and')}.`)}`,
  )
}

export function unknownRelation(name: Located<string>, suggestion: string | undefined): Diagnostic {
  return error(
    'unknown-relation',
    name.span,
    `The ontology has no relation ${quoted(name.value)}. ${meant(suggestion, 'Add it to ontology.yaml, or use one that is there.')}`,
  )
}

export function unknownAttribute(
  name: Located<string>,
  type: string,
  known: readonly string[],
  suggestion: string | undefined,
): Diagnostic {
  const there =
    known.length === 0
      ? `Entities of type "${type}" have none.`
      : `Those of "${type}" are ${listed(known, 'and')}.`
  return error(
    'unknown-attribute',
    name.span,
    `The ontology has no attribute ${quoted(name.value)} here. ${meant(suggestion, there)}`,
  )
}

interface Namesake {
  readonly id: string
  readonly name: string
  readonly span: Span
}

export function aliasCollision(name: Located<string>, other: Namesake): Diagnostic {
  return warning(
    'alias-collision',
    name.span,
    `${quoted(name.value)} is also a name of "${other.id}". If they are one, join them; if not, say so in identity.yaml.`,
    { message: `"${other.id}" has its name here.`, span: other.span },
  )
}

export function possibleDuplicate(name: Located<string>, other: Namesake): Diagnostic {
  return warning(
    'possible-duplicate',
    name.span,
    `${quoted(name.value)} may be ${quoted(other.name)} ("${other.id}") in another spelling. Join them, or decide in identity.yaml.`,
    { message: `"${other.id}" has its name here.`, span: other.span },
  )
}

interface Decision {
  readonly verdict: string
  readonly span: Span
}

export function contradictsIdentity(
  { verdict, span }: Decision,
  pair: readonly string[],
  earlier: Decision,
  byWayOfOthers: boolean,
): Diagnostic {
  const names = listed(pair.map(quoted), 'and')
  return error(
    'contradicts-identity',
    span,
    `${names} are "${verdict}" here and "${earlier.verdict}" elsewhere${byWayOfOthers ? ', by way of others' : ''}. Keep one decision.`,
    {
      message: byWayOfOthers
        ? 'This decision is one of those that make them the same.'
        : 'The other decision stands here.',
      span: earlier.span,
    },
  )
}

export function mixedScript(span: Span, word: string, scripts: readonly string[]): Diagnostic {
  return warning(
    'mixed-script',
    span,
    `The word ${quoted(word)} mixes ${listed(scripts, 'and')} letters, so a search for it fails. Type it in one script.`,
  )
}

// Meaning

export function abstractType(type: Located<string>, below: readonly string[]): Diagnostic {
  return error(
    'abstract-type',
    type.span,
    `"${type.value}" is abstract: it only groups other types. ${below.length === 0 ? 'Choose another.' : `Choose ${listed(below)}.`}`,
  )
}

export function undatedType(span: Span, type: string): Diagnostic {
  return error(
    'undated-type',
    span,
    `A ${type} has no date of its own. Put "when" on its attributes and relations, or declare the type "dated: true".`,
  )
}

interface End {
  readonly id: string
  readonly type: string
  readonly span: Span
}

export function wrongDomain(
  relation: Located<string>,
  asked: string,
  found: End,
  wanted: readonly string[],
  inverse: string | undefined,
): Diagnostic {
  const hint = inverse === undefined ? '' : ` ${meant(inverse, '')}`
  return error(
    'wrong-domain',
    relation.span,
    `"${asked}" runs from ${listed(wanted)}, but "${found.id}" is of type "${found.type}".${hint}`,
    { message: `"${found.id}" is declared here.`, span: found.span },
  )
}

export function wrongRange(
  target: Located<string>,
  asked: string,
  found: End,
  wanted: readonly string[],
): Diagnostic {
  return error(
    'wrong-range',
    target.span,
    `"${asked}" runs to ${listed(wanted)}, but "${found.id}" is of type "${found.type}".`,
    { message: `"${found.id}" is declared here.`, span: found.span },
  )
}

export function cycle(
  target: Located<string>,
  relation: string,
  ids: readonly string[],
): Diagnostic {
  return error(
    'cycle',
    target.span,
    `"${relation}" may not run in a circle, and here it does: ${circle(ids, ' → ')}. Remove one of these.`,
  )
}

export function tooMany(
  span: Span,
  source: string,
  relation: string,
  most: number,
  others: readonly Span[],
): Diagnostic {
  return error(
    'too-many',
    span,
    `"${source}" may have at most ${most} "${relation}" at any one time, and this is one more. Date them, or make them rivals.`,
    ...others
      .slice(0, 3)
      .map((other) => ({ message: 'This holds at the same time.', span: other })),
  )
}

export function conflictingEnds(
  span: Span,
  relation: string,
  what: string,
  other: Span,
): Diagnostic {
  return warning(
    'conflicting-ends',
    span,
    `"${relation}" is written at both ends, and they differ in ${what}. Make them the same, or delete one.`,
    { message: 'The other end says it here.', span: other },
  )
}

export function duplicateClaim(span: Span, relation: string, first: Span): Diagnostic {
  return warning(
    'duplicate-claim',
    span,
    `This "${relation}" says nothing new. Delete it, and move its citations to the first one.`,
    {
      message: 'It was first said here.',
      span: first,
    },
  )
}

export function selfRelation(target: Located<string>, relation: string): Diagnostic {
  return warning(
    'self-relation',
    target.span,
    `Here "${relation}" ties "${target.value}" to itself. Name the entity that is meant.`,
  )
}

export function pointlessRival(span: Span): Diagnostic {
  return warning(
    'pointless-rival',
    span,
    'This rival says what the claim says. Add its citation to the claim, or say what differs.',
  )
}

// Time

export interface DateProblem {
  readonly kind: string
  readonly suggestion?: string
}

const datesInWords: Readonly<Record<string, string>> = {
  'too-long': 'A date has at most 64 characters.',
  'no-such-day': 'The calendar has no such day.',
  'no-such-month': 'A year has the months 01 to 12 (and the seasons 21 to 24).',
  'time-of-day': 'Dates are whole days here. Leave the time of day out.',
}

export function badDate(date: Located<string>, { kind, suggestion }: DateProblem): Diagnostic {
  const reason = datesInWords[kind] ?? `${quoted(date.value)} is no EDTF date.`
  const wayOut =
    suggestion === undefined
      ? 'Write 2012, 2012-03, 2012-03-17, 2009/2012, ../2012, 2012~ (about) or 2012? (uncertain).'
      : meant(suggestion, '')
  return error('bad-date', date.span, `${reason} ${wayOut}`)
}

export function reversedInterval(
  date: Located<string>,
  suggestion: string | undefined,
): Diagnostic {
  return error(
    'reversed-interval',
    date.span,
    `This interval ends before it begins. ${meant(suggestion, 'Write the earlier date first.')}`,
  )
}

export function afterEnd(
  span: Span,
  entity: string,
  relation: string,
  end: { relation: string; when: string; span: Span },
): Diagnostic {
  return error(
    'after-end',
    span,
    `"${entity}" takes part in this ("${relation}") after its end. Mend one of the dates, or write "confidence: doubtful" at the claim that you doubt.`,
    {
      message: `"${end.relation}" ends it (${end.when}).`,
      span: end.span,
    },
  )
}

export function beforeStart(
  span: Span,
  entity: string,
  relation: string,
  start: { relation: string; when: string; span: Span },
): Diagnostic {
  return error(
    'before-start',
    span,
    `"${entity}" has this ("${relation}") before its start. Mend one of the dates, or write "confidence: doubtful" at the claim that you doubt.`,
    { message: `"${start.relation}" begins it (${start.when}).`, span: start.span },
  )
}

export function outsideEvent(span: Span, event: string, when: string, place: Span): Diagnostic {
  return error(
    'outside-event',
    span,
    `This is at no time of the event "${event}" (${when}). Mend one of the dates; without "when" the part has the event's.`,
    { message: 'The event has its date here.', span: place },
  )
}

// Evidence

export function uncitedClaim(span: Span, what: string): Diagnostic {
  return warning(
    'uncited-claim',
    span,
    `${what} has no evidence. Add "cite: source#p1", or "cite" once at the top of the file.`,
  )
}

export function unknownSource(source: Located<string>, suggestion: string | undefined): Diagnostic {
  return error(
    'unknown-source',
    source.span,
    `There is no source ${quoted(source.value)}. ${meant(suggestion, `Add sources/${source.value}.yaml, or mend the id.`)}`,
  )
}

export function unknownLocator(
  locator: Located<string>,
  source: string,
  available: string,
): Diagnostic {
  return error(
    'unknown-locator',
    locator.span,
    `"${source}" has no place ${quoted(locator.value)}. It has ${available}.`,
  )
}

export function unusedSource(id: Located<string>): Diagnostic {
  return warning(
    'unused-source',
    id.span,
    `No claim cites the source "${id.value}". Cite it, or delete the file.`,
  )
}

export function longQuote(span: Span, words: number, most: number): Diagnostic {
  return warning(
    'long-quote',
    span,
    `This quote has ${words} words; at most ${most} are fair. Shorten it, or say it in your own words.`,
  )
}

// Check

export function missingReason(code: Located<string>): Diagnostic {
  return error(
    'missing-key',
    code.span,
    `Why is "${code.value}" allowed here? Write the reason after the colon.`,
  )
}

export function unusedAllowance(code: Located<string>): Diagnostic {
  return warning(
    'unused-allowance',
    code.span,
    `This file has no warning "${code.value}" to allow (errors cannot be allowed). Remove the line.`,
  )
}

// Ontology

export function ontologyMissing(): Diagnostic {
  return error(
    'ontology-missing',
    start('ontology.yaml'),
    'There is no ontology.yaml here. It names the base and declares its types of entities and relations; write it first.',
  )
}

export function ontologyUnknownType(
  type: Located<string>,
  suggestion: string | undefined,
): Diagnostic {
  return error(
    'ontology-unknown-type',
    type.span,
    `No entity type is called ${quoted(type.value)}. ${meant(suggestion, 'Declare it under "entities".')}`,
  )
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

export function ontologyBadSentence(span: Span, unknown: string | undefined): Diagnostic {
  return error(
    'ontology-bad-sentence',
    span,
    unknown === undefined
      ? 'This sentence must name both ends, as in "{source} led {target}".'
      : `A sentence knows {source} and {target}, not ${quoted(unknown)}.`,
  )
}

export function ontologySymmetricInverse(span: Span): Diagnostic {
  return error(
    'ontology-symmetric-inverse',
    span,
    'A symmetric relation is its own inverse. Remove "inverse", or remove "symmetric".',
  )
}
