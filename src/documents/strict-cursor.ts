import { mostKeys } from './limits.ts'
import type { YamlEntry, YamlMap, YamlScalar } from './yaml-node.ts'

/** Where the strict reader stands. Every reading function moves it, or answers `undefined` or `false` to give up. */
export interface Cursor {
  readonly file: string
  readonly text: string
  at: number
  /** Of the content that `at` stands on; below zero at the end of the text. */
  column: number
  /** Behind the last value and what follows it in its line: there the map or list around it ends. */
  end: number
  comments: number
  depth: number
}

export const space = 32
export const doubleQuote = 34
export const hash = 35
export const singleQuote = 39
export const comma = 44
export const dash = 45
export const dot = 46
export const colon = 58
export const bracket = 91
export const closingBracket = 93
export const brace = 123
export const bar = 124
export const closingBrace = 125
export const greater = 62

/** Fewer levels than Dossier allows: the deepest files are for the judge. */
const deepest = 16

export function goDeeper(cursor: Cursor): boolean {
  cursor.depth++
  return cursor.depth <= deepest
}

/** A space, or a line end, or the end of the text. */
export function isBlankAt(text: string, at: number): boolean {
  return at >= text.length || text.charCodeAt(at) <= space
}

export function skipSpaces(cursor: Cursor): void {
  const { text } = cursor
  while (cursor.at < text.length && text.charCodeAt(cursor.at) === space) cursor.at++
}

/** Leaves a line that holds nothing more than a comment. */
export function leaveLine(cursor: Cursor): boolean {
  const { text } = cursor
  skipSpaces(cursor)
  if (cursor.at >= text.length) return true
  if (text.charCodeAt(cursor.at) === hash) {
    if (text.charCodeAt(cursor.at - 1) !== space) return false
    cursor.comments++
    cursor.at = nextLine(text, cursor.at)
    return true
  }
  if (text.charCodeAt(cursor.at) > space) return false
  cursor.at = nextLine(text, cursor.at)
  return true
}

/**
 * From the start of a line to the next content. A comment deeper than what follows belongs to the value before it
 * and makes it longer; such files are for the judge.
 */
export function findContent(cursor: Cursor): boolean {
  const { text } = cursor
  let start = cursor.at
  let at = start
  let deepestComment = 0
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > space && code !== hash) break
    if (code === space) continue
    if (code === hash) {
      cursor.comments++
      deepestComment = Math.max(deepestComment, at - start)
    }
    start = nextLine(text, at)
    at = start - 1
  }
  cursor.at = at
  cursor.column = at < text.length ? at - start : -1
  return deepestComment <= Math.max(cursor.column, 0)
}

/** Leaves the line of a value. A deeper next line would go on with it; the map around gives up on that. */
export function endValue(cursor: Cursor): boolean {
  if (!leaveLine(cursor)) return false
  cursor.end = cursor.at
  return findContent(cursor)
}

export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

export function scalarAt(
  cursor: Cursor,
  text: string,
  plain: boolean,
  start: number,
  end: number,
): YamlScalar {
  return { kind: 'scalar', text, plain, span: { file: cursor.file, start, end } }
}

/** A map, unless it has too many keys or one of them twice. */
export function mapAt(
  cursor: Cursor,
  entries: readonly YamlEntry[],
  start: number,
  end: number,
): YamlMap | undefined {
  if (entries.length > mostKeys || hasKeyTwice(entries)) return undefined
  return { kind: 'map', entries, span: { file: cursor.file, start, end } }
}

/** For the few keys of most maps, comparing each with each is faster than to hash them. */
const few = 10

function hasKeyTwice(entries: readonly YamlEntry[]): boolean {
  if (entries.length > few)
    return new Set(entries.map(({ key }) => key.value)).size < entries.length
  for (let later = 1; later < entries.length; later++) {
    const key = entries[later]?.key.value
    for (let earlier = 0; earlier < later; earlier++) {
      if (entries[earlier]?.key.value === key) return true
    }
  }
  return false
}
