import { createHash } from 'node:crypto'
import { json } from '../exports/json.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { NamedView } from '../model/named-view.ts'
import { sitePolicy } from './content-policy.ts'
import { smallerForms } from './packed.ts'
import { page } from './page.ts'

/** Bytes by the name of their file. */
export type Files = ReadonlyMap<string, Uint8Array>

/**
 * A site that shows a graph from any folder of any web server: the viewer, the graph as `dossier export json` writes it,
 * and last the page that needs them. Beside each file are its compressed forms, for servers that send these.
 */
export async function siteFiles(
  graph: KnowledgeGraph,
  views: readonly NamedView[],
  viewer: Files,
): Promise<Files> {
  const data = Buffer.concat(Array.from(json.write(graph), (chunk) => Buffer.from(chunk)))
  const plain = new Map([
    ...viewer,
    ['graph.json', data],
    ['index.html', indexPage(graph, views, data)],
  ])
  const all = new Map<string, Uint8Array>()
  for (const [name, bytes] of plain) {
    all.set(name, bytes)
    for (const [ending, form] of await smallerForms(bytes)) all.set(`${name}${ending}`, form)
  }
  return all
}

/** The graph has an address of its own in each state, so that no cache gives out an old one with a new page. */
function indexPage(
  graph: KnowledgeGraph,
  views: readonly NamedView[],
  data: Uint8Array,
): Uint8Array {
  const version = createHash('sha256').update(data).digest('hex').slice(0, 16)
  const html = page(graph, {
    views,
    policy: sitePolicy,
    head: [
      `<link id="graph" rel="preload" as="fetch" type="application/json" crossorigin href="graph.json?${version}">`,
      '<link rel="stylesheet" href="viewer.css">',
      '<script type="module" src="viewer.js"></script>',
    ],
    body: [],
    hint: '<p class="opening-hint quiet">If nothing comes: a page on a disk may not read the files beside it. Put the folder on a web server, or build with <span class="code">--single-file</span>.</p>',
    instead: ' The data are in <a href="graph.json">graph.json</a>.',
  })
  return Buffer.from([...html].join(''))
}
