import {
  brace,
  bracket,
  type Cursor,
  closingBrace,
  closingBracket,
  colon,
  comma,
  goDeeper,
  isBlankAt,
  mapAt,
  skipSpaces,
  space,
} from './strict-cursor.ts'
import { keyBefore } from './strict-keys.ts'
import { readScalar, readText } from './strict-scalars.ts'
import type { YamlEntry, YamlList, YamlMap, YamlNode } from './yaml-node.ts'

export function beginsFlow(code: number): boolean {
  return code === bracket || code === brace
}

/** A list or map in brackets; leaves the cursor right behind it. */
export function readFlow(cursor: Cursor, parent: number): YamlNode | undefined {
  if (!goDeeper(cursor)) return undefined
  const isList = cursor.text.charCodeAt(cursor.at) === bracket
  const node = isList ? readFlowList(cursor, parent) : readFlowMap(cursor, parent)
  cursor.depth--
  return node
}

function readFlowList(cursor: Cursor, parent: number): YamlList | undefined {
  const start = cursor.at++
  const items: YamlNode[] = []
  for (;;) {
    const ended = atClosing(cursor, parent, closingBracket)
    if (ended) break
    const item = ended === false ? readFlowNode(cursor, parent) : undefined
    if (item === undefined || !leaveItem(cursor, parent, closingBracket)) return undefined
    items.push(item)
  }
  cursor.at++
  return { kind: 'list', items, span: { file: cursor.file, start, end: cursor.at } }
}

function readFlowMap(cursor: Cursor, parent: number): YamlMap | undefined {
  const start = cursor.at++
  const entries: YamlEntry[] = []
  for (;;) {
    const ended = atClosing(cursor, parent, closingBrace)
    if (ended) break
    const entry = ended === false ? readFlowEntry(cursor, parent) : undefined
    if (entry === undefined || !leaveItem(cursor, parent, closingBrace)) return undefined
    entries.push(entry)
  }
  cursor.at++
  return mapAt(cursor, entries, start, cursor.at)
}

function readFlowEntry(cursor: Cursor, parent: number): YamlEntry | undefined {
  const { at: start } = cursor
  const text = readText(cursor, true)
  if (text === undefined || cursor.text.charCodeAt(cursor.at) !== colon) return undefined
  const key = keyBefore(cursor, text, start)
  cursor.at++
  if (!isBlankAt(cursor.text, cursor.at) || !skipBlanks(cursor, parent)) return undefined
  const value = readFlowNode(cursor, parent)
  return value && { key, value }
}

function readFlowNode(cursor: Cursor, parent: number): YamlNode | undefined {
  const code = cursor.text.charCodeAt(cursor.at)
  return beginsFlow(code) ? readFlow(cursor, parent) : readScalar(cursor, true)
}

function atClosing(cursor: Cursor, parent: number, closing: number): boolean | undefined {
  return skipBlanks(cursor, parent) ? cursor.text.charCodeAt(cursor.at) === closing : undefined
}

/** Over the comma behind an item, or to the bracket that closes. */
function leaveItem(cursor: Cursor, parent: number, closing: number): boolean {
  if (!skipBlanks(cursor, parent)) return false
  const code = cursor.text.charCodeAt(cursor.at)
  if (code === comma) cursor.at++
  return code === comma || code === closing
}

/** Over spaces and line ends to content, which stands deeper than the collection around the brackets. */
function skipBlanks(cursor: Cursor, parent: number): boolean {
  const { text } = cursor
  // What begins in the line of the opening bracket is deep enough.
  let line = 0
  skipSpaces(cursor)
  while (cursor.at < text.length && text.charCodeAt(cursor.at) < space) {
    cursor.at++
    line = cursor.at
    skipSpaces(cursor)
  }
  return cursor.at - line > parent
}
