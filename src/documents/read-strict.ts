import { heapedMarks, hiddenCharacters, strangeSpace } from '../text/hidden-characters.ts'
import type { Located } from '../text/span.ts'
import type { SourceFile } from './document.ts'
import { hasTooManyValues } from './has-too-many-values.ts'
import {
  bar,
  type Cursor,
  colon,
  dash,
  dot,
  endValue,
  findContent,
  goDeeper,
  greater,
  hash,
  isBlankAt,
  leaveLine,
  mapAt,
  scalarAt,
  skipSpaces,
  space,
} from './strict-cursor.ts'
import { beginsFlow, readFlow } from './strict-flow.ts'
import { keyBefore } from './strict-keys.ts'
import { readScalar, readText, scalarBefore } from './strict-scalars.ts'
import { readTextBlock } from './strict-text-block.ts'
import type { YamlEntry, YamlList, YamlMap, YamlNode } from './yaml-node.ts'

export interface StrictReading {
  readonly root: YamlMap
  /** Whether all is ASCII, without a comment and a sign of HTML, so that nothing can look like what it is not. */
  readonly isBare: boolean
}

/**
 * The tree of a file that is written as most are, many times faster than the `yaml` package builds it. Gives up on
 * all that is unusual or might be wrong: an answer is the one that the package gives, and it has no diagnostics.
 */
export function readStrict({ path, text }: SourceFile): StrictReading | undefined {
  const start = text.startsWith('\ufeff') ? 1 : 0
  const isAscii = !/[^\n -~]/.test(text)
  if (!isAscii && !isVisible(text, start)) return undefined
  const cursor: Cursor = { file: path, text, at: start, column: 0, end: 0, comments: 0, depth: 0 }
  if (!findContent(cursor) || !skipMark(cursor)) return undefined
  if (cursor.column !== 0 || mayBeMark(cursor) || beginsFlow(text.charCodeAt(cursor.at)))
    return undefined
  const root = readBlock(cursor, -1)
  if (root?.kind !== 'map' || hasTooManyValues(text, root)) return undefined
  const isBare = isAscii && cursor.comments === 0 && !text.includes('&') && !text.includes('<')
  return { root, isBare }
}

/** No tab, no strange space, no lone return, nothing hidden and no heap of accents. */
function isVisible(text: string, start: number): boolean {
  if (/\t|\r(?!\n)/.test(text) || strangeSpace.test(text) || heapedMarks(text) !== undefined)
    return false
  return hiddenCharacters(text.slice(start)).length === 0
}

function skipMark(cursor: Cursor): boolean {
  if (cursor.column !== 0 || !cursor.text.startsWith('---', cursor.at)) return true
  cursor.at += 3
  return leaveLine(cursor) && findContent(cursor)
}

/** Whether this could begin one of the marks `---` and `...`, which stand at the start of a line. */
function mayBeMark({ text, at }: Cursor): boolean {
  const code = text.charCodeAt(at)
  return code === dash || code === dot
}

/** What begins here, with the cursor's column; `parent` is the column of the collection around it. */
function readBlock(cursor: Cursor, parent: number): YamlNode | undefined {
  const { column } = cursor
  if (atItem(cursor)) return readList(cursor, column)
  if (!beginsScalar(cursor.text.charCodeAt(cursor.at))) return readValue(cursor, parent)
  const { at: start } = cursor
  const text = readText(cursor, false)
  if (text === undefined) return undefined
  if (atColon(cursor)) return readMap(cursor, column, keyBefore(cursor, text, start))
  const scalar = scalarBefore(cursor, text, start)
  return endValue(cursor) ? scalar : undefined
}

/** What can stand behind a key in its line. */
function readValue(cursor: Cursor, parent: number): YamlNode | undefined {
  const code = cursor.text.charCodeAt(cursor.at)
  if (code === bar || code === greater) return readTextBlock(cursor, parent)
  const node = beginsFlow(code) ? readFlow(cursor, parent) : readScalar(cursor, false)
  return node && endValue(cursor) ? node : undefined
}

function beginsScalar(code: number): boolean {
  return code !== bar && code !== greater && !beginsFlow(code)
}

function readMap(cursor: Cursor, column: number, first: Located<string>): YamlMap | undefined {
  if (!goDeeper(cursor)) return undefined
  const entries: YamlEntry[] = []
  let key: Located<string> | undefined = first
  while (key !== undefined && atColon(cursor)) {
    const value: YamlNode | undefined = isLong(key) ? undefined : readEntryValue(cursor, column)
    if (value === undefined || cursor.column > column) return undefined
    entries.push({ key, value })
    if (cursor.column < column) {
      cursor.depth--
      return mapAt(cursor, entries, first.span.start, cursor.end)
    }
    key = mayBeMark(cursor) ? undefined : readKey(cursor)
  }
  return undefined
}

function readKey(cursor: Cursor): Located<string> | undefined {
  const { at: start } = cursor
  const text = readText(cursor, false)
  return text === undefined ? undefined : keyBefore(cursor, text, start)
}

/** YAML takes no key of more than 1,024 characters. */
function isLong({ span: { start, end } }: Located<string>): boolean {
  return end - start > 1000
}

function readEntryValue(cursor: Cursor, column: number): YamlNode | undefined {
  cursor.at++
  skipSpaces(cursor)
  if (!atLineEnd(cursor)) return readValue(cursor, column)
  const { at, comments } = cursor
  if (!leaveLine(cursor) || !findContent(cursor)) return undefined
  const isCommented = cursor.comments > comments
  if (cursor.column > column || (cursor.column === column && atItem(cursor)))
    return readBelow(cursor, column, isCommented)
  if (isCommented) return undefined
  cursor.end = at
  return scalarAt(cursor, '', true, at, at)
}

/** What begins in a line below its key or dash. Behind a comment `yaml` may take the next key for more of a text. */
function readBelow(cursor: Cursor, parent: number, isCommented: boolean): YamlNode | undefined {
  const node = readBlock(cursor, parent)
  return isCommented && node?.kind === 'scalar' ? undefined : node
}

function readList(cursor: Cursor, column: number): YamlList | undefined {
  if (!goDeeper(cursor)) return undefined
  const start = cursor.at
  const items: YamlNode[] = []
  do {
    const item = readItem(cursor, column)
    if (item === undefined) return undefined
    items.push(item)
  } while (cursor.column === column && atItem(cursor))
  cursor.depth--
  return { kind: 'list', items, span: { file: cursor.file, start, end: cursor.end } }
}

function readItem(cursor: Cursor, column: number): YamlNode | undefined {
  const start = cursor.at++
  skipSpaces(cursor)
  if (atLineEnd(cursor)) {
    const { comments } = cursor
    if (!leaveLine(cursor) || !findContent(cursor) || cursor.column <= column) return undefined
    return readBelow(cursor, column, cursor.comments > comments)
  }
  cursor.column = column + cursor.at - start
  return readBlock(cursor, column)
}

function atItem({ text, at }: Cursor): boolean {
  return text.charCodeAt(at) === dash && isBlankAt(text, at + 1)
}

function atColon({ text, at }: Cursor): boolean {
  return text.charCodeAt(at) === colon && isBlankAt(text, at + 1)
}

function atLineEnd({ text, at }: Cursor): boolean {
  if (at >= text.length) return true
  const code = text.charCodeAt(at)
  return code < space || code === hash
}
