import { tokensOf } from '../documents/yaml-tokens.ts'
import { lineIndex, positionAt } from '../text/line-index.ts'

export interface Comment {
  /** From its `#` on, without spaces at the end. */
  readonly text: string
  readonly start: number
  readonly column: number
  /** Spaces before it. */
  readonly gap: number
  /** Nothing else stands in its line. */
  readonly ownLine: boolean
  /** It begins a line, and the one above is blank. */
  readonly afterBlank: boolean
}

/** Where something stands in its line. */
interface Place {
  /** Of the first character zero; a byte order mark is none. */
  readonly column: number
  readonly ownLine: boolean
  readonly afterBlank: boolean
}

/** What a text holds besides keys and values, in order. */
export interface Marks {
  readonly comments: readonly Comment[]
  /** Where the dashes of list items are. */
  readonly dashes: readonly number[]
  /** Where the colons behind keys are. */
  readonly colons: readonly number[]
  readonly placeOf: (offset: number) => Place
}

export function marksOf(text: string): Marks {
  const comments: Comment[] = []
  const dashes: number[] = []
  const colons: number[] = []
  const placeOf = placesIn(text)
  for (const { token, type, start } of tokensOf(text)) {
    if (type === 'seq-item-ind') dashes.push(start)
    if (type === 'map-value-ind') colons.push(start)
    if (type !== 'comment') continue
    const gap = /[ \t]*$/.exec(text.slice(Math.max(0, start - longestGap), start))?.[0].length ?? 0
    comments.push({ text: token.trimEnd(), start, gap, ...placeOf(start) })
  }
  return { comments, dashes, colons, placeOf }
}

/** More spaces than this before a comment align it with nothing that anybody sees. */
const longestGap = 200

function placesIn(text: string): Marks['placeOf'] {
  const index = lineIndex(text)
  const mark = text.startsWith('\ufeff') ? 1 : 0
  // Where the first character is that is no space; a blank line ends with it.
  const contents = Array.from(index.starts, (start) => {
    let at = Math.max(start, mark)
    while (at < text.length && /[ \t]/.test(text.charAt(at))) at++
    return at
  })
  return (offset) => {
    const { line, column } = positionAt(index, offset)
    const above = text.charAt(contents[line - 2] ?? Infinity)
    const ownLine = contents[line - 1] === offset
    return {
      column: column - 1 - (line === 1 ? mark : 0),
      ownLine,
      afterBlank: ownLine && above === '\n',
    }
  }
}
