import { generator } from '../graph/generator.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { NamedView } from '../model/named-view.ts'
import { counted } from '../text/counted.ts'
import { escapeHtml } from './escape-html.ts'
import { inlineJson } from './inline-text.ts'

/** What differs between the pages that hold a viewer: HTML, which is put in as it is. */
export interface PageParts {
  readonly views: readonly NamedView[]
  readonly policy: string
  readonly head: readonly string[]
  readonly body: Iterable<string>
  /** What a reader sees who waits in vain. */
  readonly hint: string
  /** Follows what a reader without JavaScript is told. */
  readonly instead: string
}

/** A page about a graph, piece by piece. The viewer takes the place of what stands in `#viewer`. */
export function* page(graph: KnowledgeGraph, parts: PageParts): Generator<string> {
  const name = escapeHtml(graph.getAttribute('name'))
  const contents = contentsOf(graph)
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${parts.policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${generator}">
<meta name="description" content="A graph of ${contents}, each claim with its evidence.">
<title>${name}</title>
<link rel="icon" href="data:,">
${parts.head.join('\n')}
</head>
<body>
<div id="viewer"><div class="opening"><p>Opening the graph…</p>${parts.hint}</div></div>
<noscript><p class="without-script">${name}: a graph of ${contents}. It is drawn with JavaScript, which is off.${parts.instead}</p></noscript>
`
  if (parts.views.length > 0) yield viewsElement(parts.views)
  yield* parts.body
  yield '</body>\n</html>\n'
}

function viewsElement(views: readonly NamedView[]): string {
  return `<script id="views" type="application/json">${inlineJson(JSON.stringify(views))}</script>\n`
}

function contentsOf(graph: KnowledgeGraph): string {
  const { sources } = graph.getAttribute('counts')
  const entities = counted(graph.order, 'entity', 'entities')
  return `${entities} and ${counted(graph.size, 'relation')} from ${counted(sources, 'source')}`
}
