import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { readSources } from '../../src/documents/read-sources.ts'
import { viewChoices, viewKeys } from '../../src/model/view-keys.ts'
import { publishedViews } from '../../src/site/published-views.ts'
import { formatHash } from '../../viewer/state/format-hash.ts'
import { parseHash } from '../../viewer/state/parse-hash.ts'
import {
  initialView,
  leftPanels,
  rightPanels,
  sourceModes,
  themes,
} from '../../viewer/state/view-state.ts'
import { graphOf, pageOnDisk } from './published.ts'
import { launchBrowser, openViewer, serveCopy, turnTo } from './viewer-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Views' })

test('a view is kept in the base by the mouse, opened again and forgotten', async () => {
  const { url, folder } = await serveCopy('graph-data')
  const { page, complaints } = await openViewer(browser, `${url}#entity=ilhom&around=ilhom&hops=2`)
  await page.getByRole('button', { name: 'Views', exact: true }).click()
  await dialog(page).getByLabel('Name').fill('Around "Ilhom" & co: <b>')
  await dialog(page).getByLabel('What to see in it').fill('علي # is first')
  await dialog(page).getByRole('button', { name: 'Keep', exact: true }).click()
  const kept = dialog(page).getByRole('button', { name: /^Around "Ilhom" & co: <b>/ })
  await kept.waitFor()
  expect(
    readFileSync(join(folder, 'views.yaml'), 'utf8'),
  ).toContain(`  - name: 'Around "Ilhom" & co: <b>'
    note: "علي # is first"
    show:
      entity: ilhom
      around: ilhom
      hops: 2
`)
  await page.keyboard.press('Escape')
  await turnTo(page, '#entity=imu')
  await page.getByRole('button', { name: 'Views', exact: true }).click()
  await kept.click()
  await page.waitForFunction(() => location.hash === '#entity=ilhom&around=ilhom&hops=2')
  await page.getByRole('button', { name: 'Views', exact: true }).click()
  await dialog(page)
    .getByRole('button', { name: /^Forget “Around/ })
    .click()
  await kept.waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})

test('the keyboard alone keeps and opens a view', async () => {
  const { url } = await serveCopy('graph-data')
  const { page } = await openViewer(browser, `${url}#entity=imu`, { width: 390, height: 844 })
  await page.keyboard.press('v')
  await dialog(page).getByLabel('Name').focus()
  await page.keyboard.type('Mine')
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('button', { name: 'Mine', exact: true }).waitFor()
  await dialog(page).getByText('“Mine” is kept in views.yaml.').waitFor()
  await dialog(page).getByRole('button', { name: 'Mine', exact: true }).focus()
  await page.keyboard.press('Enter')
  await dialog(page).waitFor({ state: 'hidden' })
})

test('a page on a disk offers the views of the base, and nothing to write', async () => {
  const graph = await graphOf('graph-data')
  const { views } = compile(await readSources('graph-data'))
  const { page, complaints } = await openViewer(browser, pageOnDisk(graph, views))
  await page.keyboard.press('v')
  const [first] = views
  await dialog(page)
    .getByRole('button', { name: first?.name ?? '' })
    .click()
  await page.waitForFunction(() => location.hash.includes('around=makhdum-nusrat'))
  await page.keyboard.press('v')
  expect(await dialog(page).getByLabel('Name').count()).toBe(0)
  expect(complaints).toEqual([])
})

test('a published part offers no view that names what it lacks', async () => {
  const graph = await graphOf('graph-data')
  const { views: shipped } = compile(await readSources('graph-data'))
  const others = ['relation=makhdum-nusrat--leads--imu', 'pin=makhdum-nusrat:1:2', 'find=Nusrat']
  const views = [...shipped, ...others.map((address) => ({ name: address, address }))]
  expect(publishedViews(graph, views, false)).toEqual(views)
  graph.dropNode('makhdum-nusrat')
  expect(publishedViews(graph, views, true).map(({ address }) => address)).toEqual([
    expect.stringContaining('entity=imu'),
  ])
})

test('the keys of a view are those of the address', () => {
  const all = formatHash({
    ...initialView,
    selected: { kind: 'entity', id: 'a' },
    ...{ hiddenTypes: ['a'], hiddenRelations: ['a'], hiddenEntities: ['a'], chosen: ['a'] },
    ...{ only: ['a'], pins: [{ id: 'a', x: 1, y: 2 }], minConfidence: 'probable', inferred: false },
    focus: { around: 'a', hops: 1 },
    path: { from: 'a', to: 'b', shown: 1, anywhere: true },
    source: { id: 'a', mode: 'only' },
    ...{
      saidBy: 'a',
      withoutSpeaker: 'a',
      time: { from: 0, to: 9 },
      compare: 12,
      inactive: false,
      search: 'a',
    },
    camera: { x: 1, y: 1, span: 1 },
    ...{ theme: 'dark', left: 'outline', right: 'path', timeline: true },
  })
  const keys = [...new URLSearchParams(all.slice(1)).keys()]
  expect([...keys, 'relation'].sort()).toEqual(Object.keys(viewKeys).sort())
  expect(viewChoices).toMatchObject({
    ...{ claims: sourceModes.filter((mode) => mode !== 'light') },
    ...{ theme: themes, left: leftPanels, right: rightPanels },
  })
  for (const [key, words] of Object.entries(viewChoices)) {
    const lone = { claims: 'source=a&', through: 'from=a&', inactive: 'when=2010&' }[key] ?? ''
    for (const word of words)
      expect(formatHash(parseHash(`#${lone}${key}=${word}`))).toContain(word)
  }
})
