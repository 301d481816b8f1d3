import type { Comment } from './format-comments.ts'
import type { Group, Item, Scalar } from './format-layout.ts'
import { inlineKey, inlineValue } from './format-scalar.ts'
import {
  fits,
  foldedBlock,
  literalBlock,
  type TextBlock,
  writtenBlock,
} from './format-text-block.ts'

const widest = 120

/** In brackets: a character, a comma and a space. */
const shortestItem = 3

/** A layout as text; every line of it ends. */
export function printLayout(root: Group): string {
  const lines: string[] = []
  printItems(root, 0, lines)
  if (root.items.length === 0) lines.push('{}')
  return `${lines.join('\n')}\n`
}

/** The lines of a group as they come; `start` is the first of them. */
interface Page {
  readonly lines: string[]
  readonly start: number
}

function printItems({ items, tail }: Group, column: number, lines: string[]): void {
  const page = { lines, start: lines.length }
  for (const item of items) {
    printComments(page, item.above, column)
    if (item.afterBlank) skipLine(page)
    const value = writtenAs(item, column)
    printItem(item, value, column, lines)
    // As deep as the lines of a text, a comment would be one of them.
    const isText = value.kind === 'text'
    printComments(page, item.below, isText ? column : column + 2)
    printComments(page, item.after, column)
    const isOpen = item.after.length === 0 && !(isText && item.below.length > 0)
    if (!isOpen && item !== items.at(-1)) skipLine(page)
  }
  printComments(page, tail, column)
}

function printComments(page: Page, comments: readonly Comment[], column: number): void {
  for (const { text, afterBlank } of comments) {
    if (afterBlank) skipLine(page)
    page.lines.push(`${' '.repeat(column)}${text}`)
  }
}

/** One blank line, but none at the top of a group and none after another, be it the last of a text. */
function skipLine({ lines, start }: Page): void {
  if (lines.length > start && lines.at(-1)?.trim() !== '') lines.push('')
}

/** How a value is written: in the line of its key or dash, or below it. */
type Written =
  | { readonly kind: 'inline'; readonly line: string; readonly isPlain: boolean }
  | { readonly kind: 'text'; readonly line: string; readonly block: TextBlock }
  | { readonly kind: 'group'; readonly line: string; readonly group: Group }

function writtenAs({ key, value }: Item, column: number): Written {
  const head = `${' '.repeat(column)}${key ? `${inlineKey(key)}:` : '-'}`
  if (value.kind !== 'scalar') {
    const flow = flowOf(value)
    const line = `${head} ${flow}`
    if (value.items.length > 0 && (flow === undefined || !fits(line, widest)))
      return { kind: 'group', line: head, group: value }
    return { kind: 'inline', line, isPlain: false }
  }
  const inline = inlineValue(value, false)
  const line = inline === '' ? head : `${head} ${inline}`
  const block = blockOf(value, !fits(line, widest), widest - column - 2)
  if (block) return { kind: 'text', line: `${head} ${block.header}`, block }
  return { kind: 'inline', line, isPlain: /^[^"']/.test(inline) }
}

function blockOf(scalar: Scalar, isWide: boolean, width: number): TextBlock | undefined {
  const written = writtenBlock(scalar, width)
  if (written) return written
  if (scalar.text.includes('\n') && scalar.raw.includes('\n')) return literalBlock(scalar.text)
  return isWide ? foldedBlock(scalar.text, width) : undefined
}

/** In brackets on one line; nothing for what was not written in brackets, or cannot be. */
function flowOf(group: Group): string | undefined {
  const isTooLong = group.items.length * shortestItem > widest
  if (!group.isFlow || isTooLong || isCommented(group)) return undefined
  const items = group.items.map(({ key, value }) => {
    const written = value.kind === 'scalar' ? inlineValue(value, true) : flowOf(value)
    if (written === undefined) return undefined
    return key ? `${inlineKey(key)}: ${written}` : written
  })
  if (items.includes(undefined)) return undefined
  if (group.kind === 'list') return `[${items.join(', ')}]`
  return items.length === 0 ? '{}' : `{ ${items.join(', ').trimEnd()} }`
}

/** Whether a group itself has comments, whatever is in the groups in it. */
function isCommented({ items, tail }: Group): boolean {
  if (tail.length > 0) return true
  return items.some(
    (item) => item.beside || item.above.length + item.below.length + item.after.length > 0,
  )
}

function printItem(item: Item, value: Written, column: number, lines: string[]): void {
  const { key, beside } = item
  const indent = ' '.repeat(column)
  const isBeside = beside && canStandBeside(beside, item, value)
  if (beside && !isBeside) lines.push(`${indent}${beside.text}`)
  const line = isBeside ? withComment(value.line, beside, column - item.column) : value.line
  const start = lines.length
  if (value.kind !== 'group' || key) lines.push(line)
  if (value.kind === 'text') addText(value.block, `${indent}  `, lines)
  if (value.kind !== 'group') return
  printItems(value.group, column + 2, lines)
  if (key === undefined) addDash(line, start, lines)
}

function addText({ lines: written }: TextBlock, indent: string, lines: string[]): void {
  for (const line of written) lines.push(line === '' ? '' : `${indent}${line}`)
}

/** Gives the lines from `start` on their dash; comments that come first move out, as it leaves no room for them. */
function addDash(dash: string, start: number, lines: string[]): void {
  let at = start
  for (; /^ *(#|$)/.test(lines[at] ?? '-'); at++) lines[at] = lines[at]?.slice(2) ?? ''
  lines[at] = `${dash} ${lines[at]?.trimStart()}`
}

/** Behind a plain text `#1` would look like the end of it, and behind a dash only the first line of a group can stand. */
function canStandBeside({ text }: Comment, { key }: Item, value: Written): boolean {
  if (value.kind === 'group') return key !== undefined
  return value.kind === 'text' || !value.isPlain || !/^#[^\s#]/.test(text)
}

/** One or two spaces before a comment stay; more are there to align it with others, and it keeps its column. */
function withComment(line: string, { text, gap, column }: Comment, shift: number): string {
  const spaces = gap > 2 ? Math.max(2, column + shift - line.length) : Math.max(1, gap)
  return `${line}${' '.repeat(spaces)}${text}`
}
