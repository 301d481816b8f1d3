import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { soon } from '../soon.ts'
import {
  atRest,
  hovered,
  launchBrowser,
  openViewer,
  placeOf,
  serveCopy,
  turnTo,
} from './viewer-page.ts'
import { writeBase } from './write-base.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const harbour = {
  'ontology.yaml': `name: Harbour
entities:
  person: { label: Person }
  meeting: { label: Meeting, dated: true }
relations:
  knows: { symmetric: true, from: person, to: person, kind: acquaintance, says: "{source} knows {target}" }
  met-at: { from: person, to: meeting, kind: part, says: "{source} was at {target}" }
`,
  'sources/paper.yaml': 'title: Paper\n',
  'people.yaml': `cite: paper
entities:
  ada: { type: person, name: Ada, relations: [{ knows: bob, when: 2009 }, { knows: cid, when: 2011 }] }
  bob: { type: person, name: Bob, relations: [{ knows: cid, when: 2009/2011 }] }
  cid: { type: person, name: Cid }
  eve: { type: person, name: Eve, relations: [{ knows: ada, when: 2010-06 }] }
`,
}

async function openHarbour(address = '') {
  const { url } = await serveCopy(writeBase(harbour))
  return openViewer(browser, `${url}${address}`)
}

const hash = (page: Page) => decodeURIComponent(new URL(page.url()).hash)

/** Waits until the page says this aloud. */
async function said(page: Page, text: string): Promise<void> {
  await soon(async () => expect(await page.getByRole('status').first().innerText()).toContain(text))
}

describe("the browser's Back", () => {
  test('leads to what was looked at before, and Forward there again; undo takes either back', async () => {
    const { page } = await openHarbour()
    await page.evaluate(() => history.length)
    for (const id of ['ada', 'bob']) {
      const { x, y } = await placeOf(page, id)
      await page.mouse.click(x, y)
      await soon(() => expect(hash(page)).toContain(`entity=${id}`))
    }
    await page.goBack()
    await soon(() => expect(hash(page)).toContain('entity=ada'))
    const selected = () => page.evaluate(() => window.dossierViewer.view.value.selected?.id)
    await soon(async () => expect(await selected()).toBe('ada'))
    await page.goForward()
    await soon(async () => expect(await selected()).toBe('bob'))
    await page.keyboard.press('Control+z')
    await soon(async () => expect(await selected()).toBe('ada'))
    await page.goBack()
    await page.goBack()
    await soon(async () => expect(await selected()).toBeUndefined())
  })

  test('passes over filters, time and panels, and over what a link names in vain', async () => {
    const { page } = await openHarbour('#entity=nobody')
    const length = () => page.evaluate(() => history.length)
    const before = await length()
    await page.keyboard.press('o')
    await page.keyboard.press('.')
    await soon(() => expect(hash(page)).toContain('when='))
    expect(await length()).toBe(before)
  })

  test('is left to the page around a frame', async () => {
    const { page } = await openHarbour('?embed')
    const before = await page.evaluate(() => history.length)
    const { x, y } = await placeOf(page, 'ada')
    await page.mouse.click(x, y)
    await soon(() => expect(hash(page)).toContain('entity=ada'))
    expect(await page.evaluate(() => history.length)).toBe(before)
  })
})

test('undo and redo are said aloud, and that there is nothing to undo', async () => {
  const { page } = await openHarbour()
  await page.keyboard.press('Control+z')
  await said(page, 'There is nothing to undo.')
  const { x, y } = await placeOf(page, 'ada')
  await page.mouse.click(x, y)
  await said(page, 'Ada, Person')
  await page.getByRole('button', { name: 'Undo' }).click()
  await said(page, 'Undone.')
  await page.keyboard.press('Control+Shift+z')
  await said(page, 'Redone. Ada, Person')
})

test('the first step of a keyboard may be into the picture', async () => {
  const { page } = await openHarbour()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('button', { name: 'Skip to the picture' })
  expect(await skip.evaluate((button) => button === document.activeElement)).toBe(true)
  expect((await skip.boundingBox())?.height).toBeGreaterThanOrEqual(24)
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('picture')
})

test('what is chosen stays bright wherever the pointer is', async () => {
  const lit = async (address: string) => {
    const { page } = await openHarbour(address)
    const { x, y } = await placeOf(page, 'bob')
    await page.mouse.move(x, y)
    await soon(async () => expect((await hovered(page))?.id).toBe('bob'))
    await atRest(page)
    return page.evaluate(() => {
      const data = window.dossierViewer.picture.value?.sigma.getNodeDisplayData('eve')
      return (data as { lit?: boolean } | undefined)?.lit
    })
  }
  expect(await lit('')).toBe(false)
  expect(await lit('#chosen=ada,eve')).toBe(true)
  expect(await lit('#entity=eve')).toBe(true)
})

test('a hidden entity that is found is said to be hidden, and shown when asked', async () => {
  const { page } = await openHarbour('#hide=eve')
  const camera = () => page.evaluate(() => window.dossierViewer.view.value.camera)
  const before = await camera()
  await page.keyboard.press('/')
  await page.keyboard.type('eve')
  await page.getByRole('option', { name: 'Eve Person, hidden' }).waitFor()
  await page.keyboard.press('Enter')
  await said(page, 'Eve is hidden in the picture.')
  expect(await camera()).toEqual(before)
  const panel = page.locator('#panel-evidence')
  await panel.getByText('This entity is hidden in the picture.').waitFor()
  await panel.getByRole('button', { name: 'Show everything' }).click()
  await soon(() => expect(hash(page)).not.toContain('hide='))
})

test('a comma and a full stop move ranges that are open, or lie beyond the axis', async () => {
  const { page } = await openHarbour('#when=1990/1991')
  await page.keyboard.press('.')
  await soon(() => expect(hash(page)).toMatch(/when=200[89]/))
  await turnTo(page, 'when=2010-01-01/..')
  await page.keyboard.press('.')
  await soon(() => expect(hash(page)).toMatch(/when=2010-0[2-9]-01\/\.\./))
})

test('the outline marks what began and what ended', async () => {
  const { page } = await openHarbour('#when=2011-06&compare=2009-06&left=outline&entity=ada')
  const row = (name: string) => page.getByRole('treeitem', { name })
  await row('knows Cid').first().waitFor()
  expect(await row('began').locator('.is-began').count()).toBeGreaterThan(0)
  expect(await row('ended').locator('.is-ended').count()).toBeGreaterThan(0)
})

test('the counts of the filters are those of the time', async () => {
  const { page } = await openHarbour('#left=filters')
  const count = () =>
    page.locator('.check-row', { hasText: 'Acquaintance' }).locator('.count').innerText()
  await soon(async () => expect(await count()).toBe('4'))
  await turnTo(page, 'when=2009&left=filters')
  await soon(async () => expect(await count()).toBe('2'))
})

test('the timeline tells of what lies within the focus', async () => {
  const { page } = await openHarbour('#entity=bob')
  const area = () => page.locator('.timeline-density .is-possible').getAttribute('d')
  const whole = await area()
  await turnTo(page, 'entity=bob&around=eve&hops=1')
  await soon(async () => expect(await area()).not.toBe(whole))
  const heights = ((await area()) ?? '').match(/V[\d.]+/g) ?? []
  // One relation in one month: the ground, and one height above it.
  expect(new Set(heights.map((height) => Number(height.slice(1)))).size).toBe(2)
})

test('what happened is told in one sentence among the changes', async () => {
  const { url } = await serveCopy('graph-data')
  const { page } = await openViewer(browser, `${url}#when=2010&compare=2012&right=compare`)
  const sentence = page
    .locator('#panel-compare .relation-link', { hasText: /, in 2010\.$/ })
    .first()
  await sentence.waitFor()
  expect(await sentence.innerText()).toBe('Release from a Pakistani jail, in 2010.')
})

test('all seven tabs of a narrow window stand within it', async () => {
  const { url } = await serveCopy('graph-data')
  const phone = { width: 390, height: 844 }
  const { page } = await openViewer(browser, `${url}#when=2010&compare=2012`, phone)
  const tabs = page.locator('.sheet-tab > span')
  expect(await tabs.count()).toBe(7)
  const ends = await tabs.evaluateAll((spans) =>
    spans.map((span) => [span.getBoundingClientRect().left, span.getBoundingClientRect().right]),
  )
  const gaps = ends.slice(1).map(([left = 0], index) => left - (ends[index]?.[1] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4)
  expect(ends.at(-1)?.[1]).toBeLessThanOrEqual(388)
})
