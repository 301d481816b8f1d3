import { json } from '../exports/json.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { NamedView } from '../model/named-view.ts'
import { singlePagePolicy } from './content-policy.ts'
import { inlineCode, inlineJson } from './inline-text.ts'
import { gzipped } from './packed.ts'
import { page } from './page.ts'

/** The viewer in one script and one style. */
export interface ViewerCode {
  readonly script: string
  readonly style: string
}

/** A page that holds the viewer and the graph, and opens from a disk. */
export function singlePage(
  graph: KnowledgeGraph,
  views: readonly NamedView[],
  viewer: ViewerCode,
): Iterable<string> {
  const [script, style] = [inlineCode(viewer.script), inlineCode(viewer.style)]
  return page(graph, {
    views,
    policy: singlePagePolicy(script, style),
    head: [`<style>${style}</style>`],
    body: bodyOf(graph, script),
    hint: '',
    instead: '',
  })
}

function* bodyOf(graph: KnowledgeGraph, script: string): Generator<string> {
  yield* dataOf(graph)
  yield `<script>${script}</script>\n`
}

/** Below it a person can read the data in the page; above it they would be too large to send by mail. */
const mostPlain = 1 << 20

/** The graph where the browser runs nothing: as JSON, or as base64 of that packed. */
function* dataOf(graph: KnowledgeGraph): Generator<string> {
  const chunks = [...json.write(graph)]
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  if (length <= mostPlain) {
    yield '<script id="graph" type="application/json">\n'
    yield* chunks.map(inlineJson)
  } else {
    const bytes = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)))
    yield '<script id="graph" type="application/gzip">\n'
    yield gzipped(bytes).toString('base64')
  }
  yield '</script>\n'
}
