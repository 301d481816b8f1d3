import fc from 'fast-check'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { readSources } from '../../src/documents/read-sources.ts'
import { mermaid } from '../../src/exports/mermaid/mermaid.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { findChromium } from '../browser/find-chromium.ts'
import { anyText } from '../exports/any-text.ts'
import { awkwardGraph } from '../exports/awkward-graph.ts'

// Mermaid needs a browser to draw in. Its laxest level of security is asked, in which labels may hold anything.
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  page = await browser.newPage()
  await page.addScriptTag({ path: '.peers/npm/node_modules/mermaid/dist/mermaid.min.js' })
  await page.evaluate(() => {
    window.mermaid.initialize({ startOnLoad: false, securityLevel: 'loose' })
  })
})
afterAll(() => browser.close())

test('Mermaid draws the shipped data, every entity and every relation', async () => {
  const { graph } = compile(await readSources('graph-data'))
  const { nodes, edges } = await draw(graph)
  expect([nodes.length, edges]).toEqual([graph.order, graph.size])
  expect(nodes).toEqual(
    expect.arrayContaining(['Makhdum Nusrat', 'Two IMU leaders captured in 2012 ×2']),
  )
})

test('Mermaid draws the awkward graph, and its labels are text', async () => {
  const graph = awkwardGraph()
  const { nodes, edges, active } = await draw(graph)
  expect([nodes.length, edges]).toEqual([graph.order, graph.size])
  expect(nodes).toContain('[Ada](javascript:alert(1)) | <b>*_`#</b> [^1] www.evil.example')
  expect(nodes).toContain('"]:::red --> x; click n1 "javascript:alert(1)"; end %% \\N &amp; #35;')
  expect(active).toBe(0)
})

test('any label is drawn as it is', async () => {
  const texts = fc.sample(anyText, { numRuns: 150, seed: Number(process.env.FC_SEED ?? 20120317) })
  const graph = awkwardGraph()
  for (const node of graph.nodes()) if (!['ada', 'bob'].includes(node)) graph.dropNode(node)
  for (const edge of graph.edges()) if (edge !== 'ada--knows--bob') graph.dropEdge(edge)
  for (const text of texts) {
    graph.setNodeAttribute('ada', 'label', text)
    graph.setEdgeAttribute('ada--knows--bob', 'label', text)
    const { nodes, edges, active } = await draw(graph)
    expect([nodes.length, edges, active], JSON.stringify(text)).toEqual([2, 1, 0])
    if (/[^\s\p{C}\p{M}]/u.test(text)) expect(nodes[0]).toBe(plain(text))
  }
})

/** What the picture has: the text of each node, how many edges, and how many things that could act. */
async function draw(graph: KnowledgeGraph) {
  const text = [...mermaid.write(graph)].join('')
  return await page.evaluate(async (chart) => {
    const { svg } = await window.mermaid.render('picture', chart)
    document.body.innerHTML = svg
    const all = (selector: string) => [...document.querySelectorAll(selector)]
    return {
      nodes: all('g.node').map((node) => (node.textContent ?? '').trim().replace(/\s+/g, ' ')),
      edges: all('g.edgePaths path').length,
      active: all('#picture a, #picture script, #picture img, #picture .clickable').length,
    }
  }, text)
}

function plain(text: string): string {
  return text
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

declare global {
  interface Window {
    readonly mermaid: {
      initialize(options: Record<string, unknown>): void
      render(id: string, chart: string): Promise<{ svg: string }>
    }
  }
}
