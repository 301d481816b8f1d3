import {
  type Cursor,
  colon,
  dash,
  doubleQuote,
  hash,
  isBlankAt,
  scalarAt,
  singleQuote,
  space,
} from './strict-cursor.ts'
import type { YamlScalar } from './yaml-node.ts'

/** A plain or quoted scalar on one line; leaves the cursor right behind it. */
export function readScalar(cursor: Cursor, inFlow: boolean): YamlScalar | undefined {
  const { at: start } = cursor
  const text = readText(cursor, inFlow)
  return text === undefined ? undefined : scalarBefore(cursor, text, start)
}

/** The text of a plain or quoted scalar on one line; leaves the cursor right behind the scalar. */
export function readText(cursor: Cursor, inFlow: boolean): string | undefined {
  const code = cursor.text.charCodeAt(cursor.at)
  if (code === doubleQuote) return readDoubleQuoted(cursor)
  if (code === singleQuote) return readSingleQuoted(cursor)
  return readPlain(cursor, inFlow)
}

/** The scalar that begins at `start` and that the cursor stands right behind. */
export function scalarBefore(cursor: Cursor, text: string, start: number): YamlScalar {
  const code = cursor.text.charCodeAt(start)
  const plain = code !== doubleQuote && code !== singleQuote
  return scalarAt(cursor, text, plain, start, cursor.at)
}

const isIndicator = flags('!&*?|>@`%#,[]{}"\'<=:\\')
const isFlowIndicator = flags(',[]{}')
const mayEnd = flags('\n\r:#,[]{}')

function flags(characters: string): Uint8Array {
  const table = new Uint8Array(128)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return table
}

function readPlain(cursor: Cursor, inFlow: boolean): string | undefined {
  const { text, at: start } = cursor
  const code = text.charCodeAt(start)
  if (code < 128 && isIndicator[code] === 1) return undefined
  if (code === dash && endsWord(text, start + 1, true)) return undefined
  cursor.at = plainEnd(text, start, inFlow)
  return text.slice(start, cursor.at)
}

function plainEnd(text: string, start: number, inFlow: boolean): number {
  let end = start
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === space) continue
    if (code < 128 && mayEnd[code] === 1 && isEnd(text, at, code, inFlow)) break
    end = at + 1
  }
  return end
}

function isEnd(text: string, at: number, code: number, inFlow: boolean): boolean {
  if (code === colon) return endsWord(text, at + 1, inFlow)
  if (code === hash) return text.charCodeAt(at - 1) === space
  return code < space || inFlow
}

function endsWord(text: string, at: number, inFlow: boolean): boolean {
  if (isBlankAt(text, at)) return true
  const code = text.charCodeAt(at)
  return inFlow && code < 128 && isFlowIndicator[code] === 1
}

/** The only escapes that are read here: what the others write may be hidden. */
const escapes = /\\(["\\])/g
const backslash = 92

function readDoubleQuoted(cursor: Cursor): string | undefined {
  const { text, at: start } = cursor
  const end = closingDoubleQuote(text, start)
  if (end < 0) return undefined
  const written = text.slice(start + 1, end)
  cursor.at = end + 1
  return written.includes('\\') ? written.replace(escapes, '$1') : written
}

function closingDoubleQuote(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === doubleQuote) return at
    if (code < space) return -1
    if (code !== backslash) continue
    at++
    const escaped = text.charCodeAt(at)
    if (escaped !== doubleQuote && escaped !== backslash) return -1
  }
  return -1
}

function readSingleQuoted(cursor: Cursor): string | undefined {
  const { text, at: start } = cursor
  const end = closingSingleQuote(text, start)
  if (end < 0) return undefined
  const written = text.slice(start + 1, end)
  cursor.at = end + 1
  return written.includes("'") ? written.replaceAll("''", "'") : written
}

function closingSingleQuote(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < space) return -1
    if (code !== singleQuote) continue
    if (text.charCodeAt(at + 1) !== singleQuote) return at
    at++
  }
  return -1
}
