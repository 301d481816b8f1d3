import { codePointOf, hidden } from './hidden-characters.ts'
import { isAscii } from './is-ascii.ts'

/** What could act instead of being read: all that is hidden, and what begins a line or moves in it. */
const active = new RegExp(`${hidden.source}|[\\t\\n\\r]`, 'g')

/** Text from data, safe to print: whatever could move the cursor or reorder the line is shown as `\u{…}`. */
export function escapeForTerminal(text: string): string {
  if (isAscii(text)) return text
  return text.replace(active, (character) =>
    character === '\t'
      ? ' '
      : `\\u{${codePointOf(character)
          .slice(2)
          .toLowerCase()
          .replace(/^0+(?=.)/, '')}}`,
  )
}

/** JSON that shows what is hidden; it says the same. */
export function escapeForJson(json: string): string {
  return json.replace(hidden, (characters) =>
    Array.from(
      { length: characters.length },
      (_, at) => `\\u${characters.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
}
