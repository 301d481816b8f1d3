import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { readSources } from '../../src/documents/read-sources.ts'
import { svg } from '../../src/exports/svg/svg.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { layoutGraph } from '../../src/graph/layout-graph.ts'
import { awkwardGraph } from '../exports/awkward-graph.ts'
import { launchBrowser } from './viewer-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const pictures: readonly { name: string; make: () => Promise<KnowledgeGraph> }[] = [
  { name: 'the shipped data', make: shipped },
  { name: 'the awkward graph', make: async () => awkwardGraph() },
]

describe.each(pictures)('$name, drawn by Chromium', ({ make }) => {
  test('has every entity and relation, and every name as text inside of the picture', async () => {
    const graph = await make()
    const { page, drawn } = await draw(graph)
    expect(drawn.root).toBe('svg')
    expect([drawn.nodes, drawn.edges]).toEqual([graph.order, graph.size])
    expect(drawn.names.length).toBeGreaterThan(graph.order * 0.8)
    const [page0] = drawn.page
    for (const { left, top, right, bottom } of drawn.names) {
      expect(left).toBeGreaterThanOrEqual(page0?.left ?? Infinity)
      expect(top).toBeGreaterThanOrEqual(page0?.top ?? Infinity)
      expect(right).toBeLessThanOrEqual(page0?.right ?? 0)
      expect(bottom).toBeLessThanOrEqual(page0?.bottom ?? 0)
    }
    await page.close()
  })

  test('no name touches another, as they are really drawn', async () => {
    const { page, drawn } = await draw(await make())
    const touching = drawn.names.flatMap((one, index) =>
      drawn.names
        .slice(index + 1)
        .filter(
          (other) =>
            one.left < other.right &&
            other.left < one.right &&
            one.top + 2 < other.bottom &&
            other.top + 2 < one.bottom,
        )
        .map((other) => [one.text, other.text]),
    )
    expect(touching).toEqual([])
    await page.close()
  })

  test('has colour on it and runs nothing', async () => {
    const { page, drawn } = await draw(await make())
    expect(drawn.dialogs).toEqual([])
    expect(drawn.scripts).toBe(0)
    const picture = await page.screenshot()
    expect(picture.length).toBeGreaterThan(15_000)
    await page.close()
  })
})

async function draw(graph: KnowledgeGraph) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1100 } })
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    return dialog.dismiss()
  })
  const text = [...svg.write(graph)].join('')
  await page.goto(`data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`)
  const drawn = await page.evaluate(() => {
    const boxes = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect()
        return { text: element.textContent, left, top, right, bottom }
      })
    return {
      root: document.documentElement.localName,
      nodes: document.querySelectorAll('[data-node]').length,
      edges: document.querySelectorAll('[data-edge]').length,
      scripts: document.querySelectorAll('script, foreignObject, a, image').length,
      names: boxes('[data-name-of] text'),
      page: boxes('svg > rect'),
    }
  })
  return { page, drawn: { ...drawn, dialogs } }
}

async function shipped(): Promise<KnowledgeGraph> {
  const { graph } = compile(await readSources('graph-data'))
  layoutGraph(graph)
  return graph
}
