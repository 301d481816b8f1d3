import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { readSources } from '../../src/documents/read-sources.ts'
import { csv } from '../../src/exports/csv/csv.ts'
import { gexf } from '../../src/exports/gexf/gexf.ts'
import { filterGraph } from '../../src/graph/filter-graph.ts'
import { layoutGraph } from '../../src/graph/layout-graph.ts'
import { soon } from '../soon.ts'
import { launchBrowser, openViewer, serveCopy } from './viewer-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function openShipped(address = '') {
  const { url } = await serveCopy('graph-data')
  return openViewer(browser, `${url}${address}`)
}

async function shipped() {
  const { graph } = compile(await readSources('graph-data'))
  layoutGraph(graph)
  return graph
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Take away' })

/** Presses a button of the dialog and gives the name and the bytes of the file that arrives. */
async function taken(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: button, exact: true }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Take away' }).click()
  await dialog(page).waitFor()
}

test('files are those that the command writes, and their losses are told', async () => {
  const { page, complaints } = await openShipped()
  await openDialog(page)
  const graph = await shipped()
  const { name, bytes } = await taken(page, 'GEXF for Gephi')
  expect(name).toBe('the-imu-in-northern-afghanistan.gexf')
  expect(String(bytes)).toBe([...gexf.write(graph)].join(''))
  const [loss] = gexf.losses(graph)
  await soon(async () => {
    expect(await dialog(page).getByRole('status').innerText()).toContain(loss?.what)
  })
  const claims = await taken(page, 'Claims CSV')
  expect(claims.name).toBe('the-imu-in-northern-afghanistan-claims.csv')
  expect(String(claims.bytes)).toBe([...csv.write(graph, { table: 'claims' })].join(''))
  expect(complaints).toEqual([])
})

test('a table is taken without the code of pictures', async () => {
  const { page } = await openShipped()
  const scripts = () =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  await openDialog(page)
  await taken(page, 'Claims CSV')
  expect((await scripts()).filter((name) => /draw-shown|group-members/.test(name))).toEqual([])
  await taken(page, 'SVG to edit and print')
  expect((await scripts()).some((name) => name.includes('draw-shown'))).toBe(true)
})

test('only what is shown is taken, and the graph says so of itself', async () => {
  const { page } = await openShipped('#hide-types=person')
  await openDialog(page)
  const { bytes } = await taken(page, 'JSON with all evidence')
  const { nodes, edges, attributes } = JSON.parse(String(bytes))
  const graph = await shipped()
  const types = graph.mapNodes((_, { type }) => type).filter((type) => type !== 'person')
  const part = filterGraph(graph, { types: [...new Set(types)] })
  const keys = (items: { key: string }[]) => items.map(({ key }) => key).sort()
  expect(keys(nodes)).toEqual(part.nodes().sort())
  expect(keys(edges)).toEqual(part.edges().sort())
  expect(attributes.counts.entities).toBe(part.order)
  expect(await dialog(page).innerText()).toContain(`What is shown: ${part.order} entities`)
})

test('values of attributes pass the filters, too, as in the command', async () => {
  const { page } = await openShipped('#said-by=isaf')
  await openDialog(page)
  const { bytes } = await taken(page, 'JSON with all evidence')
  const { nodes, edges } = JSON.parse(String(bytes))
  const part = filterGraph(await shipped(), { saidBy: ['isaf'] })
  expect(edges.map(({ key }: { key: string }) => key).sort()).toEqual(part.edges().sort())
  expect(nodes.length).toBe(part.order)
  for (const { key, attributes } of nodes) {
    expect(attributes.attributes).toEqual(part.getNodeAttribute(key, 'attributes'))
  }
})

test('pictures come in any size, as pixels and as lines', async () => {
  const { page } = await openShipped()
  await openDialog(page)
  const [small, large] = [
    await taken(page, 'PNG for a screen'),
    await taken(page, 'PNG × 2 for a report'),
  ]
  const [width, height] = sizeOf(small.bytes)
  expect(sizeOf(large.bytes)).toEqual([width * 2, height * 2])
  const shades = await page.evaluate(
    shadesIn,
    `data:image/png;base64,${small.bytes.toString('base64')}`,
  )
  expect(shades).toBeGreaterThan(100)
  const drawing = await taken(page, 'SVG to edit and print')
  expect(String(drawing.bytes)).toContain('<text')
})

test('by keyboard alone: open, choose, hear, close', async () => {
  const { page } = await openShipped()
  await page.locator('#picture').focus()
  await page.keyboard.press('x')
  await dialog(page).waitFor()
  await dialog(page).getByRole('button', { name: 'GEXF for Gephi' }).focus()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ])
  expect(download.suggestedFilename()).toMatch(/\.gexf$/)
  expect(await dialog(page).getByRole('status').innerText()).toContain('Saved as')
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('picture')
})

test('the link is the view', async () => {
  const { page } = await openShipped('#entity=ilhom&hide-types=place')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openDialog(page)
  await dialog(page).getByRole('button', { name: 'Copy' }).click()
  await dialog(page).getByText('The link is copied.').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  expect(await dialog(page).getByLabel('Link to this view').inputValue()).toBe(page.url())
})

/** Width and height as the header of a PNG has them. */
function sizeOf(png: Buffer): [width: number, height: number] {
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

async function shadesIn(url: string): Promise<number> {
  const image = new Image()
  image.src = url
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width
  canvas.height = image.height
  const context = canvas.getContext('2d')
  context?.drawImage(image, 0, 0)
  const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] }
  const colours = new Set<number>()
  for (let at = 0; at < data.length; at += 4) {
    colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0))
  }
  return colours.size
}

test.each([
  ['#when=2011-05', 'Time: May 2011'],
  ['#when=2011-05&compare=2009', 'Times compared: 1 January 2009 and May 2011'],
])('a picture of %s says which time it shows', async (address, note) => {
  const { page } = await openShipped(address)
  await openDialog(page)
  const { bytes } = await taken(page, 'SVG to edit and print')
  expect(String(bytes)).toContain(`>${note}</text>`)
})
