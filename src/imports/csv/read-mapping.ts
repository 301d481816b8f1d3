import { parseDocument } from '../../documents/parse-document.ts'
import { isEmpty, type YamlEntry, type YamlMap, type YamlNode } from '../../documents/yaml-node.ts'
import { lineIndex, positionAt } from '../../text/line-index.ts'
import { nearest } from '../../text/nearest.ts'
import { UnreadableInput } from '../unreadable-input.ts'
import { type Cell, entityParts, type Part, relationParts, type TablePlan } from './table-plan.ts'

/** What a mapping file says of the tables that it names. */
export interface Mapping {
  readonly tables: ReadonlyMap<string, (head: readonly string[]) => TablePlan>
}

interface Reading {
  readonly path: string
  readonly text: string
}

/** Reads a mapping file; columns are looked up when the table's head is known. */
export function readMapping({ path, text }: Reading): Mapping {
  const { root, diagnostics } = parseDocument({ path, text })
  const [first] = diagnostics
  const reading = { path, text }
  if (first || root === undefined)
    throw wrong(reading, first?.span.start ?? 0, first?.message ?? '')
  const tables = root.entries.map(({ key, value }) => {
    const table = mapOf(value, reading, 'what the table holds: "entities" or "relations"')
    const [entry, another] = table.entries
    const kind = entry?.key.value
    if (entry === undefined || another || (kind !== 'entities' && kind !== 'relations')) {
      throw wrong(reading, key.span.start, `A table has either "entities" or "relations".`)
    }
    const parts = mapOf(entry.value, reading, 'what the columns mean')
    return [key.value, (head: readonly string[]) => planOf(kind, parts, head, reading)] as const
  })
  return { tables: new Map(tables) }
}

function planOf(
  kind: TablePlan['kind'],
  map: YamlMap,
  head: readonly string[],
  reading: Reading,
): TablePlan {
  const allowed: readonly string[] = kind === 'entities' ? entityParts : relationParts
  const known = [...allowed, 'attributes']
  const parts = new Map<Part, Cell>()
  const values: (readonly [string, number])[] = []
  for (const entry of map.entries) {
    const { key, value } = entry
    if (!known.includes(key.value)) throw unknownPart(entry, known, reading)
    if (key.value !== 'attributes') parts.set(key.value as Part, cellOf(value, head, reading))
    else values.push(...attributesOf(value, head, reading))
  }
  mustBeWhole(kind, parts, map, reading)
  return { kind, parts, values: values.sort(([, a], [, b]) => a - b) }
}

function mustBeWhole(
  kind: TablePlan['kind'],
  parts: ReadonlyMap<Part, Cell>,
  { span }: YamlMap,
  reading: Reading,
): void {
  if (kind === 'entities' && !parts.has('name') && !parts.has('id')) {
    throw wrong(reading, span.start, 'Say which column is the name or the id.')
  }
  if (kind === 'relations' && !(parts.has('source') && parts.has('target'))) {
    throw wrong(reading, span.start, 'Say which columns are the source and the target.')
  }
}

function attributesOf(
  value: YamlNode,
  head: readonly string[],
  reading: Reading,
): (readonly [string, number])[] {
  return mapOf(value, reading, 'names of attributes and their columns').entries.map(
    ({ key, value: column }) => {
      const cell = cellOf(column, head, reading)
      if ('column' in cell) return [key.value, cell.column] as const
      throw wrong(reading, column.span.start, 'An attribute needs a column.')
    },
  )
}

/** A column by its name in the head, or `{ value: person }` for every row. */
function cellOf(node: YamlNode, head: readonly string[], reading: Reading): Cell {
  if (node.kind === 'map') {
    const [entry] = node.entries
    const { value } = entry ?? {}
    if (entry?.key.value === 'value' && value?.kind === 'scalar') return { value: value.text }
  }
  if (node.kind !== 'scalar' || isEmpty(node)) {
    throw wrong(reading, node.span.start, 'This should be a column, or { value: … } for all rows.')
  }
  const names = head.map((name) => name.trim())
  const column = names.indexOf(node.text.trim())
  if (column >= 0) return { column }
  const meant = nearest(node.text, names)
  const advice = meant ? `Did you mean "${meant}"?` : `There are ${names.join(', ').slice(0, 300)}.`
  throw wrong(reading, node.span.start, `There is no column "${node.text}". ${advice}`)
}

function mapOf(node: YamlNode, reading: Reading, expected: string): YamlMap {
  if (node.kind === 'map') return node
  throw wrong(reading, node.span.start, `This should be ${expected}.`)
}

function unknownPart({ key }: YamlEntry, known: readonly string[], reading: Reading) {
  const meant = nearest(key.value, known)
  const advice = meant ? `Did you mean "${meant}"?` : `There are ${known.join(', ')}.`
  return wrong(reading, key.span.start, `"${key.value}" is no part of a row. ${advice}`)
}

function wrong({ path, text }: Reading, at: number, message: string): UnreadableInput {
  const { line, column } = positionAt(lineIndex(text), at)
  return new UnreadableInput(`${path}:${line}:${column}: ${message}`)
}
