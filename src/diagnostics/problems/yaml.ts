import type { Located, Span } from '../../text/span.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { error, quoted, warning } from './wording.ts'

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
