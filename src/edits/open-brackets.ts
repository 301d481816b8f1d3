import type { YamlEntry, YamlNode } from '../documents/yaml-node.ts'
import type { TextEdit } from '../text/text-edit.ts'
import {
  type Collection,
  childrenOf,
  columnAt,
  contentEnd,
  isFlow,
  lineBreakOf,
  lineEnd,
  lineStart,
} from './extent.ts'
import { inBrackets } from './in-brackets.ts'

/** The edits that write the value of an entry in lines of its own, so that more can be put below them. */
export function openBrackets(text: string, { key, value }: YamlEntry): readonly TextEdit[] {
  if (value.kind === 'scalar' || !isFlow(text, value)) return []
  const column = columnAt(text, key.span.start) + 2
  return [inLinesOfItsOwn(text, key.span.end, value, linesOf(text, value), column)]
}

/** The edits that make a list of the one value of an entry. */
export function openList(text: string, { key, value }: YamlEntry): readonly TextEdit[] {
  const column = columnAt(text, key.span.start) + 2
  if (value.kind === 'list') return openBrackets(text, { key, value })
  if (value.kind === 'map' && !isFlow(text, value)) return dashBefore(text, value)
  return [inLinesOfItsOwn(text, key.span.end, value, itemLines(text, value), column)]
}

/** The entries or items of a collection in brackets, each in lines of its own. */
function linesOf(text: string, node: Collection): readonly string[] {
  if (node.kind === 'list') return node.items.flatMap((item) => itemLines(text, item))
  return node.entries.flatMap(({ key, value }) => {
    const name = text.slice(key.span.start, key.span.end)
    return withPrefix(`${name}: `, rawLines(text, value))
  })
}

export function itemLines(text: string, item: YamlNode): readonly string[] {
  return withPrefix('- ', rawLines(text, item))
}

/** An entry in brackets, as lines of its own. */
export function entryLines(text: string, { key, value }: YamlEntry): readonly string[] {
  return withPrefix(`${text.slice(key.span.start, key.span.end)}: `, rawLines(text, value))
}

/** Brackets as they are written, a scalar on one line. */
function rawLines(text: string, node: YamlNode): readonly string[] {
  const raw = text.slice(node.span.start, contentEnd(text, node))
  if (!raw.includes('\n')) return [raw]
  return node.kind === 'scalar' ? [inBrackets(node)] : raw.split(/\r?\n/).map((line) => line.trim())
}

function withPrefix(prefix: string, [first = '', ...rest]: readonly string[]): readonly string[] {
  return [`${prefix}${first}`, ...rest.map((line) => `    ${line}`)]
}

/** What stands between the key and its value, a comment perhaps, stays. */
function inLinesOfItsOwn(
  text: string,
  keyEnd: number,
  value: YamlNode,
  lines: readonly string[],
  column: number,
): TextEdit {
  const eol = lineBreakOf(text)
  const end = contentEnd(text, value)
  const colon = text.indexOf(':', keyEnd) + 1
  const isBelow = text.slice(colon, value.span.start).includes('\n')
  const start = isBelow ? lineStart(text, value.span.start) : colon
  if (lines.length === 0) return { start, end, text: '' }
  const written = lines.map((line) => `${' '.repeat(column)}${line}`).join(eol)
  return { start, end, text: isBelow ? written : eol + written }
}

function dashBefore(text: string, map: Collection): readonly TextEdit[] {
  const { start } = map.span
  const end = contentEnd(text, map)
  const edits = [{ start, end: start, text: '- ' }]
  for (let at = lineEnd(text, start); at < end; at = lineEnd(text, at)) {
    const isBlank = text.slice(at, lineEnd(text, at)).trim() === ''
    if (!isBlank) edits.push({ start: at, end: at, text: '  ' })
  }
  return edits
}

/** Brackets with a comment between their parts, which would be lost where they are opened. */
export function commentedBrackets(text: string, node: YamlNode): readonly YamlNode[] {
  if (node.kind === 'scalar') return []
  const inside = childrenOf(node).flatMap((child) => commentedBrackets(text, child))
  return isFlow(text, node) && gapsOf(text, node).includes('#') ? [node, ...inside] : inside
}

function gapsOf(text: string, node: Collection): string {
  const parts =
    node.kind === 'list' ? node.items : node.entries.flatMap(({ key, value }) => [key, value])
  let at = node.span.start
  let gaps = ''
  for (const { span } of parts) {
    gaps += text.slice(at, span.start)
    at = span.end
  }
  return gaps + text.slice(at, node.span.end)
}
