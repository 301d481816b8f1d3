import type { Located, Span } from '../../text/span.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { error, quoted, warning } from './wording.ts'

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
  'merge-key':
    'Merge keys ("<<") are not allowed. Write the values out, or quote it if the "<<" is text.',
  'star-item': 'An item of a list begins with "- ", not with "*". Write "- " instead.',
  'deep-nesting': 'This is nested more than 32 levels deep. Make it flatter.',
  'many-keys':
    'This map has more than 2,000 keys, and this is the first of those. Nobody can review so many: split the file.',
  'many-values':
    'This file holds more than 200,000 values; what follows is not read. Split it into several files.',
  'heaped-marks':
    'There are more than 30 accents on one letter here. Such a heap only hides what is written: remove it.',
} as const

export function unsupportedYaml(span: Span, what: keyof typeof refusedInWords): Diagnostic {
  return error('unsupported-yaml', span, refusedInWords[what])
}

export function duplicateKey(key: Located<string>, first: Span): Diagnostic {
  return error(
    'duplicate-key',
    key.span,
    `The key ${quoted(key.value)} is here twice, and this one would not be read. Put what both say under the first, and delete this one.`,
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

export function strangeSpace(span: Span, codePoint: string): Diagnostic {
  return error(
    'hidden-character',
    span,
    `This is not a plain space (${codePoint}) although it looks like one, so a search for the words around it fails. Type a plain space in its place.`,
  )
}

export function loneReturn(span: Span, more: number): Diagnostic {
  const others = more === 0 ? '' : `, and ${more} more in this file`
  return error(
    'hidden-character',
    span,
    `There is a return without a line feed here (U+000D)${others}. Save the file with the line ends "LF" or "Unix".`,
  )
}

export function listAsText(span: Span, mark: string): Diagnostic {
  const why =
    mark === '-' ? 'a space is missing after each "-"' : `items begin with "- ", not with "${mark}"`
  return warning(
    'list-as-text',
    span,
    `These lines look like a list and are read as one text, because ${why}. Write "- " before each item, or put the text in quotes.`,
  )
}

/** `more` other texts of the file have the same problem. */
export function notNfc(span: Span, more: number): Diagnostic {
  const others =
    more === 0 ? '' : ` The same goes for ${more} other text${more === 1 ? '' : 's'} of this file.`
  return warning(
    'not-nfc',
    span,
    `A letter and its accent are two characters here, as some Macs and PDFs write them: it looks right, and a search in editors, git and spreadsheets misses it.${others} Type it again, or convert the file to Unicode NFC.`,
  )
}

/** `more` other texts of the file have the same problem. */
export function garbledText(span: Span, { why, text, meant }: Spoilt, more: number): Diagnostic {
  const others =
    more === 0 ? '' : ` So were ${more} other text${more === 1 ? '' : 's'} of this file.`
  const [wrong, mend] = spoilt[why](text, meant)
  return warning('garbled-text', span, `${wrong}.${others} ${mend}.`)
}

interface Spoilt {
  readonly why: keyof typeof spoilt
  readonly text: string
  readonly meant: string
}

const again = 'Type it again, or copy it again from where it is right'
const spoilt = {
  encoding: (text: string, meant: string) => [
    `Here "${text}" stands for "${meant}": the text was opened in the wrong encoding before it came here, and every such letter is spoilt`,
    again,
  ],
  ligature: (text: string, meant: string) => [
    `Here "${text}" is a single sign, made for printing, in the place of the letters "${meant}": the text was copied from a PDF, and a search for it fails`,
    'Type the letters',
  ],
  lost: (text: string) => [
    `Here "${text}" stands for a letter that was lost when the text was opened in the wrong encoding`,
    again,
  ],
}

/** `more` other texts of the file have the same problem. */
export function pastedMarkup(
  span: Span,
  { text, meant }: { readonly text: string; readonly meant: string | undefined },
  more: number,
): Diagnostic {
  const others =
    more === 0 ? '' : ` The same goes for ${more} other text${more === 1 ? '' : 's'} of this file.`
  const told =
    meant === undefined
      ? `${quoted(text)} belongs to a web page and is not read as anything here.${others} Delete it.`
      : `${quoted(text)} is how web pages write "${meant}".${others} Type the letter itself.`
  return warning('pasted-markup', span, told)
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
