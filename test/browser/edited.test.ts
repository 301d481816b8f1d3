import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { crowd } from './crowd.ts'
import { atRest, launchBrowser, openViewer, serveCopy } from './viewer-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Without a graphics card a picture takes as long as it is large. */
const small = { width: 900, height: 500 }

/** What sigma draws of each node and edge, once all movement is over. */
async function drawnOn(page: Page): Promise<Record<string, unknown>> {
  await page.waitForFunction(
    () => !window.dossierViewer.picture.value?.sigma.getCamera().isAnimated(),
  )
  await atRest(page)
  return page.evaluate(() => {
    const sigma = window.dossierViewer.picture.value?.sigma
    if (!sigma) throw new Error('There is no picture.')
    const graph = sigma.getGraph()
    return Object.fromEntries([
      ...graph.nodes().map((node) => [node, sigma.getNodeDisplayData(node)]),
      ...graph.edges().map((edge) => [edge, sigma.getEdgeDisplayData(edge)]),
    ])
  })
}

/** From now on each edge that is drawn anew is counted; gives how many there were since it was asked last. */
async function countEdges(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const sigma = window.dossierViewer.picture.value?.sigma
    const look = sigma?.getSetting('edgeReducer')
    if (!sigma || !look) throw new Error('There is no picture.')
    window.drawnAnew = 0
    sigma.setSetting('edgeReducer', (edge, attributes) => {
      window.drawnAnew++
      return look(edge, attributes)
    })
  })
  await atRest(page)
  return () =>
    page.evaluate(() => {
      const count = window.drawnAnew
      window.drawnAnew = 0
      return count
    })
}

const guest = (name: string, relations: string, more = '') =>
  `type: person\nname: ${name}\n${relations}${more}`

const known = 'relations: [{ knows: p-0 }]\n'

const edits: readonly (readonly [what: string, file: string, text: string | null])[] = [
  [
    'another name, and a summary',
    'guest.yaml',
    guest('Late Guest', '', 'summary: He came late.\n'),
  ],
  ['a relation, and through it all others', 'guest.yaml', guest('Late Guest', known)],
  ['somebody new', 'other.yaml', guest('Other', 'relations: [{ knows: guest }]\n')],
  ['another type', 'guest.yaml', guest('Guest House', known).replace('person', 'place')],
  ['nobody any longer', 'other.yaml', null],
]

test.each([
  ['nothing chosen', '', edits],
  [
    'the edited one chosen, in its surroundings',
    '#entity=guest&around=guest&hops=2',
    edits.slice(0, 2),
  ],
])(
  'an edit of a large base is drawn as a page draws it that is opened afterwards: %s',
  {
    timeout: 120_000,
  },
  async (_, hash, saved) => {
    const { url, folder } = await serveCopy(
      crowd(80, undefined, { 'guest.yaml': guest('Guest', '') }),
    )
    const { page, complaints } = await openViewer(browser, url + hash, small)
    const drawnAnew = await countEdges(page)
    for (const [what, file, text] of saved) {
      await drawnAnew()
      const before = await page.evaluateHandle(() => window.dossierViewer.base.shown.value)
      if (text === null) rmSync(join(folder, file))
      else writeFileSync(join(folder, file), text)
      await page.waitForFunction((shown) => window.dossierViewer.base.shown.value !== shown, before)
      const drawn = await drawnOn(page)
      const anew = await drawnAnew()
      const later = await openViewer(browser, url + hash, small)
      expect(drawn, what).toEqual(await drawnOn(later.page))
      await later.page.close()
      // Where something has gone all is drawn anew, and in the surroundings what comes into sight.
      if (text !== null && hash === '') expect(anew, what).toBeLessThan(400)
    }
    expect(complaints).toEqual([])
  },
)
