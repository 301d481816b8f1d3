import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { soon } from '../soon.ts'
import { crowd } from './crowd.ts'
import { atRest, launchBrowser, openViewer, serveCopy } from './viewer-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** How strong the lines are where there are any: the mean and the strongest, of 255, and how many pixels are strong. */
const strength = (page: Page) =>
  page.evaluate(async () => {
    const sigma = window.dossierViewer.picture.value?.sigma
    const gl = sigma?.getCanvases().edges?.getContext('webgl2')
    if (!sigma || !gl) throw new Error('There is no picture.')
    sigma.refresh()
    const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight]
    const pixels = new Uint8Array(width * height * 4)
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels)
    const painted = pixels.filter((value, at) => at % 4 === 3 && value > 0)
    const mean = painted.reduce((sum, value) => sum + value, 0) / painted.length
    return {
      mean,
      most: painted.reduce((most, value) => Math.max(most, value), 0),
      strong: painted.filter((value) => value > 170).length,
    }
  })

const note = (page: Page) => page.getByText('A long line where lines crowd')

test('where lines crowd the long ones are faint, and the legend says so', async () => {
  const { url } = await serveCopy(crowd(80))
  const { page, complaints } = await openViewer(browser, url)
  await note(page).waitFor()
  const far = await strength(page)
  expect(far.mean).toBeGreaterThan(20)
  expect(far.mean).toBeLessThan(110)
  await page.evaluate(() => window.dossierViewer.picture.value?.zoom(6))
  await atRest(page)
  expect((await strength(page)).most).toBeGreaterThan(170)
  expect(complaints).toEqual([])
})

test('the lines of whoever is chosen are drawn in full', async () => {
  const { url } = await serveCopy(crowd(80))
  const { page } = await openViewer(browser, `${url}#entity=p-0`)
  await atRest(page)
  const isStrong = async () => expect((await strength(page)).most).toBeGreaterThan(170)
  await soon(isStrong)
})

test('a few that began between two times are drawn in full, many share the room among them', async () => {
  const compared = async (began: number) => {
    const since = (year: number) => `, when: ${year}/..`
    const { url } = await serveCopy(crowd(80, (from) => since(from < began ? 2010 : 2000)))
    const { page } = await openViewer(browser, `${url}#compare=2005-01-01&when=2015-01-01`)
    await atRest(page)
    return (await strength(page)).strong
  }
  const [none, few, all] = [await compared(0), await compared(1), await compared(80)]
  expect(few).toBeGreaterThan(2 * none)
  expect(all).toBe(none)
})

test('where every line is a curve, none is fainter', async () => {
  const { url } = await serveCopy(crowd(20))
  const { page } = await openViewer(browser, url)
  await page.getByRole('region', { name: 'What the marks mean' }).waitFor()
  expect(await note(page).count()).toBe(0)
})
