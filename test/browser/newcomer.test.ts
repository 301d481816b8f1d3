import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { soon } from '../soon.ts'
import { launchBrowser, openViewer, serveCopy } from './viewer-page.ts'

// What somebody who sees the page for the first time stumbled over.

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function openShipped(hash = ''): Promise<Page> {
  const { url } = await serveCopy('graph-data')
  return (await openViewer(browser, `${url}${hash}`)).page
}

test('what shows everything again moves none of the filters', async () => {
  const page = await openShipped()
  const said = page.getByLabel('Said by')
  await said.waitFor()
  const before = await said.boundingBox()
  await said.selectOption({ index: 1 })
  const back = page.getByRole('banner').getByRole('button', { name: 'Show everything' })
  await back.waitFor()
  expect(await said.boundingBox()).toEqual(before)
  const title = await page.getByRole('heading', { level: 1 }).boundingBox()
  await back.click()
  await back.waitFor({ state: 'detached' })
  expect(await page.getByRole('heading', { level: 1 }).boundingBox()).toEqual(title)
})

test('a closed branch of the legend shows the colours that its types have in the picture', async () => {
  const page = await openShipped()
  const operations = page.locator('.check-row', { hasText: 'Operation' }).first()
  const colours = () =>
    operations
      .locator('.swatch')
      .evaluateAll((all) => all.map((swatch) => swatch.getAttribute('fill')))
  await operations.waitFor()
  expect(new Set(await colours()).size).toBe(2)
  await operations.getByRole('button', { name: 'Kinds of Operation' }).click()
  await soon(async () => expect(await colours()).toHaveLength(1))
})

test('a screen that is touched is told of no keys', async () => {
  const { url } = await serveCopy('graph-data')
  for (const isTouched of [false, true]) {
    const context = await browser.newContext({ hasTouch: isTouched, isMobile: isTouched })
    const page = await context.newPage()
    await page.goto(`${url}#from=imu&right=path`)
    const hint = page.getByText('Choose the other end')
    await hint.waitFor()
    expect((await hint.innerText()).trim().replace(/\s+/g, ' ')).toBe(
      `Choose the other end: click it in the picture, or find it by name${isTouched ? '' : ' (/)'}.`,
    )
    await context.close()
  }
})

test('who looks for the other end of a path sees the names of all', async () => {
  const page = await openShipped('#entity=makhdum-nusrat')
  const inkOf = () =>
    page.evaluate(() => {
      const sigma = window.dossierViewer.picture.value?.sigma
      sigma?.refresh()
      const canvas = document.querySelector<HTMLCanvasElement>(
        '.picture-canvas canvas:last-of-type',
      )
      return canvas !== null && sigma !== undefined
        ? [...document.querySelectorAll<HTMLCanvasElement>('.picture-canvas canvas')].map(
            (layer) => {
              const context = layer.getContext('2d')
              if (context === null) return 0
              const { data } = context.getImageData(0, 0, layer.width, layer.height)
              return data.filter((value, index) => index % 4 === 3 && value > 0).length
            },
          )
        : []
    })
  const few = Math.max(...(await inkOf()))
  await page.getByRole('button', { name: 'Path from here' }).click()
  await soon(async () => expect(Math.max(...(await inkOf()))).toBeGreaterThan(few * 1.5))
})
