import type { YamlEntry, YamlList, YamlMap, YamlNode } from '../documents/yaml-node.ts'
import type { Span } from '../text/span.ts'
import { type Comment, type Marks, marksOf } from './format-comments.ts'

/** A tree with what a person sees in its text and YAML does not read. */
type Layout = Scalar | Group

export interface Scalar {
  readonly kind: 'scalar'
  readonly text: string
  readonly plain: boolean
  /** As it was written. */
  readonly raw: string
}

export interface Group {
  readonly kind: 'map' | 'list'
  /** Written in brackets. */
  readonly isFlow: boolean
  readonly items: readonly Item[]
  /** Comments after the last item, as deep as the items. */
  readonly tail: readonly Comment[]
}

/** An entry of a map, or of a list, which has no key. */
export interface Item {
  readonly key: Scalar | undefined
  readonly value: Layout
  /** Where it stood in its line. */
  readonly column: number
  readonly above: readonly Comment[]
  /** A blank line parts it from what is above. */
  readonly afterBlank: boolean
  /** At the end of its first line. */
  readonly beside: Comment | undefined
  /** Below it and set in. */
  readonly below: readonly Comment[]
  /** Right below it, and parted by a blank line from what follows. */
  readonly after: readonly Comment[]
}

/** Gives each comment of a text to the item that a reader would think it belongs to. None is left over. */
export function readLayout(text: string, root: YamlMap): Group {
  const marks = marksOf(text)
  const reader: Reader = { ...marks, text, at: 0, dashOf: dashesOf(text, root, marks) }
  const group = readGroup(reader, root, { next: text.length, column: -1, isFlow: false })
  return { ...group, tail: [...group.tail, ...takeBefore(reader, Infinity)] }
}

/** The comments move up to stand above the item, behind those that stand there. */
function withAbove(item: Item, comments: readonly Comment[]): Item {
  const [first, ...others] = comments
  if (first === undefined) return item
  const moved = [
    { ...first, afterBlank: item.afterBlank },
    ...others.map((comment) => ({ ...comment, afterBlank: false })),
  ]
  return { ...item, above: [...item.above, ...moved], afterBlank: false }
}

interface Reader extends Marks {
  readonly text: string
  readonly dashOf: ReadonlyMap<YamlNode, number>
  /** The next comment that nobody has taken. */
  at: number
}

interface Surroundings {
  /** Where that begins which follows. */
  readonly next: number
  /** Of the group around. */
  readonly column: number
  readonly isFlow: boolean
}

/** Dashes come in the order of the items, also of those that are empty and have no place of their own. */
function dashesOf(text: string, root: YamlNode, { dashes }: Marks): Map<YamlNode, number> {
  const found = new Map<YamlNode, number>()
  let at = 0
  const visit = (node: YamlNode): void => {
    if (node.kind === 'scalar' || isBracketed(text, node)) return
    if (node.kind === 'map') {
      for (const { value } of node.entries) visit(value)
      return
    }
    for (const item of node.items) {
      found.set(item, dashes[at++] ?? item.span.start)
      visit(item)
    }
  }
  visit(root)
  return found
}

function isBracketed(text: string, { span, kind }: YamlNode): boolean {
  return kind !== 'scalar' && /[[{]/.test(text.charAt(span.start))
}

function readGroup(reader: Reader, node: YamlList | YamlMap, around: Surroundings): Group {
  const { text } = reader
  const isFlow = around.isFlow || isBracketed(text, node)
  const starts = startsOf(reader, node)
  const end = isFlow ? node.span.end : around.next
  const column = isFlow ? Infinity : reader.placeOf(starts[0] ?? 0).column
  const written = node.kind === 'map' ? node.entries : node.items
  const items = written.map((one, index) => {
    const next = starts[index + 1] ?? end
    const item = readItem(reader, one, starts[index] ?? end, { next, column, isFlow })
    const below = takeWhile(reader, (c) => c.ownLine && c.column > column && c.start < next)
    return { ...item, below }
  })
  const isInside = ({ start, column: own }: Comment) =>
    start < end && (isFlow || (own >= column && own > around.column))
  return { kind: node.kind, isFlow, items: settled(items), tail: takeWhile(reader, isInside) }
}

/** Where the items of a group begin: a list in lines with its dash, and a map whose key is not written with its colon. */
function startsOf({ dashOf, colons }: Reader, node: YamlList | YamlMap): number[] {
  if (node.kind === 'map') {
    return node.entries.map(({ key: { span } }) =>
      span.start < span.end ? span.start : (colons.find((at) => at >= span.start) ?? span.start),
    )
  }
  return node.items.map((item) => dashOf.get(item) ?? item.span.start)
}

function readItem(
  reader: Reader,
  written: YamlEntry | YamlNode,
  start: number,
  around: Surroundings,
): Item {
  const { text } = reader
  const [key, node] = 'key' in written ? [written.key, written.value] : [undefined, written]
  const { column, afterBlank } = reader.placeOf(start)
  const item: Item = {
    key: key && scalarOf(text, key.value, !/["']/.test(text.charAt(key.span.start)), key.span),
    value: nothing,
    column,
    above: takeBefore(reader, start),
    afterBlank,
    beside: undefined,
    below: [],
    after: [],
  }
  if (node.kind === 'scalar' && node.plain && node.text === '')
    return withBeside(reader, item, Math.max(start, key?.span.end ?? 0), around.next)
  if (node.kind !== 'scalar' && !around.isFlow && !isBracketed(text, node))
    return withLines(reader, item, node, around)
  return withInline(reader, item, node, around)
}

const nothing: Scalar = { kind: 'scalar', text: '', plain: true, raw: '' }

/** A value in lines of its own, below the key or behind the dash. */
function withLines(
  reader: Reader,
  item: Item,
  node: YamlList | YamlMap,
  around: Surroundings,
): Item {
  const first = startsOf(reader, node)[0] ?? node.span.start
  const isBehind = ({ ownLine, start }: Comment) => !ownLine && start < first
  const [beside, ...others] = takeWhile(reader, isBehind)
  const value = readGroup(reader, node, around)
  // Behind a dash stands the first line of the value, so the comment goes above.
  if (item.key === undefined && beside) return { ...withAbove(item, [beside, ...others]), value }
  return { ...withAbove(item, others), value, beside }
}

/** A value that can stand in the line of its key or dash. */
function withInline(reader: Reader, item: Item, node: YamlNode, around: Surroundings): Item {
  const { text } = reader
  const { start, end } = node.span
  const between = takeBefore(reader, start)
  const isTextBlock = node.kind === 'scalar' && /[|>]/.test(text.charAt(start))
  const group = node.kind === 'scalar' ? undefined : readGroup(reader, node, around)
  const isEmpty = group?.items.length === 0
  const value = group ? { ...group, ...(isEmpty && { tail: [] }) } : scalarNode(text, node)
  const ended = withBeside(reader, { ...item, value }, isTextBlock ? start : end, around.next)
  const behindKey = ended.beside ? undefined : between.findLast(({ ownLine }) => !ownLine)
  const others = between.filter((comment) => comment !== behindKey)
  return {
    ...withAbove(ended, [...others, ...(isEmpty ? (group?.tail ?? []) : [])]),
    beside: ended.beside ?? behindKey,
  }
}

function withBeside(reader: Reader, item: Item, end: number, next: number): Item {
  const { comments, text } = reader
  const comment = comments[reader.at]
  if (comment === undefined || comment.ownLine || comment.start >= next) return item
  if (text.slice(end, comment.start).includes('\n')) return item
  reader.at++
  return { ...item, beside: comment }
}

function scalarNode(text: string, node: YamlNode): Scalar {
  if (node.kind !== 'scalar') throw new Error('A list or a map is no scalar.')
  return scalarOf(text, node.text, node.plain, node.span)
}

function scalarOf(text: string, value: string, plain: boolean, { start, end }: Span): Scalar {
  return { kind: 'scalar', text: value, plain, raw: text.slice(start, end) }
}

/** A comment that only a blank line parts from the next item belongs to the one before. */
function settled(items: readonly Item[]): Item[] {
  const counts = items.map(({ above, afterBlank }, index) => {
    if (index === 0 || above[0] === undefined || above[0].afterBlank) return 0
    const gap = above.findIndex((comment) => comment.afterBlank)
    if (gap > 0) return gap
    return afterBlank ? above.length : 0
  })
  return items.map((item, index) => ({
    ...item,
    above: item.above.slice(counts[index]),
    after: items[index + 1]?.above.slice(0, counts[index + 1]) ?? [],
  }))
}

function takeBefore(reader: Reader, offset: number): Comment[] {
  return takeWhile(reader, ({ start }) => start < offset)
}

function takeWhile(reader: Reader, isTaken: (comment: Comment) => boolean): Comment[] {
  const from = reader.at
  for (let next = reader.comments[from]; next && isTaken(next); )
    next = reader.comments[++reader.at]
  return reader.comments.slice(from, reader.at)
}
