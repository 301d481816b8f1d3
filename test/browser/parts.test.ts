import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startServer } from '../../src/server/start-server.ts'
import { soon } from '../soon.ts'
import { axeFaults } from './axe-faults.ts'
import { launchBrowser, openViewer, serveCopy } from './viewer-page.ts'

// A graph that counts as too large for a page: pages get a part of it, and ask for more.

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function serveInParts() {
  const folder = join(mkdtempSync(join(tmpdir(), 'dossier-')), 'graph-data')
  cpSync('graph-data', folder, {
    recursive: true,
    filter: (path) => basename(path) !== '.dossier',
  })
  const options = { dataFolder: folder, viewerFolder: 'dist/viewer', port: 0, mostWhole: 20 }
  const server = await startServer(options)
  onTestFinished(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })
  return { url: server.url, folder }
}

async function openPart(address = '') {
  const served = await serveInParts()
  return { ...served, ...(await openViewer(browser, `${served.url}${address}`)) }
}

const here = (page: Page) =>
  page.evaluate(() => window.dossierViewer.graph.value?.nodes().sort() ?? [])
const places = (page: Page) =>
  page.evaluate(() => window.dossierViewer.graph.value?.mapNodes((id, { x, y }) => [id, x, y]))
const hash = (page: Page) => decodeURIComponent(new URL(page.url()).hash)

test('it opens with who stands out, and says how much there is', async () => {
  const { page, complaints } = await openPart()
  const shown = await here(page)
  const all = await page.evaluate(() => window.dossierViewer.base.beyond.value?.overview.value)
  const { entities = 0 } = all?.attributes.counts ?? {}
  expect(shown.length).toBeLessThan(entities)
  await page.getByText(`Showing ${shown.length} of ${entities} entities.`).waitFor()
  const best = page.getByRole('region', { name: 'Best connected' })
  expect(await best.getByRole('listitem').count()).toBe(15)
  expect(await best.getByRole('listitem').first().textContent()).toMatch(/\d+ relations$/)
  await page.getByRole('region', { name: 'Largest groups' }).waitFor()
  const asked = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  )
  expect(asked).not.toContain('/graph.json')
  expect(await axeFaults(browser, page.url())).toEqual([])
  expect(complaints).toEqual([])
})

test('whom one finds by keys comes with the neighbours, and the link shows the same', async () => {
  const { page, complaints, url } = await openPart()
  const whole = await (await fetch(`${url}graph.json`)).json()
  const first = await here(page)
  const absent: string = whole.nodes.findLast(
    ({ key }: { key: string }) => !first.includes(key),
  ).key
  await page.locator('#picture').focus()
  await page.keyboard.press('/')
  await page.keyboard.type(absent)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('All of its relations are here.').waitFor()
  const ends = whole.edges
    .map(({ source, target }: { source: string; target: string }) => [source, target])
    .filter((two: string[]) => two.includes(absent))
  expect(await here(page)).toEqual([...new Set([absent, ...ends.flat()])].sort())
  await soon(() => expect(hash(page)).toContain(`entity=${absent}&only=`))
  const second = await openViewer(browser, page.url())
  expect(await here(second.page)).toEqual(await here(page))
  expect(await places(second.page)).toEqual(await places(page))
  expect([...complaints, ...second.complaints]).toEqual([])
})

test('neighbours come by a click, go by a key, and come back by undo', async () => {
  const { page } = await openPart('#entity=ilhom&only=ilhom')
  expect(await here(page)).toEqual(['ilhom'])
  await page.getByText(/^0 of its \d+ relations lead to entities that are here\.$/).waitFor()
  await page.getByRole('button', { name: 'Bring its neighbours' }).click()
  await page.getByText('All of its relations are here.').waitFor()
  const brought = await here(page)
  expect(brought.length).toBeGreaterThan(2)
  await page.getByRole('button', { name: 'Take its neighbours away' }).focus()
  await page.keyboard.press('Enter')
  await soon(async () => expect(await here(page)).toEqual(['ilhom']))
  await page.locator('#picture').focus()
  await page.keyboard.press('Control+z')
  await soon(async () => expect(await here(page)).toEqual(brought))
  await page.getByRole('button', { name: 'Start over' }).click()
  await soon(async () => expect(await here(page)).not.toEqual(brought))
  expect(hash(page)).not.toContain('only=')
})

test('while the server looks for a name the box says so', async () => {
  const { page } = await openPart()
  let answer = () => {}
  const asked = new Promise<void>((done) => {
    answer = done
  })
  await page.route(/\/ask\/.*find/, async (route) => {
    await asked
    await route.continue()
  })
  await page.getByRole('combobox', { name: 'Find an entity' }).fill('ilhom')
  await page.getByText('Searching…').waitFor()
  answer()
  await page.getByRole('option').first().waitFor()
  expect(await page.getByText('Searching…').count()).toBe(0)
  expect(await page.getByRole('option').first().textContent()).not.toContain('hidden')
})

test('letters leave the search before them, and a search that was cut says so', async () => {
  const { page, complaints } = await openPart()
  const answered: string[] = []
  const left: string[] = []
  page.on('requestfailed', (request) => left.push(request.url()))
  const last = encodeURIComponent(JSON.stringify({ kind: 'find', text: 'imu', most: 20 }))
  await page.route('**/ask/*find*', async (route) => {
    // A word that is still being written takes long.
    if (!route.request().url().endsWith(last)) return
    const response = await route.fetch()
    answered.push(route.request().url())
    await route.fulfill({ json: { ...(await response.json()), truncated: true } })
  })
  await page.locator('#picture').focus()
  await page.keyboard.press('/')
  for (const letters of ['i', 'im']) {
    const begun = page.waitForRequest(/find/)
    await page.keyboard.type(letters.slice(-1))
    expect(decodeURIComponent((await begun).url())).toContain(`"text":"${letters}"`)
  }
  await page.keyboard.type('u')
  await page.getByRole('option').first().waitFor()
  await page.getByText('only some were looked at').first().waitFor()
  await soon(() => expect(left).toHaveLength(2))
  expect(answered).toHaveLength(1)
  expect(complaints).toEqual([])
})

test('a search that fails says why, and Enter searches again', async () => {
  const { page } = await openPart()
  await page.route('**/ask/*find*', (route) =>
    route.fulfill({ status: 503, body: 'The server at bolt://there does not answer.\n' }),
  )
  const box = page.getByRole('combobox', { name: 'Find an entity' })
  await box.fill('imu')
  const told = 'The server at bolt://there does not answer. Enter searches again.'
  await page.getByText(told).first().waitFor()
  await page.unroute('**/ask/*find*')
  await box.press('Enter')
  await page.getByRole('option').first().waitFor()
})

test('who types fast asks for the last text alone', async () => {
  const { page } = await openPart()
  const texts: string[] = []
  await page.route(/\/ask\/.*find/, (route) => {
    const question = decodeURIComponent(route.request().url().split('/ask/')[1] ?? '')
    texts.push(JSON.parse(question).text)
    return route.continue()
  })
  const box = page.getByRole('combobox', { name: 'Find an entity' })
  await page.getByRole('button', { name: 'Find others' }).click()
  await box.evaluate((input: HTMLInputElement) => {
    for (const text of ['il', 'ilh', 'ilho', 'ilhom']) {
      input.value = text
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
  })
  const first = page.getByRole('option', { name: /^Ilhom/ }).first()
  await first.waitFor()
  expect(texts).toEqual(['ilhom'])
})

test('what is said aloud counts all relations, what comes with a focus, and a new beginning', async () => {
  const { page } = await openPart('#entity=ilhom&only=ilhom')
  const said = page.getByRole('status')
  const all = await page.evaluate(() => window.dossierViewer.base.beyond.value?.degreeOf('ilhom'))
  await said.getByText(`Ilhom, Person, ${all} relations, 0 of them here`).waitFor()
  await page.locator('#picture').press('n')
  await said.getByText(/^\d+ entities and \d+ relations shown$/).waitFor()
  const focused = await said.textContent()
  expect(focused).toContain(`${(await here(page)).length} entities`)
  await page.getByRole('button', { name: 'Start over' }).click()
  await soon(async () => expect(await said.textContent()).not.toBe(focused))
  expect(await said.textContent()).toContain(`${(await here(page)).length} entities`)
})

test('paths are those of the whole graph, in the same words', async () => {
  const address = '#from=ilhom&to=al-qaeda&right=path'
  const { url } = await serveCopy('graph-data')
  const whole = await openViewer(browser, `${url}${address}`)
  const part = await openPart(address)
  const told = async (page: Page) => {
    const panel = page.getByRole('region', { name: 'Path' })
    await panel.getByText(/^Path 1 of/).waitFor()
    return panel.getByRole('listitem').allTextContents()
  }
  expect(await told(part.page)).toEqual(await told(whole.page))
  expect((await here(part.page)).length).toBeLessThan((await here(whole.page)).length)
})

test('a path is not asked for again when somebody else comes', async () => {
  const { page } = await openPart('#from=ilhom&to=al-qaeda&right=path')
  const path = page.getByRole('region', { name: 'Path' })
  await path.getByText(/^Path 1 of/).waitFor()
  const asked: string[] = []
  page.on('request', (request) => asked.push(decodeURIComponent(request.url())))
  const first = await here(page)
  const { nodes } = await page.evaluate(async () => (await fetch('graph.json')).json())
  const { key: absent } = nodes.findLast(({ key }: { key: string }) => !first.includes(key))
  await page.evaluate((id) => {
    const select = { selected: { kind: 'entity', id } } as const
    window.dossierViewer.change((view) => ({ ...view, ...select }))
  }, absent)
  await soon(async () => expect(await here(page)).toContain(absent))
  expect(asked.filter((url) => url.includes('"paths"'))).toEqual([])
  await path.getByRole('button', { name: 'Turn around' }).click()
  await soon(() => expect(asked.some((url) => url.includes('"paths"'))).toBe(true))
})

test('a link to a relation shows its evidence, and one to nobody says so', async () => {
  const key = 'makhdum-nusrat--leads--imu'
  const { page } = await openPart(`#relation=${key}&only=nobody-at-all`)
  await page.getByText(/This graph has no “nobody-at-all”/).waitFor()
  const panel = page.getByRole('region', { name: 'Evidence' })
  await panel.getByRole('heading', { name: /Nusrat/ }).waitFor()
  await panel.getByText('ISAF, Afghan forces kill top IMU commander in north').first().waitFor()
  expect(await here(page)).toEqual(['imu', 'makhdum-nusrat'])
})

test('a saved file appears in the part that is here', async () => {
  const { page, folder } = await openPart('#entity=ilhom')
  const before = await here(page)
  const file = join(folder, 'people/ilhom.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^name: .*/m, 'name: Ilhom the Second'))
  await page.getByRole('heading', { name: 'Ilhom the Second' }).waitFor()
  expect(await here(page)).toEqual(before)
})
