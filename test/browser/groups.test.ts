import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults } from './axe-faults.ts'
import { atRest, launchBrowser, openViewer, serveCopy } from './viewer-page.ts'
import { writeBase } from './write-base.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const sizes = { Ada: 70, Bob: 60, Cid: 50, Dan: 4 }

/** Stars, each around somebody of a name that stands for it, in a chain; a place of its own type beside each member. */
function starBase(): string {
  const centres = Object.keys(sizes)
  const entities = Object.entries(sizes).flatMap(([name, size], star) => {
    const next = centres[star + 1]?.toLowerCase()
    const members = Array.from({ length: size - 1 }, (_, index) => `${name.toLowerCase()}-${index}`)
    const ties = [...members, ...(next === undefined ? [] : [next])]
    return [
      `  ${name.toLowerCase()}: { type: person, name: ${name}, relations: [{ knows: [${ties.join(', ')}] }] }`,
      ...members.map(
        (id, index) =>
          `  ${id}: { type: ${index % 2 ? 'person' : 'other'}, name: ${name} ${index} }`,
      ),
    ]
  })
  return writeBase({
    'ontology.yaml':
      'name: Stars\nentities: { one: { abstract: true }, person: { is: one }, other: { is: one } }\nrelations: { knows: { from: one, to: one, kind: social } }\n',
    'all.yaml': `entities:\n${entities.join('\n')}\n`,
  })
}

async function openStars(address = '') {
  const { url } = await serveCopy(starBase())
  const opened = await openViewer(browser, `${url}${address}`, { width: 1000, height: 640 })
  await opened.page.waitForFunction(() => window.dossierViewer.groups.value !== null)
  await atRest(opened.page)
  return opened
}

/** What is written over the picture in its next frame: where, after whom, and how many pixels have ink. */
const written = (page: Page) =>
  page.evaluate(async () => {
    const { groups, picture } = window.dossierViewer
    const sigma = picture.value?.sigma
    const context = sigma?.getCanvases().labels?.getContext('2d')
    const own = groups.value
    if (!sigma || !context || !own) throw new Error('There are no groups to be drawn.')
    const last: { names: ReturnType<typeof own.layer.draw> } = { names: null }
    const draw: typeof own.layer.draw = (ground) => {
      last.names = own.layer.draw(ground)
      return last.names
    }
    groups.value = { ...own, layer: { draw } }
    await new Promise<void>((done) => {
      sigma.once('afterRender', () => done())
      sigma.scheduleRender()
    })
    groups.value = own
    const { boxes, centres } = last.names ?? { boxes: [], centres: [] }
    const ratio = context.canvas.width / sigma.getDimensions().width
    const copy = new OffscreenCanvas(context.canvas.width, context.canvas.height)
    const reader = copy.getContext('2d', { willReadFrequently: true })
    reader?.drawImage(context.canvas, 0, 0)
    return [...centres].flatMap((centre, index) => {
      const box = boxes[index]
      if (!box || !reader) return []
      const { left, top, right, bottom } = box
      const [x, y, w, h] = [left, top, right - left, bottom - top].map((side) => side * ratio)
      const { data } = reader.getImageData(x ?? 0, y ?? 0, w ?? 1, h ?? 1)
      return [{ centre, box, ink: data.filter((value, at) => at % 4 === 3 && value > 200).length }]
    })
  })

const farAway = async (page: Page) => {
  await page.evaluate(() => window.dossierViewer.picture.value?.zoom(0.4))
  await atRest(page)
}

describe('a picture too large to be read name by name', () => {
  test('has the names of its groups, none on another, all with ink', async () => {
    const { page, complaints } = await openStars()
    await farAway(page)
    const names = await written(page)
    expect(names.map(({ centre }) => centre)).toEqual(['ada', 'bob', 'cid'])
    for (const { ink } of names) expect(ink).toBeGreaterThan(100)
    for (const { box, centre } of names) {
      const met = names.filter(
        (other) =>
          other.centre !== centre &&
          Math.min(box.right, other.box.right) > Math.max(box.left, other.box.left) &&
          Math.min(box.bottom, other.box.bottom) > Math.max(box.top, other.box.top),
      )
      expect(met).toEqual([])
    }
    expect(complaints).toEqual([])
    await page.evaluate(() => window.dossierViewer.picture.value?.zoom(8))
    expect(await written(page)).toEqual([])
  })

  test('tells the groups in words, with a way to each by keyboard', async () => {
    const { page } = await openStars()
    const list = page.getByRole('region', { name: 'Largest groups' })
    await list.waitFor()
    const said = await list.getByRole('listitem').allTextContents()
    expect(said).toEqual(['Ada70 members', 'Bob60 members', 'Cid50 members'])
    expect(await axeFaults(browser, page.url())).toEqual([])
    const span = () =>
      page.evaluate(() => window.dossierViewer.picture.value?.sigma.getCamera().ratio)
    const before = await span()
    await list.getByRole('link', { name: 'Cid' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Cid', exact: true }).waitFor()
    expect(new URL(page.url()).hash).toContain('entity=cid')
    expect(await span()).toBeLessThan(before ?? 0)
  })

  test('a filter takes from the groups, and where few are left their own names do', async () => {
    const { page } = await openStars('#hide-types=other')
    await farAway(page)
    expect(await written(page)).toEqual([])
    const list = page.getByRole('region', { name: 'Largest groups' })
    await list.waitFor()
    expect(await list.getByRole('listitem').allTextContents()).toEqual([
      'Ada35 members',
      'Bob30 members',
      'Cid25 members',
    ])
  })
})

test('a small graph is read name by name, and nobody looks for groups in it', async () => {
  const { url } = await serveCopy('graph-data')
  const { page } = await openViewer(browser, url)
  await page.waitForLoadState('networkidle')
  const asked = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  )
  expect(asked.some((path) => path.endsWith('afterwards.js'))).toBe(true)
  expect(asked.filter((path) => path.endsWith('group-members.js'))).toEqual([])
})
