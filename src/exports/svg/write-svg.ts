import { titleOf } from '../../graph/entity-in-words.ts'
import { closed, doubtsInWords } from '../../graph/evidence-in-words.ts'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { dated, sentenceOf } from '../../graph/sentence.ts'
import type { Box } from '../../picture/box.ts'
import { pointOn } from '../../picture/edge-geometry.ts'
import { counted } from '../../text/counted.ts'
import { directionOf } from '../../text/direction.ts'
import { inChunks } from '../in-chunks.ts'
import { escapeXml } from '../xml.ts'
import { dashes, edgeElements, n, shapeElement } from './draw-signs.ts'
import { type Legend, type LegendItem, legendOf, legendSize } from './legend.ts'
import { lightPalette } from './light-palette.ts'
import { type GroupName, placeGroupNames } from './place-group-names.ts'
import { lineHeight, type PlacedText, placeEdgeNames, placeNodeNames } from './place-names.ts'
import { boxAround, type PicturePlan, planPicture } from './plan-picture.ts'

/** A picture that any program draws: no style sheet, no script, no marker, no font of its own. */
export function writeSvg(graph: KnowledgeGraph, options: SvgOptions = {}): Iterable<string> {
  return inChunks(svgPieces(graph, options))
}

export interface SvgOptions {
  /** A line below the name: what the picture shows that the graph does not say, such as the time that was chosen. */
  readonly note?: string | undefined
  /** The groups whose names stand over a large picture; without it those of the graph. */
  readonly groups?: readonly (readonly string[])[]
}

const padding = 24
const headHeight = 50
const noteHeight = 20
const narrowest = 420

function* svgPieces(graph: KnowledgeGraph, { note, groups }: SvgOptions): Generator<string> {
  const plan = planPicture(graph)
  const groupNames = placeGroupNames(graph, plan, groups)
  const names = placeNodeNames(
    graph,
    plan,
    groupNames.map(({ box }) => box),
  )
  const captions = placeEdgeNames(plan, names)
  const drawn = boxOfAll(plan, [...names, ...captions])
  const width = Math.max(narrowest, drawn.right - drawn.left)
  const legend = legendOf(graph, plan, width)
  const page = pageAround(drawn, width, legend, note === undefined ? 0 : noteHeight)
  yield opening(graph, page)
  yield* edgeGroup(graph, plan)
  yield* nodeGroup(graph, plan)
  yield* textGroup(captions)
  yield* textGroup(names)
  yield* groupNameGroup(groupNames)
  yield headOf(graph, page, note)
  yield* legendGroup(legend, page)
  yield '</svg>\n'
}

function boxOfAll({ nodes, edges }: PicturePlan, texts: readonly PlacedText[]): Box {
  return boxAround(
    (function* () {
      yield* nodes.values()
      for (const { curve } of edges()) {
        for (const t of [0.25, 0.5, 0.75]) yield { ...pointOn(curve, t), radius: 2 }
      }
      for (const { left, top, right, bottom } of texts.map(({ box }) => box)) {
        yield { x: left, y: top, radius: 0 }
        yield { x: right, y: bottom, radius: 0 }
      }
    })(),
  )
}

/** With room for a heading above and the legend below. */
function pageAround(
  { left, right, top, bottom }: Box,
  width: number,
  legend: Legend,
  noted: number,
): Box {
  const middle = (left + right) / 2
  return {
    left: middle - width / 2 - padding,
    right: middle + width / 2 + padding,
    top: top - headHeight - noted - padding,
    bottom: bottom + padding + (legend.height > 0 ? legend.height + padding : 0),
  }
}

function opening(graph: KnowledgeGraph, { left, top, right, bottom }: Box): string {
  const [width, height] = [n(right - left), n(bottom - top)]
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="${n(left)} ${n(top)} ${width} ${height}" width="${width}" height="${height}" font-family="${fonts}">
<title>${escapeXml(graph.getAttribute('name'))}</title>
<desc>${escapeXml(graph.getAttribute('generator'))}</desc>
<rect x="${n(left)}" y="${n(top)}" width="${width}" height="${height}" fill="${lightPalette.canvas}"/>
`
}

const fonts = 'Helvetica, Arial, Liberation Sans, sans-serif'

function* edgeGroup(graph: KnowledgeGraph, { edges }: PicturePlan): Generator<string> {
  yield '<g stroke-opacity="0.8" fill-opacity="0.8">\n'
  for (const edge of edges()) {
    const claim = graph.getEdgeAttributes(edge.edge)
    const sentence = `${dated(sentenceOf(graph, edge.edge), claim.when)}.`
    const title = [sentence, ...doubtsInWords(graph, claim)].join(' ')
    yield `<g data-edge="${escapeXml(edge.edge)}"><title>${escapeXml(title)}</title>${edgeElements(edge)}</g>\n`
  }
  yield '</g>\n'
}

function* nodeGroup(graph: KnowledgeGraph, { nodes }: PicturePlan): Generator<string> {
  yield '<g>\n'
  for (const node of nodes.values()) {
    const { summary } = graph.getNodeAttributes(node.id)
    const title = [titleOf(graph, node.id), ...(summary === undefined ? [] : [closed(summary)])]
    const shape = shapeElement(node, node.radius, node.shape, node.colour, node.hollow)
    yield `<g data-node="${escapeXml(node.id)}"><title>${escapeXml(title.join('\n'))}</title>${shape}</g>\n`
  }
  yield '</g>\n'
}

/** Over everything, each on an edge of the canvas's colour, twice because not every program knows paint order. */
function* groupNameGroup(groupNames: readonly GroupName[]): Generator<string> {
  if (groupNames.length === 0) return
  yield '<g text-anchor="middle" font-weight="600">\n'
  for (const { centre, lines, box } of groupNames) {
    let top = box.top
    const rows = lines.map(({ text, size, quiet }) => {
      const baseline = top + size * (lineHeight / 2 + 0.35)
      top += size * lineHeight
      const direction = directionOf(text) === 'rtl' ? ' direction="rtl"' : ''
      const colour = quiet ? lightPalette.quietText : lightPalette.text
      return `<tspan x="${n((box.left + box.right) / 2)}" y="${n(baseline)}" font-size="${n(size)}" fill="${colour}"${direction}>${escapeXml(text)}</tspan>`
    })
    const edge = `stroke="${lightPalette.canvas}" stroke-width="${n((lines[0]?.size ?? 0) / 3)}" stroke-linejoin="round"`
    yield `<g data-group-of="${escapeXml(centre)}"><text ${edge} aria-hidden="true">${rows.join('')}</text><text>${rows.join('')}</text></g>\n`
  }
  yield '</g>\n'
}

/** Where a text that runs to the left has its ends. */
const leftward = { start: 'end', middle: 'middle', end: 'start' } as const

/** Each name on a piece of the canvas, so that lines below do not run through it. */
function* textGroup(texts: readonly PlacedText[]): Generator<string> {
  yield '<g>\n'
  for (const { of, lines, box, anchor, size, colour, weight, italic } of texts) {
    const middle = (box.left + box.right) / 2
    const x = { start: box.left + 3, middle, end: box.right - 3 }[anchor]
    const height = lines.length * size * lineHeight
    const top = (box.top + box.bottom - height) / 2
    const rows = lines.map((line, index) => {
      const baseline = top + (index + 0.5) * size * lineHeight + size * 0.35
      return `<tspan x="${n(x)}" y="${n(baseline)}">${escapeXml(line)}</tspan>`
    })
    const ground = `<rect x="${n(box.left)}" y="${n(box.top)}" width="${n(box.right - box.left)}" height="${n(box.bottom - box.top)}" rx="3" fill="${lightPalette.canvas}" fill-opacity="0.72"/>`
    const isLeftward = directionOf(lines.join(' ')) === 'rtl'
    const at = isLeftward ? leftward[anchor] : anchor
    const direction = isLeftward ? ' direction="rtl"' : ''
    const style = `text-anchor="${at}"${direction} font-size="${size}" font-weight="${weight}" fill="${colour}"${italic ? ' font-style="italic"' : ''}`
    yield `<g data-name-of="${escapeXml(of)}">${ground}<text ${style}>${rows.join('')}</text></g>\n`
  }
  yield '</g>\n'
}

function headOf(graph: KnowledgeGraph, { left, top }: Box, note: string | undefined): string {
  const counts = `${counted(graph.order, 'entity', 'entities')}, ${counted(graph.size, 'relation')}`
  const [x, y] = [left + padding, top + padding]
  return `<text x="${n(x)}" y="${n(y + 12)}" font-size="19" font-weight="600" fill="${lightPalette.text}">${escapeXml(graph.getAttribute('name'))}</text>
<text x="${n(x)}" y="${n(y + 32)}" font-size="12" fill="${lightPalette.quietText}">${counts}</text>
${note === undefined ? '' : `<text x="${n(x)}" y="${n(y + 52)}" font-size="12" fill="${lightPalette.text}">${escapeXml(note)}</text>\n`}`
}

function* legendGroup({ items, height }: Legend, { left, bottom }: Box): Generator<string> {
  if (items.length === 0) return
  yield `<g transform="translate(${n(left + padding)} ${n(bottom - padding - height)})" font-size="${legendSize}" fill="${lightPalette.text}">\n`
  for (const item of items) {
    const text = `<text x="${n(item.x + 24)}" y="${n(item.y + 14)}">${escapeXml(item.text)}</text>`
    yield `${signElement(item)}${text}\n`
  }
  yield '</g>\n'
}

function signElement(item: LegendItem): string {
  const middle = { x: item.x + 9, y: item.y + 10 }
  if (item.kind === 'node') {
    return shapeElement(middle, 6, item.shape, item.colour, item.hollow)
  }
  const line = `M${n(item.x)} ${n(middle.y)}h18`
  const faint = item.opacity === 1 ? '' : ` opacity="${item.opacity}"`
  return `<path d="${line}" stroke="${item.colour}" stroke-width="2"${dashes[item.pattern]}${faint}/>`
}
