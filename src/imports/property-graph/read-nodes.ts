import type { Scalar } from '../../model/claim.ts'
import { edtfOf, intervalOf } from '../edtf-of.ts'
import { given } from '../given.ts'
import type { ImportReport } from '../import-report.ts'
import type { ImportedAttribute, ImportedThing } from '../imported.ts'
import { columnOf, columnsByTable, isClass, isClassName, isShape, namesIn } from './guess-column.ts'
import type { Properties, PropertyNode, Spell } from './property-graph.ts'

/** What nodes have no better word for. */
const anything = 'thing'

/** Things of nodes, with a guess which of their values name them and say what they are. */
export function readNodes(nodes: readonly PropertyNode[], report: ImportReport): ImportedThing[] {
  const columnsOf = columnsByTable(nodes, (rows) => nodeColumns(rows, report))
  return nodes.map((node) => readNode(node, columnsOf(node), report))
}

interface NodeColumns {
  readonly type: string | undefined
  readonly name: string | undefined
  readonly aliases: string | undefined
  readonly summary: string | undefined
  /** What only says how to draw. */
  readonly looks: ReadonlySet<string>
}

/** What columns of types are called; the last two may as well hold something else. */
const typeNames = ['type', 'entitytype', 'nodetype', 'category', 'class', 'kind', 'schema']

function nodeColumns(nodes: readonly PropertyNode[], report: ImportReport): NodeColumns {
  const names = namesIn(nodes)
  const classes = names.filter((name) => isClass(nodes, name))
  const type = columnOf(classes, [...typeNames, 'group', 'labels'])
  const isTyped = type !== undefined || nodes.some((node) => node.type !== undefined)
  const meant = isTyped ? undefined : columnOf(names, typeNames)
  if (meant !== undefined && !isShape(nodes, meant)) report.note('unclear-types', meant)
  return {
    type,
    name: columnOf(names, ['label', 'name', 'fullname', 'title']),
    aliases: columnOf(names, ['aliases', 'alias', 'alsoknownas', 'aka', 'othernames', 'altlabel']),
    summary: columnOf(names, ['summary']),
    looks: new Set(names.filter((name) => looks.includes(name) || isShape(nodes, name))),
  }
}

const looks = ['x', 'y', 'z', 'size', 'color', 'colour', 'hidden', 'highlighted', 'viz']

function readNode(node: PropertyNode, columns: NodeColumns, report: ImportReport): ImportedThing {
  const { key, label, at = key, date } = node
  const citations = [{ at }]
  const { type, properties } = typeOf(node, columns.type, report)
  const text = (column: string | undefined) => textOf(properties, column)
  const named = textOf(properties, columns.name)
  const name = label ?? named
  const summary = text(columns.summary)
  const used = new Set<string | undefined>([columns.aliases, columns.summary])
  if (label === undefined || named === label) used.add(columns.name)
  const attributes = [...properties].flatMap(([property, values]): ImportedAttribute[] => {
    if (used.has(property)) return []
    if (columns.looks.has(property)) {
      report.note('left-out-looks', key)
      return []
    }
    return values.map((value) => ({ name: property, value, citations }))
  })
  return {
    ...{ key, type: node.type ?? type ?? anything, ...given('content', node.content) },
    ...(name !== undefined && { name }),
    aliases: aliasesOf(properties.get(columns.aliases ?? '') ?? []),
    ...(summary !== undefined && { summary }),
    ...(date !== undefined && { date: { value: date, citations } }),
    attributes: [...attributes, ...timedOf(node, citations, report)],
  }
}

/** What a node is, and its other values: of several types all but the first, and what is no word for one. */
function typeOf(
  { key, properties }: PropertyNode,
  column: string | undefined,
  report: ImportReport,
): { readonly type?: string; readonly properties: Properties } {
  const [first, ...others] = properties.get(column ?? '') ?? []
  if (first === undefined || column === undefined) return { properties }
  const type = String(first).trim()
  const isType = isClassName(type)
  const rest = new Map(properties)
  const left = isType ? others : [first, ...others]
  if (left.length === 0) rest.delete(column)
  else rest.set(column, left)
  if (left.length > 0) report.note('left-out-types', key)
  return { properties: rest, ...(isType && { type }) }
}

function textOf(properties: Properties, column: string | undefined): string | undefined {
  const value = column === undefined ? undefined : properties.get(column)?.[0]
  const text = value === undefined ? '' : String(value).trim()
  return text === '' ? undefined : text
}

/** One cell may hold several. */
function aliasesOf(values: readonly Scalar[]): string[] {
  return values.flatMap((value) => String(value).split(/\s*[;|\n]\s*/)).filter(Boolean)
}

/** What a node had at a time, and when it was there: that is no date of an event, and becomes a value like others. */
function timedOf(
  { key, timed = [], spells }: PropertyNode,
  citations: ImportedAttribute['citations'],
  report: ImportReport,
): ImportedAttribute[] {
  const values = timed.map(({ name, value, spell }): ImportedAttribute => {
    const when = whenOf(spell, key, report)
    if (when === undefined) report.note('dates-in-notes', key)
    return {
      ...{ name, value, citations },
      ...(when === undefined ? { note: `time: ${spellText(spell)}` } : { when }),
    }
  })
  const times = spells.map((spell): ImportedAttribute => {
    const value = whenOf(spell, key, report) ?? spellText(spell)
    return { name: 'time', value, citations }
  })
  return [...values, ...times]
}

/** As the file has it, where it is no date. */
export function spellText({ start = '', end = '' }: Spell): string {
  return start === end ? start : `${start} to ${end}`.trim()
}

/** A spell as EDTF; nothing where a bound of it is no date. */
export function whenOf(
  { start, end }: Spell,
  key: string,
  report: ImportReport,
): string | undefined {
  const told = [start, end].filter((bound) => bound !== undefined)
  const read = told.flatMap((bound) => edtfOf(bound, report, key) ?? [])
  if (read.length < told.length) return undefined
  const [from, to] = start === undefined ? [undefined, ...read] : read
  return intervalOf(from, to)
}
