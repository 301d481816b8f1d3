import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atRest, launchBrowser, openViewer, paintedPixels, serveCopy } from './viewer-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Counts the bytes that are sent to the graphics card from now on. */
const countUploads = (page: Page) =>
  page.evaluate(() => {
    const context = WebGL2RenderingContext.prototype
    const send = context.bufferData
    const counted = { bytes: 0, frames: 0 }
    Object.assign(globalThis, { counted })
    context.bufferData = function (this: WebGL2RenderingContext, ...args: unknown[]) {
      counted.bytes += (args[1] as ArrayBufferView).byteLength
      Reflect.apply(send, this, args)
    } as typeof send
    window.dossierViewer.picture.value?.sigma.on('afterRender', () => {
      counted.frames++
    })
  })

const counted = (page: Page) =>
  page.evaluate(() => {
    const { counted } = globalThis as unknown as { counted: { bytes: number; frames: number } }
    const { bytes, frames } = counted
    Object.assign(counted, { bytes: 0, frames: 0 })
    return { bytes, frames }
  })

test('what has not changed is drawn in every frame and sent to the graphics card once', async () => {
  const { url } = await serveCopy('graph-data')
  const { page, complaints } = await openViewer(browser, url)
  await countUploads(page)
  const before = {
    nodes: await paintedPixels(page, 'nodes'),
    edges: await paintedPixels(page, 'edges'),
  }
  await counted(page)

  await page.evaluate(async () => {
    const camera = window.dossierViewer.picture.value?.sigma.getCamera()
    for (let step = 1; step <= 8; step++) {
      camera?.setState({ x: 0.5 + step / 100, ratio: 1 + step / 50 })
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  })
  await atRest(page)
  const panned = await counted(page)
  expect(panned.frames).toBeGreaterThan(5)
  expect(panned.bytes).toBe(0)

  await page.evaluate(() =>
    window.dossierViewer.change((view) => ({ ...view, hiddenEntities: ['imu'] })),
  )
  await atRest(page)
  expect((await counted(page)).bytes).toBeGreaterThan(1000)
  expect(await paintedPixels(page, 'nodes')).toBeLessThan(before.nodes)
  expect(await paintedPixels(page, 'edges')).toBeLessThan(before.edges)
  expect(complaints).toEqual([])
})
