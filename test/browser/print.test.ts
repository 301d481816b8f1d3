import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atRest, launchBrowser, openViewer, serveCopy } from './viewer-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** The shipped base as it comes on paper that is 180 mm wide within its margins. */
async function printed(address: string, theme: 'light' | 'dark' = 'light'): Promise<Page> {
  const { url } = await serveCopy('graph-data')
  const hash = `${address === '' ? '#' : `${address}&`}theme=${theme}`
  const { page } = await openViewer(browser, `${url}${hash}`)
  await page.locator('#panel-filters .legend').first().waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 680, height: 1010 })
  await atRest(page)
  return page
}

const right = (page: Page) => page.locator('.panel.is-right')

/** How many of the pixels are nearly white, and how many nearly black, as shares of all. */
async function tones(page: Page, part: string): Promise<{ white: number; black: number }> {
  const png = await page.locator(part).screenshot()
  const reader = await browser.newPage()
  const shares = await reader.evaluate(tonesOf, `data:image/png;base64,${png.toString('base64')}`)
  await reader.close()
  return shares
}

/** Runs in the browser, which can read its own pictures. */
async function tonesOf(address: string): Promise<{ white: number; black: number }> {
  const image = new Image()
  image.src = address
  await image.decode()
  const { width, height } = image
  const context = new OffscreenCanvas(width, height).getContext('2d')
  context?.drawImage(image, 0, 0)
  const values = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray()
  const pixels = Array.from({ length: width * height }, (_, at) =>
    values.subarray(at * 4, at * 4 + 3),
  )
  return {
    white: pixels.filter((pixel) => Math.min(...pixel) > 225).length / pixels.length,
    black: pixels.filter((pixel) => Math.max(...pixel) < 80).length / pixels.length,
  }
}

describe('on paper', () => {
  test.each(['light', 'dark'] as const)(
    'the %s picture is dark on white, whole and within the page',
    async (theme) => {
      const page = await printed('', theme)
      const { white, black } = await tones(page, '.picture')
      expect(white).toBeGreaterThan(0.7)
      expect(black).toBeGreaterThan(0.002)
      expect(black).toBeLessThan(0.03)
      const boxes = await page
        .locator('.picture-canvas canvas')
        .evaluateAll((canvases) =>
          canvases.map((canvas) => JSON.stringify(canvas.getBoundingClientRect())),
        )
      expect(new Set(boxes).size).toBe(1)
      const box = await page.locator('.picture').boundingBox()
      expect(box?.height).toBeGreaterThan(200)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(680)
      const texts = await tones(page, '.panel.is-right')
      expect(texts.white).toBeGreaterThan(0.7)
      expect(texts.black).toBeGreaterThan(0.002)
    },
  )

  test('it says what is shown and when, what the marks mean, and has nothing to press', async () => {
    const page = await printed('#when=2012&hide-relations=located-in&entity=makhdum-nusrat')
    await page.getByText(/^\d+ of 71 entities, \d+ of 143 relations$/).waitFor()
    await page.locator('.timeline-summary', { hasText: '33 certain' }).waitFor()
    expect(await page.locator('.time-field input').first().inputValue()).toBe('2012')
    const legend = page.locator('#panel-filters')
    for (const words of ['Person', 'Affiliation', 'Something that happened', 'At that time']) {
      await legend.getByText(words, { exact: true }).waitFor()
    }
    expect(await legend.getByText('Confidence').isVisible()).toBe(false)
    const pressable = page.locator('button:visible, select:visible, [type=checkbox]:visible')
    expect(await pressable.count()).toBe(0)
    const [picture, key, evidence] = await Promise.all(
      ['.picture', '#panel-filters', '.panel.is-right'].map((part) =>
        page.locator(part).boundingBox(),
      ),
    )
    expect(key?.y).toBeGreaterThan((picture?.y ?? 0) + (picture?.height ?? Infinity) - 1)
    expect(evidence?.y).toBeGreaterThan((key?.y ?? 0) + (key?.height ?? Infinity) - 1)
  })

  test('the legend is there whatever panel is open, also where a browser prints at once', async () => {
    const { url } = await serveCopy('graph-data')
    const { page } = await openViewer(browser, `${url}#left=outline&when=2012&timeline=closed`)
    await page.waitForLoadState('networkidle')
    const legend = page.locator('#legend')
    expect(await legend.textContent()).toBe('')
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        document.title = document.getElementById('legend')?.textContent ?? ''
      })
    })
    await page.pdf()
    const told = await page.title()
    for (const words of ['Person', 'Affiliation', 'At that time']) expect(told).toContain(words)
    expect(await legend.textContent()).toBe('')
    await page.emulateMedia({ media: 'print' })
    await legend.getByText('Something that happened').waitFor()
    expect(await page.locator('#legend button:visible, #legend input:visible').count()).toBe(0)
    await page.getByText('2012', { exact: true }).waitFor()
    expect(await page.locator('#panel-outline').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await expect.poll(() => legend.textContent()).toBe('')
  })

  test('a filter that is set is named', async () => {
    const page = await printed('#confidence=probable&inferred=no')
    const legend = page.locator('#panel-filters')
    await legend.getByText('Confidence').waitFor()
    const struck = legend.getByText('With inferred claims')
    expect(await struck.evaluate((words) => getComputedStyle(words).textDecorationLine)).toBe(
      'line-through',
    )
  })

  test('the evidence is all there, also what waits folded on the screen', async () => {
    const page = await printed('#entity=makhdum-nusrat')
    await right(page).getByText('the highest-ranking IMU insurgent').waitFor()
    expect(
      await right(page)
        .locator('.panel-body')
        .evaluate((body) => body.scrollHeight - body.clientHeight),
    ).toBe(0)
  })
})
