import type { KnowledgeGraph, NodeAttributes } from '../../graph/knowledge-graph.ts'
import type { Column } from '../columns.ts'
import { edgeColumns, type Stints } from '../edge-columns.ts'
import { inChunks } from '../in-chunks.ts'
import { nodeColumns } from '../node-columns.ts'
import { escapeXml } from '../xml.ts'
import { cellXml } from './gexf-cell.ts'
import { type GexfEdge, gexfEdges } from './gexf-edges.ts'
import { type Spell, uniteSpells } from './spells.ts'

export interface GexfOptions {
  /** Keeps parallel stints apart, each under a kind of its own such as `leads#2`. */
  readonly lossless?: boolean
  /** Leaves time out of the structure, which takes a third of the memory in Gephi. */
  readonly static?: boolean
}

/** GEXF 1.3 in the subset that Gephi, graphology and networkx all read whole. */
export function writeGexf(graph: KnowledgeGraph, options: GexfOptions = {}): Iterable<string> {
  return inChunks(gexfPieces(graph, options))
}

function* gexfPieces(graph: KnowledgeGraph, options: GexfOptions): Generator<string> {
  const columns = nodeColumns(graph)
  const timed = options.static !== true
  yield head(graph, timed)
  yield declaration('node', columns)
  yield declaration('edge', edgeColumns)
  yield '<nodes>\n'
  const nodeCells = columns.map(cellWriter)
  for (const { node, attributes } of graph.nodeEntries()) {
    yield nodeElement(node, attributes, nodeCells, timed)
  }
  yield '</nodes>\n<edges>\n'
  const edgeCells = edgeColumns.map(cellWriter)
  for (const edge of gexfEdges(graph, options.lossless === true)) {
    yield edgeElement(edge, edgeCells, timed)
  }
  yield '</edges>\n</graph>\n</gexf>\n'
}

function head(graph: KnowledgeGraph, timed: boolean): string {
  const { generator, name } = graph.getAttributes()
  const time = timed
    ? 'mode="dynamic" timeformat="date" timerepresentation="interval" timezone="UTC"'
    : 'mode="static"'
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta>
 <creator>${escapeXml(generator)}</creator>
 <description>${escapeXml(name)}</description>
</meta>
<graph defaultedgetype="directed" idtype="string" ${time}>
`
}

function declaration<Subject>(kind: string, columns: readonly Column<Subject>[]): string {
  const lines = columns.map(
    ({ id, title, type }) =>
      ` <attribute id="${id}" title="${escapeXml(title)}" type="${type}"/>\n`,
  )
  return `<attributes class="${kind}">\n${lines.join('')}</attributes>\n`
}

type CellWriter<Subject> = (subject: Subject) => string

/** Writes one value of a node or edge, or nothing where it has none. */
function cellWriter<Subject>({ id, value }: Column<Subject>): CellWriter<Subject> {
  const opening = `   <attvalue for="${id}" value="`
  return (subject) => {
    const text = cellXml(value(subject))
    return text === undefined ? '' : `${opening}${text}"/>\n`
  }
}

function nodeElement(
  node: string,
  attributes: NodeAttributes,
  columns: readonly CellWriter<NodeAttributes>[],
  timed: boolean,
): string {
  const [spell = {}] = timed ? uniteSpells([attributes]) : []
  return ` <node id="${escapeXml(node)}" label="${escapeXml(attributes.label)}"${boundsOf(spell)}>
${cells(attributes, columns)}${look(attributes)} </node>
`
}

function edgeElement(
  { key, source, target, kind, stints }: GexfEdge,
  columns: readonly CellWriter<Stints>[],
  timed: boolean,
): string {
  const spells = timed ? uniteSpells(stints) : []
  const bounds = spells.length === 1 ? boundsOf(spells[0]) : ''
  const ends = `source="${escapeXml(source)}" target="${escapeXml(target)}"`
  const names = `kind="${escapeXml(kind)}" label="${escapeXml(stints[0].label)}"`
  return ` <edge id="${escapeXml(key)}" ${ends} type="directed" ${names}${bounds}>
${spells.length > 1 ? spellsElement(spells) : ''}${cells(stints, columns)} </edge>
`
}

function spellsElement(spells: readonly Spell[]): string {
  const lines = spells.map((spell) => `   <spell${boundsOf(spell)}/>\n`)
  return `  <spells>\n${lines.join('')}  </spells>\n`
}

function boundsOf({ start, end }: Spell = {}): string {
  return (
    (start === undefined ? '' : ` start="${start}"`) + (end === undefined ? '' : ` end="${end}"`)
  )
}

function cells<Subject>(subject: Subject, columns: readonly CellWriter<Subject>[]): string {
  let text = '  <attvalues>\n'
  for (const cellOf of columns) text += cellOf(subject)
  return `${text}  </attvalues>\n`
}

function look({ x, y, size, color }: NodeAttributes): string {
  return colourElement(color) + sizeElement(size) + positionElement(x, y)
}

/** Never hexadecimal: Gephi refuses it together with opacity, and networkx always. */
function colourElement(color = ''): string {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return ''
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  return `  <viz:color r="${r}" g="${g}" b="${b}"/>\n`
}

function sizeElement(size: number | undefined): string {
  return size === undefined ? '' : `  <viz:size value="${size}"/>\n`
}

function positionElement(x: number | undefined, y: number | undefined): string {
  return x === undefined || y === undefined ? '' : `  <viz:position x="${x}" y="${y}"/>\n`
}
