import { csv } from '../../src/exports/csv/csv.ts'
import type { ExportFormat, Loss } from '../../src/exports/export-format.ts'
import { gexf } from '../../src/exports/gexf/gexf.ts'
import { json } from '../../src/exports/json.ts'
import { dropClaims } from '../../src/graph/filter-graph.ts'
import { fitAttributes } from '../../src/graph/fit-attributes.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { kebab } from '../../src/text/kebab.ts'
import type { PictureGroups } from '../groups/picture-groups.ts'
import type { ViewState } from '../state/view-state.ts'
import { filterOf, type Visible, visibleGraph } from '../state/visible.ts'
import { later } from '../words/later-texts.ts'
import { momentAsNoun } from '../words/time.ts'
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

/**
 * Saves what is visible as `dossier export` writes it, its groups those of the whole page as on the screen: they are looked
 * for here where the page has not found them yet. Throws where the browser cannot make the picture. */
export async function saveShown(
  graph: KnowledgeGraph,
  visible: Visible,
  view: ViewState,
  wanted: Wanted,
  groups: PictureGroups['all'] | undefined,
): Promise<Saved> {
  const part = shownPart(graph, visible, view)
  const name = kebab(part.getAttribute('name')) || 'dossier'
  if (wanted.format === 'png' || wanted.format === 'svg') {
    const { drawShown, pictureFormat } = await import('./draw-shown.ts')
    const text = [...drawShown(part, graph, timeInPicture(view), groups)]
    const file = `${name}.${wanted.format}`
    const drawing = new Blob(text, { type: pictureFormat.mediaType })
    saveFile(file, wanted.format === 'png' ? await pngOf(text.join(''), wanted.scale) : drawing)
    return { file, losses: pictureFormat.losses(part) }
  }
  const format: ExportFormat = formats[wanted.format]
  const options = wanted.format === 'csv' ? { table: wanted.table } : {}
  const file = `${[name, ...Object.values(options)].join('-')}.${format.extension}`
  saveFile(file, new Blob([...format.write(part, options)], { type: format.mediaType }))
  return { file, losses: format.losses(part, options) }
}

/** The time that was chosen, since a picture tells no dates. */
function timeInPicture({ time, compare }: ViewState): string | undefined {
  if (time === null) return undefined
  const words = momentAsNoun({ time, compare })
  return compare === null ? later.timeOfPicture(words) : later.timesOfPicture(words)
}

/** A graph of what is shown: with the claims that the filters keep, and entities where the reader has put them. */
function shownPart(graph: KnowledgeGraph, visible: Visible, view: ViewState): KnowledgeGraph {
  const filter = { ...filterOf(graph, view), ...view.time }
  const isFiltered = !visible.whole || Object.keys(filter).length > 0
  if (!isFiltered && view.pins.length === 0) return graph
  const part = visibleGraph(graph, visible).copy() as KnowledgeGraph
  if (isFiltered) {
    dropClaims(part, filter)
    fitAttributes(part)
  }
  for (const { id, x, y } of view.pins) if (part.hasNode(id)) part.mergeNodeAttributes(id, { x, y })
  return part
}

const formats = { gexf, json, csv }
