import type { ImportContext, ImportInput } from '../import-format.ts'
import { mostItems } from '../import-limits.ts'
import type { Spell } from '../property-graph/property-graph.ts'
import { UnreadableInput } from '../unreadable-input.ts'
import { visitXml } from '../xml-elements.ts'
import type { GexfColumn, GexfEdge, GexfFile, GexfNode, GexfValue } from './gexf-file.ts'
import { gexfValues, spellOf, spellsIn } from './gexf-values.ts'

type Attributes = ReadonlyMap<string, string>

/** A node or an edge of which not all has been read. */
interface OpenItem {
  readonly kind: 'node' | 'edge'
  readonly attributes: Attributes
  readonly values: Map<string, GexfValue[]>
  readonly spells: Spell[]
  colour: string | undefined
  hasLook: boolean
}

/** What has been read of a file so far. */
interface Reading {
  readonly file: string
  readonly context: ImportContext
  readonly told: { creator: string; description: string }
  readonly columns: {
    readonly node: Map<string, GexfColumn>
    readonly edge: Map<string, GexfColumn>
  }
  readonly nodes: GexfNode[]
  readonly edges: GexfEdge[]
  /** Nodes can stand in nodes. */
  readonly items: OpenItem[]
  isUndirected: boolean
  /** Of what the columns are that are being declared. */
  declared: 'node' | 'edge'
  column: (GexfColumn & { readonly id: string }) | undefined
}

/** All of a GEXF file, of version 1.1 to 1.3 and of any order that its elements come in. */
export async function readGexfFile(input: ImportInput, context: ImportContext): Promise<GexfFile> {
  const reading: Reading = {
    ...{ file: input.name, context, told: { creator: '', description: '' } },
    columns: { node: new Map(), edge: new Map() },
    ...{ nodes: [], edges: [], items: [] },
    ...{ isUndirected: false, declared: 'node', column: undefined },
  }
  let isRoot = true
  await visitXml(input, context, {
    open: (name, attributes) => {
      if (isRoot) mustBeGexf(name, input.name)
      isRoot = false
      opening(name, attributes, reading)
    },
    close: (name, text) => closing(name, text, reading),
  })
  const { told, columns, nodes, edges } = reading
  return { ...told, columns, nodes, edges }
}

function opening(name: string, attributes: Attributes, reading: Reading): void {
  const item = reading.items.at(-1)
  switch (name) {
    case 'graph':
      reading.isUndirected = attributes.get('defaultedgetype') === 'undirected'
      break
    case 'attributes':
      reading.declared = attributes.get('class') === 'edge' ? 'edge' : 'node'
      break
    case 'attribute':
      reading.column = columnOf(attributes)
      break
    case 'node':
    case 'edge':
      reading.items.push(openItem(name, attributes))
      break
    default:
      if (item) openInside(item, name, attributes, reading.columns)
  }
}

function closing(name: string, text: string, reading: Reading): void {
  const { column, told, columns, declared } = reading
  switch (name) {
    case 'creator':
    case 'description':
      told[name] = text
      break
    case 'default':
      if (column) reading.column = { ...column, fallback: text }
      break
    case 'attribute':
      if (column) columns[declared].set(column.id, column)
      reading.column = undefined
      break
    case 'node':
    case 'edge':
      addItem(reading)
      break
  }
}

function addItem({ items, nodes, edges, isUndirected, context, file }: Reading): void {
  const item = items.pop()
  if (item?.kind === 'node') addNode(item, nodes, context)
  else if (item) addEdge(item, edges, isUndirected, context)
  if (nodes.length + edges.length > mostItems) tooMany(file)
}

function mustBeGexf(name: string, file: string): void {
  if (name === 'gexf') return
  throw new UnreadableInput(
    `"${file}" is XML but no GEXF: its outermost element is "${name.slice(0, 50)}". Export the graph as GEXF.`,
  )
}

function tooMany(file: string): never {
  throw new UnreadableInput(
    `"${file}" has more than ${mostItems} nodes and edges. Export a part of the graph.`,
  )
}

function columnOf(attributes: Attributes): GexfColumn & { readonly id: string } {
  const id = attributes.get('id') ?? attributes.get('title') ?? ''
  const type = (attributes.get('type') ?? 'string').toLowerCase()
  return { id, type, title: attributes.get('title') ?? id, fallback: undefined }
}

function openItem(kind: OpenItem['kind'], attributes: Attributes): OpenItem {
  const spells = spellsIn(attributes)
  return { kind, attributes, values: new Map(), spells, colour: undefined, hasLook: false }
}

function openInside(
  item: OpenItem,
  name: string,
  attributes: Attributes,
  columns: GexfFile['columns'],
): void {
  if (name === 'attvalue') addValue(item, attributes, columns)
  else if (name === 'spell' || name === 'slice') {
    const spell = spellOf(attributes)
    if (spell) item.spells.push(spell)
  } else if (['color', 'size', 'position', 'shape', 'thickness'].includes(name)) {
    item.hasLook = true
    if (name === 'color') item.colour = colourOf(attributes)
  }
}

function addValue(item: OpenItem, attributes: Attributes, columns: GexfFile['columns']): void {
  const id = attributes.get('for') ?? attributes.get('id') ?? ''
  const type = columns[item.kind].get(id)?.type ?? 'string'
  const spell = spellOf(attributes) ?? spellsIn(attributes)[0]
  const values = gexfValues(attributes.get('value') ?? '', type).map((value) => ({ value, spell }))
  if (values.length > 0) item.values.set(id, [...(item.values.get(id) ?? []), ...values])
}

function colourOf(attributes: Attributes): string | undefined {
  const hex = attributes.get('hex')
  if (hex !== undefined) return hex.startsWith('#') ? hex : `#${hex}`
  const channels = ['r', 'g', 'b'].map((name) => Number(attributes.get(name)))
  const areChannels = channels.every((one) => Number.isInteger(one) && one >= 0 && one <= 255)
  if (!areChannels) return undefined
  return `#${channels.map((one) => one.toString(16).padStart(2, '0')).join('')}`
}

function addNode(
  { attributes, colour, hasLook, values, spells }: OpenItem,
  nodes: GexfNode[],
  { report }: ImportContext,
): void {
  const id = attributes.get('id')
  if (id === undefined) report.note('left-out-objects', 'node')
  else nodes.push({ id, label: textOf(attributes.get('label')), values, spells, colour, hasLook })
}

function addEdge(
  { attributes, values, spells }: OpenItem,
  edges: GexfEdge[],
  isUndirected: boolean,
  { report }: ImportContext,
): void {
  const [source, target] = [attributes.get('source'), attributes.get('target')]
  if (source === undefined || target === undefined) {
    report.note('left-out-objects', attributes.get('id') ?? 'edge')
    return
  }
  const type = attributes.get('type')?.toLowerCase()
  edges.push({
    ...{ id: attributes.get('id'), source, target, values, spells },
    label: textOf(attributes.get('label')),
    kind: textOf(attributes.get('kind')),
    // What goes both ways has no direction of its own.
    undirected: type === undefined ? isUndirected : type === 'undirected' || type === 'mutual',
    weight: textOf(attributes.get('weight')),
  })
}

function textOf(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text
}
