import { csv } from '../../src/exports/csv/csv.ts'
import type { ExportFormat, Loss } from '../../src/exports/export-format.ts'
import { gexf } from '../../src/exports/gexf/gexf.ts'
import { json } from '../../src/exports/json.ts'
import { svg } from '../../src/exports/svg/svg.ts'
import { fitAttributes } from '../../src/graph/fit-attributes.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { kebab } from '../../src/text/kebab.ts'
import type { Pins } from '../state/pins.ts'
import { type Visible, visibleGraph } from '../state/visible.ts'
import { pngOf } from './png.ts'
import { saveFile } from './save-file.ts'

/** What a reader can take away; `scale` is of the points of a screen. */
export type Wanted =
  | { readonly format: 'png'; readonly scale: number }
  | { readonly format: 'svg' | 'gexf' | 'json' }
  | { readonly format: 'csv'; readonly table: 'nodes' | 'edges' | 'claims' | 'sources' }

export interface Saved {
  readonly file: string
  /** How the file says less than the page. */
  readonly losses: readonly Loss[]
}

/** Saves what is visible as `dossier export` writes it. Throws where the browser cannot make the picture. */
export async function saveShown(
  graph: KnowledgeGraph,
  visible: Visible,
  pins: Pins,
  wanted: Wanted,
): Promise<Saved> {
  const part = arranged(visibleGraph(graph, visible), pins)
  if (!visible.whole) fitAttributes(part)
  const name = kebab(part.getAttribute('name')) || 'dossier'
  if (wanted.format === 'png') {
    const file = `${name}.png`
    saveFile(file, await pngOf([...svg.write(part)].join(''), wanted.scale))
    return { file, losses: svg.losses(part) }
  }
  const format: ExportFormat = formats[wanted.format]
  const options = wanted.format === 'csv' ? { table: wanted.table } : {}
  const file = `${[name, ...Object.values(options)].join('-')}.${format.extension}`
  saveFile(file, new Blob([...format.write(part, options)], { type: format.mediaType }))
  return { file, losses: format.losses(part, options) }
}

/** With what the reader has moved where the reader has put it. */
function arranged(graph: KnowledgeGraph, pins: Pins): KnowledgeGraph {
  if (pins.size === 0) return graph
  const copy = graph.copy() as KnowledgeGraph
  for (const { id, x, y } of pins.values())
    if (copy.hasNode(id)) copy.mergeNodeAttributes(id, { x, y })
  return copy
}

const formats = { svg, gexf, json, csv }
