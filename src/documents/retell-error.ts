import type { YAMLParseError } from 'yaml'
import { codePointOf, strangeSpace } from '../text/hidden-characters.ts'
import { misreadAbove } from './misread-above.ts'
import { slipOfLine } from './slip-of-line.ts'
import { type SyntaxSlip, slipAt } from './syntax-slip.ts'
import { columnOf, lineAround, lineBelow, linesAbove, type TextLine } from './text-lines.ts'
import { isInBrackets } from './unclosed.ts'

type Retell = (text: string, start: number, end: number) => SyntaxSlip | undefined

/** What a person did when the parser says this: its words first, as its codes stand for several mistakes each. */
const retellings: readonly (readonly [RegExp, Retell])[] = [
  [/^Block collections are not allowed within flow/, blockInBrackets],
  [/^Missing , |^Unexpected scalar token\.?$/, missingComma],
  [/^Unexpected (?:,|empty item) in flow/, (_, start, end) => slipAt(start, end, 'extra-comma')],
  [/block-seq-ind on same line/, toLineEnd('list-behind-key')],
  [/^Unexpected seq-item-ind in flow|^Unexpected seq-item-ind token/, strayLine],
  [/^Not a YAML token|^Block scalar header/, toLineEnd('text-behind-mark')],
  [/^Unexpected flow-(?:seq|map)-end/, (_, start) => slipAt(start, start + 1, 'extra-bracket')],
  [/at node end|token in YAML (?:stream|document)/, behindEnd],
  [/^Comments must be separated/, toLineEnd('comment-touches')],
  [/^Plain value cannot start/, badBeginning],
  [/Invalid escape/, (_, start) => slipAt(start, start + 2, 'bad-escape')],
  [/at most 1024 chars/, (_, start, end) => slipAt(start, end, 'key-too-long')],
  [/^With stringKeys/, (_, start, end) => slipAt(start, end, 'key-not-text')],
  [/on a single line$|followed by map values$/, noColon],
  [/^Nested mappings|as an implicit map key$/, secondColon],
  [/same column$|without - indicator$|leading spaces|indent/i, wrongIndent],
]

/** One error of the parser as the slip that most likely made it. */
export function retellError(
  text: string,
  { message, pos: [start, end] }: YAMLParseError,
): SyntaxSlip {
  const space = strangeSpace.exec(text.slice(start, end))
  if (space) {
    const at = start + space.index
    return slipAt(at, at + 1, 'strange-space', codePointOf(space[0]))
  }
  for (const [words, retell] of retellings) {
    const told = words.test(message) ? retell(text, start, end) : undefined
    if (told) return told
  }
  return slipAt(start, end, 'other', message)
}

function toLineEnd(name: SyntaxSlip['name'], detail = ''): Retell {
  return (text, start) =>
    slipAt(start, Math.max(start + 1, lineAround(text, start).end), name, detail)
}

function blockInBrackets(text: string, start: number, end: number): SyntaxSlip {
  const isList = text.startsWith('- ', start)
  const length = text.slice(start, end).trimEnd().length
  return slipAt(start, start + length, isList ? 'list-in-brackets' : 'colon-in-brackets')
}

function strayLine(text: string, start: number): SyntaxSlip {
  return strayItem(text, start, Math.max(start + 1, lineAround(text, start).end))
}

function strayItem(text: string, start: number, end: number): SyntaxSlip {
  if (isInBrackets(text, start)) return slipAt(start, end, 'list-in-brackets')
  return slipAt(start, start + 1, 'stray-item')
}

function missingComma(text: string, start: number): SyntaxSlip {
  const token = /^[^\s,[\]{}]+/.exec(text.slice(start, start + 80))?.[0] ?? ' '
  return slipAt(start, start + token.length, 'missing-comma')
}

/** Text behind the end of a value: in a line of its own it is wrongly indented. */
function behindEnd(text: string, start: number, end: number): SyntaxSlip | undefined {
  const before = text.slice(lineAround(text, start).start, start).trimEnd().at(-1) ?? ''
  if (before === '') return wrongIndent(text, start)
  if (before === '"' || before === "'")
    return toLineEnd('text-after-quote', before)(text, start, end)
  if (before === ']' || before === '}') return toLineEnd('text-after-bracket')(text, start, end)
  const bracket = text.charAt(start)
  const isText = /[[{]/.test(bracket) && isInBrackets(text, start)
  return isText ? slipAt(start, start + 1, 'bracket-in-text', bracket) : undefined
}

function codeFence({ contentStart, end }: TextLine): SyntaxSlip {
  return slipAt(contentStart, end, 'code-fence')
}

function badBeginning(text: string, start: number): SyntaxSlip {
  const line = lineAround(text, start)
  if (/^`{3,}[\w-]*$/.test(line.content)) return codeFence(line)
  return slipAt(start, start + 1, 'bad-beginning', text.charAt(start))
}

function noColon(text: string, start: number): SyntaxSlip {
  if (text.startsWith('- ', start)) return strayItem(text, start, start + 1)
  const line = lineAround(text, start)
  const [above] = linesAbove(text, start)
  if (/^(?:`{3,}|~{3,})[\w-]*$/.test(line.content)) return codeFence(line)
  const own = slipOfLine(text, start)
  if (own) return own
  const isBlock = above && /[:-] +[|>][-+0-9]*(?: #.*)?$/.test(above.content)
  if (isBlock) return slipAt(line.contentStart, line.end, 'text-not-indented')
  return slipAt(Math.max(start, line.contentStart), line.end, 'missing-colon')
}

function secondColon(text: string, start: number): SyntaxSlip {
  const line = lineAround(text, start)
  if (line.content.startsWith('- ') && start <= line.contentStart) return wrongIndent(text, start)
  const value = text.slice(start, line.end)
  if (/^-[^\s-]/.test(line.content)) return missingSpace(line)
  if (/^[“”„«‘‚]/.test(value)) return slipAt(start, start + 1, 'curly-quote')
  if (/:\s+\S/.test(value))
    return slipAt(start, line.end, 'second-colon', inQuotes(text, line, start))
  if (value.endsWith(':')) return slipAt(line.end - 1, line.end, 'colon-at-end')
  return keyInText(text, start) ?? slipAt(start, line.end, 'second-colon')
}

function missingSpace({ contentStart, content }: TextLine): SyntaxSlip {
  const pair = `- ${content.slice(1)}`
  return slipAt(contentStart, contentStart + 1, 'missing-dash-space', pair)
}

/** The line as it should be; nothing where it is long or has quotes of its own. */
function inQuotes(text: string, { contentStart, end }: TextLine, start: number): string {
  const value = text.slice(start, end)
  const isSimple = end - contentStart <= 70 && !/["\\#\p{C}]/u.test(value)
  return isSimple ? `${text.slice(contentStart, start)}"${value}"` : ''
}

function keyInText(text: string, start: number): SyntaxSlip | undefined {
  for (let line = lineBelow(text, start); line; line = lineBelow(text, line.end)) {
    if (/:(?:\s|$)/.test(line.content))
      return misreadAbove(text, line) ?? slipAt(line.contentStart, line.end, 'key-in-text')
  }
  return undefined
}

function wrongIndent(text: string, start: number): SyntaxSlip {
  const around = lineAround(text, start)
  const line = around.content === '' ? (lineBelow(text, start) ?? around) : around
  const misread = misreadAbove(text, line)
  if (misread) return misread
  const column = columnOf(line)
  const isItem = /^-(?: |$)/.test(line.content)
  const columns = columnsAbove(text, line.start)
  const told =
    columns.length === 0
      ? ''
      : `: this one is in column ${column}, those above are in ${inWords(columns)}`
  if (isItem) return slipAt(line.contentStart, line.contentStart + 1, 'item-indent', told)
  return slipAt(line.contentStart, line.end, isInList(text, line) ? 'missing-dash' : 'indent', told)
}

function isInList(text: string, line: TextLine): boolean {
  for (const above of linesAbove(text, line.start)) {
    if (columnOf(above) < columnOf(line)) return false
    if (columnOf(above) === columnOf(line)) return /^-(?: |$)/.test(above.content)
  }
  return false
}

/** The columns that the lines above leave open for a key or an item, from left to right. */
function columnsAbove(text: string, start: number): number[] {
  const columns: number[] = []
  for (const line of linesAbove(text, start)) {
    const least = columns.at(-1) ?? Infinity
    const column = columnOf(line)
    const behindDash = column + (/^(?:- +)+/.exec(line.content)?.[0].length ?? 0)
    if (behindDash < least && behindDash > column) columns.push(behindDash)
    if (column < least) columns.push(column)
    if (column === 1) break
  }
  return columns.reverse()
}

function inWords(columns: readonly number[]): string {
  const last = columns.at(-1)
  return columns.length === 1
    ? `column ${last}`
    : `columns ${columns.slice(0, -1).join(', ')} and ${last}`
}
