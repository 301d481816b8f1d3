import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atRest, hovered, launchBrowser, openViewer, placeOf, serveCopy } from './viewer-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

interface Disc {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly radius: number
  /** Nothing lies over its middle. */
  readonly isFree: boolean
}

/** All nodes, in pixels of the page. */
function discsOf(page: Page): Promise<Disc[]> {
  return page.evaluate(() => {
    const { picture, graph } = window.dossierViewer
    const { sigma } = picture.value ?? {}
    const corner = document.querySelector('#picture')?.getBoundingClientRect()
    if (!sigma || !corner) return []
    return (graph.value?.nodes() ?? []).flatMap((id) => {
      const data = sigma.getNodeDisplayData(id)
      if (!data) return []
      const place = sigma.framedGraphToViewport(data)
      const [x, y] = [corner.x + place.x, corner.y + place.y]
      const isFree = document.elementFromPoint(x, y)?.closest('.picture-canvas') != null
      return [{ id, x, y, isFree, radius: sigma.scaleSize(data.size) }]
    })
  })
}

/** What a reader means at a place: the disc that they see there, else what is closest. */
function meant(all: readonly Disc[], x: number, y: number): string | undefined {
  const near = all
    .map((disc) => ({ ...disc, distance: Math.hypot(disc.x - x, disc.y - y) }))
    .sort((a, b) => a.distance - b.distance)
  const within = (reach: (disc: Disc) => number) =>
    near.find((disc) => disc.distance <= reach(disc))?.id
  return within(({ radius }) => radius) ?? within(({ radius }) => Math.max(11, radius + 2))
}

async function tap(page: Page, x: number, y: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const touchPoints = [{ x, y }]
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

const small = [
  ['a small frame', '?embed', { width: 400, height: 300 }],
  ['a telephone', '', { width: 390, height: 844 }],
] as const

describe.each(small)('in %s', (_, address, size) => {
  const open = async () => {
    const { url } = await serveCopy('graph-data')
    const { page, complaints } = await openViewer(browser, `${url}${address}`, size)
    const discs = await discsOf(page)
    const free = discs.filter(({ isFree }) => isFree)
    expect(free.length).toBeGreaterThan(60)
    return { page, complaints, discs, free }
  }

  test('each entity is found at its middle, and beside it whoever is meant there', async () => {
    const { page, complaints, discs, free } = await open()
    const places = [
      ...free,
      ...free.map(({ x, y, radius }, index) => ({
        x: x + (index % 2 ? 7 : -radius - 1),
        y: y + 5,
      })),
    ]
    const found: unknown[] = []
    for (const { x, y } of places) {
      await page.mouse.move(Math.floor(x), Math.floor(y))
      const item = await hovered(page)
      found.push(item?.kind === 'entity' ? item.id : undefined)
    }
    expect(found).toEqual(places.map(({ x, y }) => meant(discs, Math.floor(x), Math.floor(y))))
    expect(found.slice(0, free.length)).toEqual(free.map(({ id }) => id))
    expect(complaints).toEqual([])
  }, 120_000)

  test.each(['click', 'tap'])(
    'a %s on the middle of an entity chooses it',
    async (how) => {
      const { page, complaints, free } = await open()
      const some = free.filter((_, index) => index % 5 === 0)
      const chosen: unknown[] = []
      const start = await page.evaluate(() => window.dossierViewer.view.value)
      for (const { id } of some) {
        const { x, y } = await placeOf(page, id)
        if (how === 'tap') await tap(page, x, y)
        else await page.mouse.click(x, y)
        chosen.push(await page.evaluate(() => window.dossierViewer.view.value.selected))
        await page.evaluate((view) => window.dossierViewer.change(() => view), start)
        await atRest(page)
      }
      expect(chosen).toEqual(some.map(({ id }) => ({ kind: 'entity', id })))
      expect(complaints).toEqual([])
    },
    120_000,
  )
})

test('who is where is known anew while and after the view, an entity and what is shown change', async () => {
  const { url } = await serveCopy('graph-data')
  const { page, complaints } = await openViewer(browser, url)
  const under = async ({ x, y }: { readonly x: number; readonly y: number }) => {
    await page.mouse.move(x, y)
    return hovered(page)
  }
  const found = { kind: 'entity', id: 'ilhom' }
  expect(await under(await placeOf(page, 'ilhom'))).toEqual(found)
  await page.keyboard.press('+')
  await atRest(page)
  expect(await under(await placeOf(page, 'ilhom'))).toEqual(found)

  const before = await placeOf(page, 'ilhom')
  await page.mouse.down()
  await page.mouse.move(before.x + 60, before.y - 50, { steps: 20 })
  expect(await hovered(page)).toEqual(found)
  await page.mouse.up()
  await page.mouse.move(5, 5)
  await atRest(page)
  const after = await placeOf(page, 'ilhom')
  expect(after.x - before.x).toBeCloseTo(60, 0)
  expect(await under(after)).toEqual(found)
  expect(await under(before)).not.toEqual(found)

  await page.evaluate(() =>
    window.dossierViewer.change((view) => ({ ...view, hiddenEntities: ['ilhom'] })),
  )
  await atRest(page)
  expect(await under(after)).not.toEqual(found)
  expect(complaints).toEqual([])
})
