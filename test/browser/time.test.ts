import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { soon } from '../soon.ts'
import { axeFaults } from './axe-faults.ts'
import { atRest, launchBrowser, openViewer, placeOf, serveCopy, turnTo } from './viewer-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const hash = (page: Page) => decodeURIComponent(new URL(page.url()).hash)
const strip = (page: Page) => page.getByRole('region', { name: 'Timeline' })
const playhead = (page: Page) => page.getByRole('slider', { name: 'Time' })
const field = (page: Page) => page.getByRole('textbox', { name: 'When' })
const status = (page: Page) => page.getByRole('status').first()

async function openShipped(address = '', size?: { width: number; height: number }) {
  const served = await serveCopy('graph-data')
  return { ...served, ...(await openViewer(browser, `${served.url}${address}`, size)) }
}

/** A place on the axis, as a share of its width, half way down the strip. */
async function onAxis(page: Page, share: number) {
  const box = await page.locator('.timeline-plot').boundingBox()
  if (!box) throw new Error('The timeline is closed.')
  return { x: box.x + box.width * share, y: box.y + box.height * 0.6 }
}

const items = (page: Page) =>
  page.evaluate(() => {
    const { nodes, edges } = window.dossierViewer.visible.value
    return { nodes: [...nodes], edges: [...edges] }
  })

/** What sigma was told of a node or an edge. */
const look = (page: Page, kind: 'Node' | 'Edge', id: string) =>
  page.evaluate(
    ([what, key]) => {
      const sigma = window.dossierViewer.picture.value?.sigma
      const data = what === 'Node' ? sigma?.getNodeDisplayData(key) : sigma?.getEdgeDisplayData(key)
      const { hidden, hatched, faded, time } = data as unknown as Record<string, unknown>
      return { hidden, ...(what === 'Node' ? { hatched } : { time }), faded }
    },
    [kind, id] as const,
  )

describe('with the mouse', () => {
  test('a click on the axis chooses a day, and nothing moves but what is of another time fades', async () => {
    const { page, complaints } = await openShipped()
    const there = await placeOf(page, 'ilhom')
    const { x, y } = await onAxis(page, 0.5)
    await page.mouse.click(x, y)
    await soon(() => expect(hash(page)).toMatch(/^#when=2011-\d\d-01$/))
    expect(await placeOf(page, 'ilhom')).toEqual(there)
    expect(await page.locator('.counts').innerText()).toMatch(/of 71 entities, \d+ of 143/)
    expect(await strip(page).innerText()).toMatch(/\d+ certain\s+\d+ possible\s+\d+ undated/)
    expect(await look(page, 'Node', 'raid-that-killed-ilhom')).toMatchObject({
      hidden: false,
      faded: true,
    })
    await page.getByRole('button', { name: 'All times' }).click()
    await soon(() => expect(hash(page)).toBe(''))
    expect((await items(page)).edges).toHaveLength(143)
    expect(complaints).toEqual([])
  })

  test('a drag moves the playhead and is one step to undo', async () => {
    const { page } = await openShipped('#when=2010-06-01')
    const [from, to] = [await onAxis(page, 0.18), await onAxis(page, 0.9)]
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 12 })
    const during = await playhead(page).getAttribute('aria-valuetext')
    expect(during).toMatch(/2012, \d+ relations certain/)
    await page.mouse.up()
    await soon(() => expect(hash(page)).toMatch(/when=2012-\d\d-01/))
    await page.keyboard.press('Control+z')
    await soon(() => expect(hash(page)).toBe('#when=2010-06-01'))
  })

  test('a range has two handles, and is drawn with Shift', async () => {
    const { page } = await openShipped('#when=2011-05-17')
    await page.getByRole('button', { name: 'Range' }).click()
    await soon(() => expect(hash(page)).toBe('#when=2011-01-01/2011-12-31'))
    const handle = await page.getByRole('slider', { name: 'Last day' }).boundingBox()
    const to = await onAxis(page, 0.9)
    await page.mouse.move((handle?.x ?? 0) + 12, to.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 6 })
    await page.mouse.up()
    await soon(() => expect(hash(page)).toMatch(/when=2011-01-01\/2012-\d\d-(28|29|30|31)$/))

    const [start, end] = [await onAxis(page, 0.05), await onAxis(page, 0.25)]
    await page.keyboard.down('Shift')
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    await page.mouse.move(end.x, end.y, { steps: 6 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await soon(() => expect(hash(page)).toMatch(/when=2010-0\d-01\/2010-\d\d-\d\d$/))
  })

  test('a click on an event chooses it, and its spans stand in the strip', async () => {
    const { page } = await openShipped()
    const mark = page.locator('.event[data-entity=raid-kunduz-2011-04]')
    await mark.click()
    await soon(() => expect(hash(page)).toBe('#entity=raid-kunduz-2011-04'))
    await soon(async () => expect(await page.locator('.bar').count()).toBe(5))
    expect(hash(page)).not.toContain('when')
  })
})

describe('with the keyboard alone', () => {
  test('T goes to the playhead; arrows, Shift, Home, End and Delete move it; it says where it is', async () => {
    const { page } = await openShipped('#timeline=closed')
    await page.keyboard.press('t')
    await soon(async () =>
      expect(await playhead(page).evaluate((it) => it === document.activeElement)).toBe(true),
    )
    const says = () => playhead(page).getAttribute('aria-valuetext')
    expect(await says()).toBe('All times')
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await soon(() => expect(hash(page)).toContain('when=2011-01-01'))
    expect(await says()).toMatch(/^1 January 2011, \d+ relations? certain, \d+ possible/)
    await page.keyboard.press('ArrowRight')
    await soon(() => expect(hash(page)).toContain('when=2011-02-01'))
    await page.keyboard.press('End')
    await soon(() => expect(hash(page)).toMatch(/when=201[23]-/))
    await page.keyboard.press('Delete')
    await soon(() => expect(hash(page)).not.toContain('when'))
    expect(await says()).toBe('All times')
  })

  test('a comma and a full stop step back and forward from anywhere, and are said aloud', async () => {
    const { page } = await openShipped('#when=2011-04-01/2011-04-30')
    await page.locator('#picture').focus()
    await page.keyboard.press('.')
    await soon(() => expect(hash(page)).toBe('#when=2011-05-01/2011-05-31'))
    await soon(async () =>
      expect(await status(page).innerText()).toMatch(/^May 2011: \d+ relations certain, /),
    )
    await page.keyboard.press(',')
    await page.keyboard.press(',')
    await soon(() => expect(hash(page)).toBe('#when=2011-03-01/2011-03-31'))
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Back in time').waitFor()
  })

  test('a date is written into the field, and a text that is none is refused with a way out', async () => {
    const { page } = await openShipped()
    await field(page).fill('2011-05')
    await page.keyboard.press('Enter')
    await soon(() => expect(hash(page)).toBe('#when=2011-05-01/2011-05-31'))
    await field(page).fill('May 2009 to 2011')
    await page.keyboard.press('Enter')
    await soon(() => expect(hash(page)).toBe('#when=2009-05-01/2011-12-31'))
    await soon(async () => expect(await field(page).inputValue()).toBe('2009-05/2011-12'))
    await field(page).fill('03/04/2011')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Write 2012, 2012-03').waitFor()
    expect(await field(page).getAttribute('aria-invalid')).toBe('true')
    expect(hash(page)).toBe('#when=2009-05-01/2011-12-31')
    await field(page).fill('')
    await page.keyboard.press('Enter')
    await soon(() => expect(hash(page)).toBe(''))
  })

  test('the ends of a range move by themselves, and do not pass each other', async () => {
    const { page } = await openShipped('#when=2011-01-01/2011-02-28')
    await page.getByRole('slider', { name: 'Last day' }).focus()
    await page.keyboard.press('ArrowRight')
    await soon(() => expect(hash(page)).toBe('#when=2011-01-01/2011-03-31'))
    await page.getByRole('slider', { name: 'First day' }).focus()
    await page.keyboard.press('End')
    await soon(() => expect(hash(page)).toBe('#when=2011-03-31'))
  })
})

describe('certain, possible, undated and not active', () => {
  const raid = 'raid-kunduz-2011-04'
  const part = 'raid-kunduz-2011-04--in--kunduz'

  test.each([
    ['the month of its date', '2011-04', { hatched: false, faded: false }, 'full', 'Certain in'],
    ['a day of that month', '2011-04-15', { hatched: true, faded: false }, 'hollow', 'Possible on'],
    ['another year', '2009', { hatched: false, faded: true }, 'full', 'Not in 2009'],
  ])('look and read different: %s', async (_, when, node, line, words) => {
    const { page } = await openShipped(`#when=${when}&right=evidence`)
    expect(await look(page, 'Node', raid)).toEqual({ hidden: false, ...node })
    expect(await look(page, 'Edge', part)).toEqual({
      hidden: false,
      time: line,
      faded: node.faded,
    })
    const isIn = (await items(page)).edges.includes(part)
    expect(isIn).toBe(!node.faded)
    await page.evaluate((id) => {
      window.dossierViewer.change((view) => ({ ...view, selected: { kind: 'relation', id } }))
    }, part)
    await soon(async () => expect(await page.locator('.time-note').innerText()).toContain(words))
  })

  test('what has no date is drawn thin, and said to be possible as at any time', async () => {
    const { page } = await openShipped('#when=2009&relation=imu--allied-with--al-qaeda')
    const undated = await page.evaluate(() => {
      const { graph, view } = window.dossierViewer
      const edge = graph.value?.findEdge(
        (id, { when }) => when === undefined && id.includes('--allied-with--'),
      )
      window.dossierViewer.change((now) => ({
        ...now,
        selected: { kind: 'relation', id: edge ?? '' },
      }))
      return { edge: edge ?? '', time: view.value.time }
    })
    expect(await look(page, 'Edge', undated.edge)).toMatchObject({ time: 'thin', faded: false })
    await page.getByText('Possible in 2009, as at any time: it has no date.').waitFor()
  })

  test('differ in the pixels of their lines, by more than colour', async () => {
    const { url, folder } = await serveCopy('test/base')
    for (const part of ['people', 'guilds', 'cities']) {
      rmSync(join(folder, part), { recursive: true })
    }
    const ends = 'ada: { type: person, name: Ada }\n  bob: { type: person, name: Bob'
    const write = (when: string) =>
      writeFileSync(
        join(folder, 'people.yaml'),
        `cite: ledger#p1\nentities:\n  ${ends}, relations: [{ apprentice-of: ada${when} }] }\n`,
      )
    write(', when: 1401')
    const { page } = await openViewer(browser, `${url}#when=1401&timeline=closed`)
    await page.waitForFunction(() => window.dossierViewer.graph.value?.size === 1)
    const across = async (when: string) => {
      await turnTo(page, `#when=${when}&timeline=closed`)
      await atRest(page)
      return acrossTheLine(page)
    }
    const certain = await across('1401')
    const possible = await across('1401-05-01')
    const gone = await across('1500')
    expect(runsOf(certain)).toHaveLength(1)
    expect(runsOf(possible)).toHaveLength(2)
    expect(Math.max(...certain)).toBeGreaterThan(200)
    expect(Math.max(...gone)).toBeLessThan(60)
    expect(Math.max(...gone)).toBeGreaterThan(0)
    write('')
    await page.waitForFunction(
      () =>
        window.dossierViewer.graph.value?.everyEdge((_, { when }) => when === undefined) === true,
    )
    const undated = await across('1401')
    const ink = (line: readonly number[]) => line.reduce((sum, alpha) => sum + alpha, 0)
    expect(ink(undated)).toBeLessThan(ink(certain) * 0.75)
    expect(ink(undated)).toBeGreaterThan(ink(gone) * 1.5)
  })

  test('paths, the outline and the list of relations follow the time', async () => {
    const { page } = await openShipped(
      '#from=raid-kunduz-2011-04&to=isaf&right=path&when=2011-04&left=outline',
    )
    await page.getByText('Path 1 of 1, 1 step').waitFor()
    await field(page).fill('2011-05')
    await page.keyboard.press('Enter')
    await page
      .getByText('No path: one of the two is of another time or hidden in the picture.')
      .waitFor()
    const outline = page.getByRole('tree', { name: 'Entities and relations' })
    expect(await outline.innerText()).not.toContain('Raid in Kunduz')
    const { nodes, edges } = await items(page)
    expect(await page.locator('.outline-count').innerText()).toBe(
      `${nodes.length} entities, ${edges.length} relations`,
    )
    await page.getByRole('button', { name: 'Show everything' }).first().click()
    await page.getByText('Path 1 of 1, 1 step').waitFor()
    expect(hash(page)).not.toContain('when')
  })

  test('what is not active can be hidden', async () => {
    const { page } = await openShipped('#when=2009')
    expect(await look(page, 'Node', raid)).toMatchObject({ hidden: false })
    await page.getByRole('button', { name: 'Hide what does not hold then' }).click()
    await soon(() => expect(hash(page)).toBe('#when=2009-01-01/2009-12-31&inactive=no'))
    expect(await look(page, 'Node', raid)).toMatchObject({ hidden: true })
    expect(await look(page, 'Edge', part)).toMatchObject({ hidden: true })
  })
})

describe('live', () => {
  test('a date that is edited counts at once', async () => {
    const { page, folder } = await openShipped('#when=2011-04')
    const edge = 'new-witness--member-of--imu'
    const write = (when: string) =>
      writeFileSync(
        join(folder, 'people/new-witness.yaml'),
        `type: person\nname: New Witness\nrelations:\n  - { member-of: imu, when: ${when}, cite: lwj-nusrat#p1 }\n`,
      )
    const looks = async (time: string, faded: boolean) =>
      soon(async () =>
        expect(await look(page, 'Edge', edge)).toEqual({ hidden: false, time, faded }),
      )
    write('2010/2012')
    await page.waitForFunction((key) => window.dossierViewer.graph.value?.hasEdge(key), edge)
    await looks('full', false)
    write('2011')
    await looks('hollow', false)
    write('2013')
    await looks('full', true)
    // The axis reaches as far as the dates do.
    expect(await playheadsEnd(page)).toContain('2014')
  })
})

describe('two times compared', () => {
  const began = 'raid-that-killed-ilhom--killed--ilhom'

  test('show what began and what ended, in the picture and as cited sentences that lead to the evidence', async () => {
    const { page, complaints } = await openShipped(
      '#compare=2011-04-30&when=2012-01-29&right=compare',
    )
    const panel = page.getByRole('region', { name: 'Changes' })
    const list = panel.getByRole('region', { name: 'Began' })
    expect(await list.innerText()).toContain('Raid that killed Ilhom killed Ilhom')
    expect(await list.innerText()).toMatch(/paragraph \d/)
    expect(await panel.getByRole('region', { name: 'Ended' }).innerText()).toContain('Kunduz')
    expect(await panel.getByRole('region', { name: 'Only in between' }).innerText()).toContain(
      'Taloqan',
    )
    expect(await look(page, 'Edge', began)).toMatchObject({ time: 'full', faded: false })
    expect(await look(page, 'Edge', 'raid-kunduz-2011-04--in--kunduz')).toMatchObject({
      time: 'hollow',
      faded: false,
    })
    await list
      .getByRole('link', { name: /killed Ilhom killed/ })
      .last()
      .click()
    await soon(() => expect(hash(page)).toContain(`relation=${began}`))
    await page.getByText('Began: not on 30 April 2011, but on 29 January 2012.').waitFor()
    expect(complaints).toEqual([])
  })

  test('are chosen with the keyboard and the button', async () => {
    const { page } = await openShipped('#when=2012-01-01')
    await page.getByRole('button', { name: 'Compare' }).press('Enter')
    await soon(() => expect(hash(page)).toBe('#when=2012-01-01&compare=2011-01-01&right=compare'))
    await page.getByRole('slider', { name: 'Compare with' }).focus()
    await page.keyboard.press('ArrowLeft')
    await soon(() => expect(hash(page)).toContain('compare=2010-12-01'))
    await page.getByRole('textbox', { name: 'Compare with' }).fill('2010-06')
    await page.keyboard.press('Enter')
    await soon(() => expect(hash(page)).toContain('compare=2010-06-01'))
    await soon(async () =>
      expect(await status(page).innerText()).toMatch(
        /^1 June 2010 and 1 January 2012: \d+ relations? began, \d+ ended, \d+ at both$/,
      ),
    )
    await page.getByRole('slider', { name: 'Compare with' }).focus()
    await page.keyboard.press('Delete')
    await soon(() => expect(hash(page)).not.toContain('compare='))
  })
})

describe('the page', () => {
  test.each([
    ['a day', '#when=2011-04-15'],
    [
      'a range, and what is not active hidden',
      '#when=2011-04-01/2012-01-31&inactive=no&timeline=open',
    ],
    ['a comparison', '#compare=2009-01-01&when=2012-01-01&right=compare'],
  ])('looks the same from the same address: %s', async (_, address) => {
    const { page } = await openShipped(address)
    await soon(async () => expect((await items(page)).edges.length).toBeLessThan(143))
    const second = await openViewer(browser, page.url())
    expect(hash(second.page).split('&').sort()).toEqual(hash(page).split('&').sort())
    expect(await items(second.page)).toEqual(await items(page))
    expect(await strip(second.page).innerText()).toBe(await strip(page).innerText())
  })

  test('has no timeline where no claim has a date', async () => {
    const { url, folder } = await serveCopy('test/base')
    for (const part of ['people', 'guilds', 'cities']) {
      rmSync(join(folder, part), { recursive: true })
    }
    writeFileSync(join(folder, 'ada.yaml'), 'type: person\nname: Ada\n')
    const { page } = await openViewer(browser, url)
    expect(await strip(page).count()).toBe(0)
    await page.keyboard.press('t')
    await soon(async () =>
      expect(await status(page).innerText()).toContain('No claim in this base has a date'),
    )
  })

  test('on a telephone the timeline waits closed, and opens without covering anything', async () => {
    const { page } = await openShipped('', { width: 390, height: 844 })
    expect(await page.locator('.timeline-plot').count()).toBe(0)
    await page.getByRole('button', { name: 'Timeline' }).click()
    await page.locator('.timeline-plot').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    const [picture, plot] = [
      await page.locator('#picture').boundingBox(),
      await page.locator('.timeline').boundingBox(),
    ]
    expect((picture?.y ?? 0) + (picture?.height ?? 0)).toBeLessThanOrEqual((plot?.y ?? 0) + 1)
  })

  test.each([
    ['a range, dark', '#when=2011-04-01/2012-01-31&theme=dark'],
    ['a comparison', '#compare=2009-01-01&when=2012-01-01&right=compare'],
    ['a relation that is possible', '#when=2011-04-15&relation=raid-kunduz-2011-04--in--kunduz'],
  ])('axe finds no fault with %s', async (_, address) => {
    const { url } = await serveCopy('graph-data')
    expect(await axeFaults(browser, `${url}${address}`)).toEqual([])
  })
})

/** The last day of the axis, in words. */
async function playheadsEnd(page: Page): Promise<string | null> {
  await page.getByRole('slider', { name: 'Last day' }).focus()
  await page.keyboard.press('End')
  await soon(() => expect(hash(page)).not.toContain('2011-04-30'))
  return page.getByRole('slider', { name: 'Last day' }).getAttribute('aria-valuetext')
}

/** The opacity of the layer of edges, pixel by pixel across the middle of the line from Ada to Bob. */
function acrossTheLine(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { picture } = window.dossierViewer
    const { value: now } = picture
    const [a, b] = [now?.placeOf('ada'), now?.placeOf('bob')]
    now?.sigma.refresh()
    const gl = now?.sigma.getCanvases().edges?.getContext('webgl2')
    if (!a || !b || !gl) return []
    const scale = gl.drawingBufferHeight / (gl.canvas as HTMLCanvasElement).clientHeight
    const far = Math.hypot(b.x - a.x, b.y - a.y)
    const [dx, dy] = [(b.y - a.y) / far, (a.x - b.x) / far]
    const pixel = new Uint8Array(4)
    return Array.from({ length: 81 }, (_, index) => {
      const off = (index - 40) / 4
      const x = ((a.x + b.x) / 2 + off * dx) * scale
      const y = gl.drawingBufferHeight - ((a.y + b.y) / 2 + off * dy) * scale
      gl.readPixels(Math.round(x), Math.round(y), 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
      return pixel[3] ?? 0
    })
  })
}

/** The stretches of a line of pixels that are more than half covered. */
function runsOf(line: readonly number[]): string[] {
  const covered = line.map((alpha) => (alpha > 110 ? '#' : ' ')).join('')
  return covered.trim().split(/ +/)
}
