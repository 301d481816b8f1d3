import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { soon } from '../soon.ts'
import { atRest, launchBrowser, openViewer, placeOf, serveCopy } from './viewer-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const raid = 'raid-that-killed-nusrat'

async function openAt(hash: string) {
  const { url } = await serveCopy('graph-data')
  const { page } = await openViewer(browser, `${url}${hash}`)
  const panel = page.getByRole('region', { name: 'Evidence' })
  return { page, panel, relations: panel.getByRole('region', { name: 'Relations' }) }
}

test('the relations of an entity stress the other end, and leave out what stands above', async () => {
  const { panel, relations } = await openAt(`#entity=${raid}`)
  const carriedOut = relations.getByRole('link', { name: 'Coalition forces' })
  await carriedOut.waitFor()
  expect(await panel.innerText()).toContain('On a day from 18 March to 31 December 2012')
  expect(await carriedOut.locator('.news').innerText()).toBe('Coalition forces')
  expect(await relations.innerText()).not.toContain('18 March')
  expect(await carriedOut.innerText()).toMatch(/said by \u2068ISAF\u2069 · 1 source/)
})

test('a date that is not the own one of the entity is said in its relations', async () => {
  const { relations } = await openAt('#entity=makhdum-nusrat')
  await relations.getByRole('link', { name: 'led Islamic Movement' }).waitFor()
  expect(await relations.innerText()).toContain('18 March to 31 December 2012')
})

test('values of one attribute stand under one name, which each still has for who hears it', async () => {
  const { panel } = await openAt(`#entity=${raid}`)
  const names = panel.locator('.attribute-name', { hasText: 'Seized' })
  await names.first().waitFor()
  expect(await names.count()).toBe(4)
  const widths = await names
    .locator('span')
    .evaluateAll((all) => all.map((span) => span.getBoundingClientRect().width))
  expect(widths[0]).toBeGreaterThan(20)
  for (const width of widths.slice(1)) expect(width).toBeLessThan(2)
})

test('a date as the file has it has its own words; a relation without one says so', async () => {
  const { page, panel } = await openAt(`#entity=${raid}`)
  const when = panel.locator('.attribute').first()
  await when.locator('summary').click()
  const facts = when.locator('.facts').first()
  expect(await facts.innerText()).toMatch(/Written as\s+\[2012-03-18\.\.2012-12-31\]/)
  await page.goto(
    page.url().replace(/#.*/, '#relation=makhdum-nusrat--planned--plot-to-kill-an-mp-in-kabul'),
  )
  await soon(async () => expect(await panel.innerText()).toMatch(/When\s+Not stated/))
})

test.each(['pointer', 'keyboard'])('the %s on a relation of a list lights it', async (by) => {
  const { page, relations } = await openAt(`#entity=${raid}`)
  const link = relations.getByRole('link', { name: 'Coalition forces' })
  await link.waitFor()
  await link.scrollIntoViewIfNeeded()
  const [killed, carrier] = [
    await look(page, 'makhdum-nusrat'),
    await look(page, 'coalition-forces'),
  ]
  if (by === 'pointer') await link.hover()
  else await link.focus()
  await soon(async () => expect(await look(page, 'makhdum-nusrat')).not.toBe(killed))
  expect(await look(page, 'coalition-forces')).toBe(carrier)
  if (by === 'pointer') await page.mouse.move(640, 30)
  else await link.blur()
  await soon(async () => expect(await look(page, 'makhdum-nusrat')).toBe(killed))
})

test.each(['pointer', 'keyboard'])(
  'a link that goes away under the %s leaves nothing lit',
  async (by) => {
    const { page } = await openAt('#left=sources&source=lwj-nusrat')
    const panel = page.getByRole('region', { name: 'Sources', exact: true })
    const link = panel.getByRole('link', { name: 'Makhdum Nusrat planned' })
    await link.waitFor()
    await link.scrollIntoViewIfNeeded()
    const bright = await look(page, 'ilhom')
    if (by === 'pointer') await link.hover()
    else await link.focus()
    await soon(async () => expect(await look(page, 'ilhom')).not.toBe(bright))
    await page.keyboard.press('Escape')
    await soon(async () => expect(await link.count()).toBe(0))
    await soon(async () => expect(await look(page, 'ilhom')).toBe(bright))
  },
)

/** The pixels in the middle of a node. */
async function look(page: Page, id: string): Promise<string> {
  await atRest(page)
  const { x, y } = await placeOf(page, id)
  return (await page.screenshot({ clip: { x: x - 2, y: y - 2, width: 4, height: 4 } })).toString(
    'hex',
  )
}
