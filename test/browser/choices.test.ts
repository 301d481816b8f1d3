import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { soon } from '../soon.ts'
import { atRest, launchBrowser, openViewer, placeOf, serveCopy } from './viewer-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function openShipped(address = '') {
  const { url } = await serveCopy('graph-data')
  return openViewer(browser, `${url}${address}`)
}

const hash = (page: Page) => decodeURIComponent(new URL(page.url()).hash)
const chosen = (page: Page) => page.getByRole('region', { name: 'Chosen together' })
const view = (page: Page) => page.evaluate(() => window.dossierViewer.view.value)

describe('an entity can be moved', () => {
  test('by the mouse, and nothing else moves, and the link keeps it', async () => {
    const { page } = await openShipped()
    const before = await placeOf(page, 'ilhom')
    const other = await placeOf(page, 'imu')
    await page.mouse.move(before.x, before.y)
    await page.mouse.down()
    await page.mouse.move(before.x + 40, before.y - 30, { steps: 5 })
    await page.mouse.up()
    await soon(() => expect(hash(page)).toMatch(/pin=ilhom:/))
    await near(page, 'ilhom', { x: before.x + 40, y: before.y - 30 })
    await near(page, 'imu', other)
    expect((await view(page)).selected).toBeNull()
    const second = await openViewer(browser, page.url())
    await near(second.page, 'ilhom', { x: before.x + 40, y: before.y - 30 })
    await page.getByRole('button', { name: 'Put back what was moved' }).click()
    await near(page, 'ilhom', before)
  })

  test('by keys, and put back', async () => {
    const { page } = await openShipped('#entity=ilhom')
    const before = await placeOf(page, 'ilhom')
    await page.locator('#picture').focus()
    await page.keyboard.press('Control+ArrowRight')
    await page.keyboard.press('Control+ArrowDown')
    await near(page, 'ilhom', { x: before.x + 24, y: before.y + 24 })
    await page.getByRole('button', { name: 'Put it back' }).focus()
    await page.keyboard.press('Enter')
    await near(page, 'ilhom', before)
    await page.locator('#picture').focus()
    await page.keyboard.press('Control+z')
    await near(page, 'ilhom', { x: before.x + 24, y: before.y + 24 })
  })
})

describe('several entities can be chosen', () => {
  test('by Shift and clicks, and shown alone', async () => {
    const { page } = await openShipped()
    for (const id of ['ilhom', 'imu']) {
      const { x, y } = await placeOf(page, id)
      await page.keyboard.down('Shift')
      await page.mouse.click(x, y)
      await page.keyboard.up('Shift')
    }
    await chosen(page).getByText('2 entities chosen').waitFor()
    expect(hash(page)).toContain('chosen=ilhom,imu')
    await chosen(page).getByRole('button', { name: 'Only these' }).click()
    await soon(() => expect(hash(page)).toContain('only=ilhom,imu'))
    expect(await page.evaluate(() => [...window.dossierViewer.visible.value.nodes])).toEqual([
      'ilhom',
      'imu',
    ])
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => window.dossierViewer.visible.value.whole)).toBe(true)
  })

  test('by a line around them', async () => {
    const { page } = await openShipped()
    const { x, y } = await placeOf(page, 'ilhom')
    const camera = (await view(page)).camera
    await page.keyboard.down('Shift')
    await page.mouse.move(x - 24, y - 24)
    await page.mouse.down()
    for (const [right, down] of [
      [24, -24],
      [24, 24],
      [-24, 24],
    ] as const) {
      await page.mouse.move(x + right, y + down, { steps: 4 })
    }
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await chosen(page).waitFor()
    expect((await view(page)).chosen).toContain('ilhom')
    expect((await view(page)).chosen.length).toBeLessThan(6)
    expect((await view(page)).camera).toEqual(camera)
  })

  test('by a line that begins on one of them, seen from afar, and ends there', async () => {
    const { page } = await openShipped()
    await page.evaluate(() => window.dossierViewer.picture.value?.zoom(0.25))
    await atRest(page)
    await soon(async () => expect((await view(page)).camera).not.toBeNull())
    const { camera } = await view(page)
    const first = await placeOf(page, 'imu')
    const box = await page.locator('#picture').boundingBox()
    if (!box) throw new Error('There is no picture.')
    const [left, right] = [box.x + 10, box.x + box.width - 10]
    const [top, bottom] = [box.y + 10, box.y + box.height - 10]
    const corners = [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
      [left, top],
    ] as const
    await page.keyboard.down('Shift')
    await page.mouse.move(first.x, first.y)
    await page.mouse.down()
    for (const [x, y] of corners) await page.mouse.move(x, y, { steps: 3 })
    await page.mouse.move(first.x + 1, first.y)
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await chosen(page).waitFor()
    const all = await page.evaluate(() => window.dossierViewer.graph.value?.order ?? 0)
    // Those right under the line may lie on either side of it.
    expect((await view(page)).chosen.length).toBeGreaterThan(all * 0.9)
    expect(await view(page)).toMatchObject({ camera, pins: [], selected: null })
  })

  test('by keys alone: choose, hide, bring back', async () => {
    const { page } = await openShipped('#entity=ilhom')
    await page.locator('#picture').focus()
    await page.keyboard.press(' ')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press(' ')
    const { chosen: both } = await view(page)
    expect(both).toHaveLength(2)
    await chosen(page).getByRole('button', { name: 'Hide' }).focus()
    await page.keyboard.press('Enter')
    expect((await view(page)).hiddenEntities).toEqual(both)
    await page.locator('#picture').focus()
    await page.keyboard.press('Control+z')
    expect((await view(page)).hiddenEntities).toEqual([])
  })

  test('two of them show the path between', async () => {
    const { page } = await openShipped('#chosen=imu,al-qaeda')
    await chosen(page).getByRole('button', { name: 'Path between' }).click()
    await soon(() => expect(hash(page)).toMatch(/from=.*to=/))
    await page.getByRole('region', { name: 'Path' }).waitFor()
  })

  test('where only some are shown, neighbours come in one by one', async () => {
    const { page } = await openShipped('#only=imu&entity=imu')
    await page.getByRole('button', { name: 'Add its neighbours' }).click()
    const { nodes, around } = await page.evaluate(() => ({
      nodes: [...window.dossierViewer.visible.value.nodes].sort(),
      around: ['imu', ...(window.dossierViewer.graph.value?.neighbors('imu') ?? [])].sort(),
    }))
    expect(nodes).toEqual([...new Set(around)])
  })
})

async function near(page: Page, node: string, place: { x: number; y: number }): Promise<void> {
  await soon(async () => {
    const { x, y } = await placeOf(page, node)
    expect(Math.hypot(x - place.x, y - place.y)).toBeLessThan(2)
  })
}
