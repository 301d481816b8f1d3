import type { Span } from '../../text/span.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { error, quoted } from './wording.ts'

/** Slips of a hand that make a file no YAML. `detail` is what the sentence quotes. */
const slipsInWords = {
  tab: (lines) =>
    `There is a tab here${lines === '1' ? '' : `, and in ${lines} lines of this file`}. Indent with spaces; most editors can turn all tabs of a file into spaces.`,
  conflict: () =>
    'Git left a conflict here: two versions of the same lines. Keep the one that is right, or both, and delete the lines that begin with "<<<<<<<", "=======" and ">>>>>>>".',
  'open-quote': (quote) =>
    `A quote is opened here and never closed. Add the closing ${quote}; a text that goes on in the next lines must be indented deeper than its key.`,
  'text-after-quote': (quote) =>
    `The quoted text ends before this. Remove this, or put it within the quotes; ${quote === '"' ? 'a " inside of them is written \\"' : "a ' inside of them is written twice: ''"}.`,
  'curly-quote': () =>
    'Typographic quotes are letters like any other to YAML, so the ": " behind this one ends a key. Use plain quotes (") around the whole value.',
  'bad-escape': () =>
    'In double quotes a backslash begins an escape, and this one is unknown. Write "\\\\", or use single quotes.',
  'open-bracket': (bracket) =>
    `A "${bracket}" is opened here and never closed. Add the ${bracket === '[' ? '"]"' : '"}"'}, or put the value in quotes if the "${bracket}" is text.`,
  'bracket-in-comment': (bracket) =>
    `A "${bracket}" is opened here, and what should close it stands in a comment. Close it before the "#", or put what has the "#" in quotes.`,
  'wrong-bracket': (bracket) =>
    `This closes what "${bracket}" opened. Write "${bracket === '[' ? ']' : '}'}" instead.`,
  'extra-bracket': () => 'Nothing was opened that this could close. Remove it.',
  'text-after-bracket': () =>
    'The brackets close before this. Remove it, or put the whole value in quotes if the brackets belong to a text.',
  'bracket-indent': (bracket) =>
    `What a "${bracket}" opened above goes on in this line. Indent the line deeper than the key above.`,
  'missing-comma': () => 'A "," is missing before this, or quotes around all of it.',
  'extra-comma': () => 'There is nothing before this ",". Remove it, or write what is missing.',
  'colon-in-brackets': () =>
    'There is a second ": " here before the next ",". Is a "," missing? A text that has ": " in it needs quotes.',
  'missing-space': (pair) => `A space is missing after this ":". Write ${quoted(pair)}.`,
  'strange-colon': () =>
    'This is not the colon that YAML knows. Type a plain ":" and a space after it.',
  'strange-space': (codePoint) =>
    `There is a space here (${codePoint}) that YAML does not take for one. Type a plain space.`,
  'missing-colon': () =>
    'There is no ": " in this line. Write "key: value"; if the line goes on with the text above it, indent it deeper than that text’s key.',
  'missing-dash-space': (item) => `A space is missing after this "-". Write ${quoted(item)}.`,
  'missing-dash': () =>
    'This line stands where an item of the list above would begin, and has no "- ". Write "- " before it, or indent it as deep as the keys of the item above.',
  'second-colon': (pair) =>
    `There is a second ": " in this line. Put the value in quotes${pair === '' ? '' : `: ${pair}`}. If the line has two keys, begin a new one before the second.`,
  'colon-at-end': () =>
    'This value ends in ":", which makes a key of it. Remove the ":", or put the value in quotes.',
  'key-in-text': () =>
    'This line is indented deeper than the one above, which makes it a part of that text; but it has a ":". Begin it in the column of the keys above, or put the whole text in quotes.',
  'key-too-long': () => 'This key is too long. Is a quote or a colon missing?',
  'item-indent': (columns) =>
    `This "- " does not stand under the one above. Items of one list begin in the same column${columns}.`,
  indent: (columns) =>
    `The indentation fits none of the lines above. Keys of one map begin in the same column${columns}.`,
  'list-behind-key': () =>
    'A list cannot begin in the line of its key. Write each "- " in a line of its own below, or all items in brackets: [a, b].',
  'text-behind-mark': () =>
    'After "|" or ">" a text begins in the next line. Move this there, or put the whole value in quotes if the sign belongs to it.',
  'text-not-indented': () =>
    'A text after "|" or ">" must be indented deeper than its key. Indent this line and those that belong to it.',
  'strange-dash': (dash) =>
    `An item of a list begins with "- ", not with "${dash}". Write "- " here and wherever else it stands so.`,
  outdented: (columns) =>
    `This line begins in column ${columns}, as those around it do. Indent it like them; or, if it is right, move those below it to its column.`,
  'stray-item': () =>
    'A "- " cannot begin a list here, because the key above has its value already. Indent it like the other items of its list, or write the key of the list in a line before it.',
  'bracket-in-text': (bracket) =>
    `In [ ] and { } a text with "${bracket}" in it needs quotes. Put the whole value in quotes.`,
  'code-fence': () =>
    'This line marks a block of code in Markdown; here it means nothing. Delete it.',
  'bad-beginning': (beginning) =>
    `An unquoted value cannot begin with "${beginning}". Put the value in quotes.`,
  'list-in-brackets': () =>
    'Within [ ] and { } items are separated by commas; a "- " cannot stand here. Remove it.',
  'comment-touches': () =>
    'A "#" that begins a comment needs a space before it. If it belongs to the text, put all of it in the quotes.',
  'key-not-text': () =>
    'A key cannot be a list or a map. Put it in quotes if the brackets are text.',
  other: (detail) => `This is not valid YAML: ${detail.replace(/\.?$/, '.')}`,
} satisfies Readonly<Record<string, (detail: string) => string>>

export type SlipName = keyof typeof slipsInWords

export function slip(span: Span, name: SlipName, detail: string): Diagnostic {
  return error('yaml-syntax', span, slipsInWords[name](detail))
}
