import type { Scalar } from '../../model/claim.ts'
import { edtfOf, intervalOf } from '../edtf-of.ts'
import type { ImportReport } from '../import-report.ts'
import type { ImportedAttribute, ImportedThing } from '../imported.ts'
import { columnOf, columnsByTable, isClass, isShape, namesIn } from './guess-column.ts'
import type { Properties, PropertyNode, Spell } from './property-graph.ts'

/** What nodes have no better word for. */
const anything = 'thing'

/** Things of nodes, with a guess which of their values name them and say what they are. */
export function readNodes(nodes: readonly PropertyNode[], report: ImportReport): ImportedThing[] {
  const columnsOf = columnsByTable(nodes, nodeColumns)
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

function nodeColumns(nodes: readonly PropertyNode[]): NodeColumns {
  const names = namesIn(nodes)
  const classes = names.filter((name) => isClass(nodes, name))
  return {
    type: columnOf(classes, [
      ...[
        'type',
        'entitytype',
        'nodetype',
        'category',
        'class',
        'kind',
        'schema',
        'group',
        'labels',
      ],
    ]),
    name: columnOf(names, ['label', 'name', 'fullname', 'title']),
    aliases: columnOf(names, ['aliases', 'alias', 'alsoknownas', 'aka', 'othernames', 'altlabel']),
    summary: columnOf(names, ['summary']),
    looks: new Set(names.filter((name) => looks.includes(name) || isShape(nodes, name))),
  }
}

const looks = ['x', 'y', 'z', 'size', 'color', 'colour', 'hidden', 'highlighted', 'viz']

function readNode(node: PropertyNode, columns: NodeColumns, report: ImportReport): ImportedThing {
  const { key, label, properties, at = key, date } = node
  const citations = [{ at }]
  const text = (column: string | undefined) => textOf(properties, column)
  const named = textOf(properties, columns.name)
  const name = label ?? named
  const summary = text(columns.summary)
  const used = new Set<string | undefined>([columns.type, columns.aliases, columns.summary])
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
    ...{ key, type: node.type ?? text(columns.type) ?? anything },
    ...(name !== undefined && { name }),
    aliases: aliasesOf(properties.get(columns.aliases ?? '') ?? []),
    ...(summary !== undefined && { summary }),
    ...(date !== undefined && { date: { value: date, citations } }),
    attributes: [...attributes, ...timedOf(node, citations, report)],
  }
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

/** A spell as EDTF; nothing where it has no bound that is a date. */
export function whenOf(
  { start, end }: Spell,
  key: string,
  report: ImportReport,
): string | undefined {
  const [from, to] = [start, end].map((bound) =>
    bound === undefined ? undefined : edtfOf(bound, report, key),
  )
  return intervalOf(from, to)
}
