import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { soon } from '../soon.ts'
import { axeFaults } from './axe-faults.ts'
import {
  atRest,
  hovered,
  launchBrowser,
  openPage,
  openViewer,
  paintedPixels,
  placeOf,
  relationsBetween,
  serveCopy,
} from './viewer-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const hash = (page: Page) => decodeURIComponent(new URL(page.url()).hash)
const evidence = (page: Page) => page.getByRole('region', { name: 'Evidence' })

async function openShipped(address = '', size?: { width: number; height: number }) {
  const served = await serveCopy('graph-data')
  return { ...served, ...(await openViewer(browser, `${served.url}${address}`, size)) }
}

describe('with the mouse', () => {
  test('the picture is painted, and the page complains of nothing', async () => {
    const { page, complaints } = await openShipped()
    expect(await paintedPixels(page, 'nodes')).toBeGreaterThan(3000)
    expect(await paintedPixels(page, 'edges')).toBeGreaterThan(3000)
    expect(await page.title()).toContain('The IMU in northern Afghanistan')
    expect(complaints).toEqual([])
  })

  test('a click on a node opens its evidence', async () => {
    const { page } = await openShipped()
    const { x, y } = await placeOf(page, 'ilhom')
    await page.mouse.click(x, y)
    await soon(() => expect(hash(page)).toContain('entity=ilhom'))
    const panel = evidence(page)
    await panel.getByRole('heading', { name: 'Ilhom' }).waitFor()
    expect(await panel.innerText()).toContain(
      'Ilhom bore responsibility for Taloqan funeral suicide attack',
    )
    await panel.getByText('1 source').first().click()
    await soon(async () => expect(await panel.innerText()).toMatch(/paragraph 13/i))
  })

  test('a click on a line between two entities reads the claim out', async () => {
    const { page } = await openShipped()
    // Several relations bend apart between the two, among many others that cross them.
    const ends = [await placeOf(page, 'makhdum-nusrat'), await placeOf(page, 'imu')] as const
    const both = ['makhdum-nusrat--leads--imu', 'makhdum-nusrat--member-of--imu']
    const met = await relationsBetween(page, ...ends, both)
    expect([...met.keys()]).toEqual(expect.arrayContaining(both))
    const { x = 0, y = 0 } = met.get('makhdum-nusrat--leads--imu') ?? {}
    await page.mouse.click(x, y)
    await soon(() => expect(hash(page)).toContain('relation=makhdum-nusrat--leads--imu'))
    const told = await evidence(page).innerText()
    expect(told).toContain('Makhdum Nusrat led Islamic Movement of Uzbekistan')
    expect(told).toContain('senior leader in Afghanistan')
    expect(told).toMatch(/Said by\s+ISAF/i)
    expect(told).toContain('aragraph 2')
    expect(told).toContain('the senior Islamic Movement of Uzbekistan leader in Afghanistan')
    expect(told).toContain('people/makhdum-nusrat.yaml')
  })

  test('hovering lights the neighbourhood and dims the rest', async () => {
    const { page } = await openShipped()
    const { x, y } = await placeOf(page, 'ilhom')
    const pixels = async (id: string) => {
      const place = await placeOf(page, id)
      return (
        await page.screenshot({ clip: { x: place.x - 2, y: place.y - 2, width: 4, height: 4 } })
      ).toString('hex')
    }
    await page.mouse.move(5, 5)
    const [far, neighbour] = [await pixels('europe'), await pixels('imu')]
    await page.mouse.move(x, y, { steps: 4 })
    await soon(async () => expect(await pixels('europe')).not.toBe(far))
    expect(await pixels('imu')).toBe(neighbour)
  })

  test('search finds whatever the spelling, and goes there', async () => {
    const { page } = await openShipped()
    await page.getByRole('combobox', { name: 'Find an entity' }).fill('el Kaida')
    const options = page.getByRole('listbox', { name: 'Search results' }).getByRole('option')
    await options.first().waitFor()
    expect(await options.first().innerText()).toContain('al Qaeda')
    await options.first().click()
    await soon(() => expect(hash(page)).toContain('entity=al-qaeda'))
  })

  test('what was found by another name than its own tells by which', async () => {
    const { page } = await openShipped()
    const box = page.getByRole('combobox', { name: 'Find an entity' })
    const options = page.getByRole('option')
    await box.fill('Islamic Movement of Uzbekistan')
    await options.first().waitFor()
    expect(await options.first().locator('.found-by').count()).toBe(0)
    await box.fill('IMU')
    const imu = options.filter({ hasText: 'Islamic Movement of Uzbekistan' }).first()
    await soon(async () => expect(await imu.locator('.found-by').textContent()).toBe('IMU'))
  })

  test('filters by type and by relation hide and keep the rest in place', async () => {
    const { page } = await openShipped()
    const visible = () =>
      page.evaluate(() => {
        const { nodes, edges } = window.dossierViewer.visible.value
        return { places: nodes.has('kabul'), nodes: nodes.size, edges: edges.size }
      })
    const before = await visible()
    const there = await placeOf(page, 'ilhom')
    await page.getByRole('checkbox', { name: /^Place/ }).uncheck()
    await soon(async () => expect((await visible()).places).toBe(false))
    const without = await visible()
    expect(without.nodes).toBeLessThan(before.nodes)
    expect(await placeOf(page, 'ilhom')).toEqual(there)
    await page
      .getByRole('group', { name: /^Relations/ })
      .getByRole('button', { name: 'Kinds of Operation' })
      .click()
    await page.getByRole('checkbox', { name: 'Killed', exact: true }).uncheck()
    await soon(async () => expect((await visible()).edges).toBeLessThan(without.edges))
    expect(hash(page)).toMatch(/hide-types=.*place/)
    expect(hash(page)).toContain('hide-relations=killed')
  })

  test('two picked entities show their path as cited sentences', async () => {
    const { page } = await openShipped('#entity=makhdum-nusrat')
    await page.getByRole('button', { name: 'Path from here' }).click()
    const { x, y } = await placeOf(page, 'al-qaeda')
    await page.mouse.click(x, y)
    const panel = page.getByRole('region', { name: 'Path' })
    await panel.getByText('Path 1 of 4, 2 steps').waitFor()
    const told = await panel.innerText()
    expect(told).toContain('Makhdum Nusrat led Islamic Movement of Uzbekistan')
    expect(told).toContain('Islamic Movement of Uzbekistan and al Qaeda were allies')
    expect(told).toContain('All of these claims can be true together until 2012')
    await panel.getByRole('button', { name: 'Next path' }).click()
    await panel.getByText('Path 2 of 4').waitFor()
  })

  test('a path tells where its dates are conclusions', async () => {
    const { page } = await openShipped('#from=ilhom&to=isaf&right=path')
    const panel = page.getByRole('region', { name: 'Path' })
    await panel.getByText('Path 1 of 1, 2 steps').waitFor()
    expect(await panel.innerText()).toContain(
      'The date is that of Raid that killed Ilhom; the curator concludes it',
    )
  })
})

describe('with the keyboard alone', () => {
  test('search, walk, evidence, path, filters, clear', async () => {
    const { page } = await openShipped()
    await page.keyboard.press('/')
    await page.keyboard.type('ilhom')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await soon(() => expect(hash(page)).toContain('entity=ilhom'))

    await page.keyboard.press(']')
    await soon(() => expect(hash(page)).toMatch(/relation=\S*ilhom/))

    await page.keyboard.press('/')
    await page.keyboard.type('makhdum')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await soon(() => expect(hash(page)).toContain('entity=makhdum-nusrat'))
    await page.keyboard.press('p')
    await page.keyboard.press('/')
    await page.keyboard.type('al qaeda')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Path 1 of 4, 2 steps').waitFor()

    await page.keyboard.press('Escape')
    await soon(() => expect(hash(page)).not.toContain('to=al-qaeda'))
  })

  test('the outline walks relation by relation, in step with the picture', async () => {
    const { page } = await openShipped('#left=outline')
    const tree = page.getByRole('tree', { name: 'Entities and relations' })
    await tree.waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('ilhom')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await soon(() => expect(hash(page)).toContain('entity=ilhom'))
    await tree.locator('[aria-selected=true], [aria-current=true]').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await soon(() => expect(hash(page)).toMatch(/relation=\S*ilhom/))
  })

  test('arrows walk from node to node in the picture, and Tab gets there', async () => {
    const { page } = await openShipped('#entity=imu')
    await page.locator('#picture').focus()
    await page.keyboard.press('ArrowRight')
    await soon(() => expect(hash(page)).not.toMatch(/entity=imu(&|$)/))
    expect(hash(page)).toMatch(/entity=/)
  })

  test('who closes a panel goes on in the picture', async () => {
    const { page } = await openShipped()
    await page.getByRole('button', { name: 'Close Filters' }).focus()
    await page.keyboard.press('Enter')
    await soon(() => expect(hash(page)).toContain('left=none'))
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('picture')
  })

  test('help opens, holds the focus, and gives it back', async () => {
    const { page } = await openShipped()
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await soon(async () =>
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Keys'),
    )
    for (let press = 0; press < 6; press++) await page.keyboard.press('Tab')
    expect(
      await dialog.evaluate(
        (element) =>
          element.contains(document.activeElement) || document.activeElement === document.body,
      ),
    ).toBe(true)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })
})

describe('for a screen reader', () => {
  test.each([
    ['everything', ''],
    ['an entity and the outline', '#entity=ilhom&left=outline'],
    ['a relation', '#relation=makhdum-nusrat--leads--imu'],
    ['a path, dark', '#from=makhdum-nusrat&to=al-qaeda&right=path&theme=dark'],
  ])('axe finds no fault with %s', async (_, address) => {
    const { url } = await serveCopy('graph-data')
    expect(await axeFaults(browser, `${url}${address}`)).toEqual([])
  })

  // Axe cannot see into a canvas, so what stands for it is asked for by name.
  test('the picture has a role, a name and a description of what is chosen', async () => {
    const { page } = await openShipped()
    const picture = page.getByRole('application', {
      name: 'Graph of 71 entities and 143 relations',
    })
    await picture.focus()
    await page.keyboard.press('ArrowRight')
    await soon(async () => expect(await page.getByRole('status').allInnerTexts()).not.toEqual(['']))
  })
})

describe('the link', () => {
  test('a second page with the same address shows the same view', async () => {
    const { page } = await openShipped(
      '#entity=ilhom&hide-types=place&hide-relations=killed&confidence=possible&theme=dark&left=filters',
    )
    const { x, y } = await placeOf(page, 'imu')
    await page.mouse.move(x, y)
    await page.mouse.wheel(0, -300)
    await soon(() => expect(hash(page)).toContain('at='))
    await settled(page)
    const second = await openViewer(browser, page.url())
    expect(new URL(second.page.url()).hash).toBe(new URL(page.url()).hash)
    // The address keeps six digits of the camera.
    const state = (of: Page) =>
      of.evaluate(() =>
        JSON.stringify(window.dossierViewer.view.value, (_, value) =>
          typeof value === 'number' ? Number(value.toPrecision(6)) : value,
        ),
      )
    expect(await state(second.page)).toBe(await state(page))
    const [first, again] = [await placeOf(page, 'imu'), await placeOf(second.page, 'imu')]
    expect(Math.abs(first.x - again.x) + Math.abs(first.y - again.y)).toBeLessThan(2)
    expect(await evidence(second.page).innerText()).toBe(await evidence(page).innerText())
  })

  test('an id that is not there is told, not crashed on', async () => {
    const { page, complaints } = await openShipped(
      '#entity=nobody-here&hide-types=dragons&at=x,y,z',
    )
    await page.getByText('nobody-here').first().waitFor()
    expect(complaints).toEqual([])
  })
})

describe('live', () => {
  test('a saved file appears; broken data keep the last good graph and show the place', async () => {
    const { page, folder } = await openShipped('#entity=ilhom')
    const has = (id: string) =>
      page.evaluate((node) => window.dossierViewer.graph.value?.hasNode(node) === true, id)
    const file = join(folder, 'people/new-witness.yaml')
    writeFileSync(
      file,
      'type: person\nname: New Witness\nrelations:\n  - member-of: imu\n    cite: lwj-nusrat#p1\n',
    )
    await soon(async () => expect(await has('new-witness')).toBe(true))
    expect(hash(page)).toContain('entity=ilhom')

    writeFileSync(
      file,
      'type: person\nname: New Witness\nrelations:\n  - member-of: imuu\n    cite: lwj-nusrat#p1\n',
    )
    const panel = page.getByRole('region', { name: 'Diagnostics' })
    await page
      .getByText(/1 error/)
      .first()
      .waitFor({ timeout: 15_000 })
    if (!(await panel.isVisible()))
      await page.getByRole('button', { name: /error/ }).first().click()
    await panel.waitFor()
    await panel.getByText('There is no entity "imuu". Did you mean "imu"?').waitFor()
    expect(await panel.innerText()).toContain('people/new-witness.yaml:4:16')
    expect(await has('new-witness')).toBe(true)

    rmSync(file)
    await soon(async () => expect(await has('new-witness')).toBe(false))
  })

  test('an edit changes the graph in place: places, camera, choice and filters stay', async () => {
    const { page, folder, complaints } = await openShipped('#entity=ilhom&hide-types=document')
    await settled(page)
    const { x, y } = await placeOf(page, 'imu')
    await page.mouse.move(x, y)
    await page.mouse.wheel(0, -300)
    await soon(() => expect(hash(page)).toContain('at='))
    await settled(page)
    const asked = requestsOf(page)
    const state = () =>
      page.evaluate(() => {
        const { graph, view } = window.dossierViewer
        const places = graph.value?.mapNodes((id, node) => [id, node.x, node.y] as const)
        return { view: view.value, places: places?.filter(([id]) => id !== 'new-witness') }
      })
    const before = await state()
    const there = await placeOf(page, 'ilhom')
    await page.evaluate(() => {
      Object.assign(window, { graphBefore: window.dossierViewer.graph.value })
    })

    writeFileSync(
      join(folder, 'people/new-witness.yaml'),
      'type: person\nname: New Witness\nrelations:\n  - member-of: imu\n    cite: lwj-nusrat#p1\n',
    )
    const edge = 'new-witness--member-of--imu'
    await page.waitForFunction((key) => window.dossierViewer.graph.value?.hasEdge(key), edge)
    await atRest(page)
    expect(await state()).toEqual(before)
    expect(await placeOf(page, 'ilhom')).toEqual(there)
    expect(await page.evaluate(() => window.dossierViewer.graph.value === window.graphBefore)).toBe(
      true,
    )
    // The code that applies a change comes with the first one.
    expect(asked()).toEqual([
      expect.stringMatching(/^\/changes\/[0-9a-f]{16}\.json$/),
      '/apply-change.js',
    ])
    const isDrawn = (key: string) =>
      page.evaluate((edge) => {
        const { picture, visible } = window.dossierViewer
        const data = picture.value?.sigma.getEdgeDisplayData(edge)
        return visible.value.edges.has(edge) && data?.hidden === false
      }, key)
    expect(await isDrawn(edge)).toBe(true)
    await page.keyboard.press('/')
    await page.keyboard.type('new witness')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await soon(async () => expect(await evidence(page).innerText()).toContain('New Witness'))
    expect(complaints).toEqual([])
  })

  test('what is under the pointer may be renamed, and may go', async () => {
    const { page, folder, complaints } = await openShipped()
    const file = join(folder, 'people/new-witness.yaml')
    const write = (name: string) =>
      writeFileSync(
        file,
        `type: person\nname: ${name}\nrelations:\n  - member-of: imu\n    cite: lwj-nusrat#p1\n`,
      )
    write('New Witness')
    await page.waitForFunction(() => window.dossierViewer.graph.value?.hasNode('new-witness'))
    await atRest(page)
    await settled(page)
    const { x, y } = await placeOf(page, 'new-witness')
    await page.mouse.move(x - 2, y)
    await page.mouse.move(x, y)
    await soon(async () => expect(await hovered(page)).toMatchObject({ id: 'new-witness' }))
    write('Old Witness')
    const caption = page.locator('.caption')
    await soon(async () => expect(await caption.innerText()).toContain('Old Witness'))
    rmSync(file)
    await soon(async () => expect(await hovered(page)).toBe(null))
    await atRest(page)
    await page.mouse.move(x + 3, y + 3)
    await atRest(page)
    expect(await paintedPixels(page, 'nodes')).toBeGreaterThan(3000)
    expect(complaints).toEqual([])
  })
})

describe('hostile and awkward data', () => {
  const attack = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>'

  test('no text is ever parsed as HTML', async () => {
    const { url, folder } = await serveCopy('test/base')
    writeFileSync(
      join(folder, 'people/mallory.yaml'),
      `type: person\nname: '${attack}'\naliases: ['${attack}']\nsummary: '${attack}'\nattributes:\n  trades: { value: cloth, note: '${attack}', cite: ledger#p1, rivals: [{ value: '${attack}', cite: ledger#p2 }] }\nrelations:\n  - partner-of: hildebrand\n    as: '${attack}'\n    note: '${attack}'\n    cite: { source: ledger, at: p3, quote: '${attack}' }\n`,
    )
    const { page, complaints } = await openViewer(browser, url)
    await page.waitForFunction(() => window.dossierViewer.graph.value?.hasNode('mallory'))
    await page.goto(`${url}#entity=mallory`)
    await soon(async () => expect(await evidence(page).innerText()).toContain('onerror'))
    await page.getByRole('button', { name: /Path from here/ }).click()
    await page.keyboard.press('/')
    await page.keyboard.type('mallory')
    await page.getByRole('option').first().waitFor()
    await page.goto(`${url}#relation=mallory--partner-of--hildebrand`)
    await soon(async () => expect(await evidence(page).innerText()).toContain('onerror'))
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
    expect(await page.locator('img, iframe, object, embed').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('a self loop and parallel relations are drawn and can be picked', async () => {
    const { url, folder } = await serveCopy('test/base')
    writeFileSync(
      join(folder, 'people/mallory.yaml'),
      'type: person\nname: Mallory\ncite: ledger#p1\nrelations:\n  - partner-of: mallory\n  - partner-of: hildebrand\n    when: 1401\n  - apprentice-of: hildebrand\n',
    )
    const { page } = await openViewer(browser, url)
    await page.waitForFunction(() => window.dossierViewer.graph.value?.hasNode('mallory'))
    await atRest(page)
    const { x, y } = await placeOf(page, 'mallory')
    const met = new Set<string>()
    for (const reach of [14, 20, 26, 32, 40]) {
      for (let turn = 0; turn < 24; turn++) {
        const angle = (turn / 24) * 2 * Math.PI
        await page.mouse.move(x + reach * Math.cos(angle), y + reach * Math.sin(angle))
        await atRest(page)
        const item = await hovered(page)
        if (item?.kind === 'relation') met.add(item.id)
      }
    }
    expect([...met]).toEqual(
      expect.arrayContaining([
        'hildebrand--partner-of--mallory',
        'mallory--apprentice-of--hildebrand',
        'mallory--partner-of--mallory',
      ]),
    )
  })

  test('an empty base says what to do', async () => {
    const { url, folder } = await serveCopy('test/base')
    for (const part of ['people', 'guilds', 'cities', 'sources']) {
      rmSync(join(folder, part), { recursive: true })
    }
    const { page, complaints } = await openPage(browser, url)
    await page
      .getByText(/no entities|nothing|empty/i)
      .first()
      .waitFor({ timeout: 10_000 })
    expect(complaints).toEqual([])
  })
})

describe('layout of the page', () => {
  test('in a narrow window the key of the outline opens it in place of the evidence', async () => {
    const { page } = await openShipped('#entity=imu', { width: 390, height: 844 })
    await page.locator('#panel-evidence').waitFor()
    await page.locator('#picture').press('o')
    await page.locator('#panel-outline').waitFor()
    expect(await page.locator('#panel-evidence').count()).toBe(0)
  })

  test.each([
    ['a laptop', { width: 1280, height: 800 }],
    ['a telephone', { width: 390, height: 844 }],
  ])('no panel covers another on %s', async (_, size) => {
    const { page } = await openShipped('#entity=makhdum-nusrat', size)
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll('header, aside, [role=toolbar]')]
        .map((element) => ({
          name: element.className || element.tagName,
          ...element.getBoundingClientRect().toJSON(),
        }))
        .filter(({ width, height }) => width > 0 && height > 0),
    )
    expect(boxes.length).toBeGreaterThan(1)
    const overlap = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
    const covering = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => overlap(a, b))
        .map((b) => [a.name, b.name]),
    )
    expect(covering).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      size.width,
    )
    const picture = await page.locator('#picture').boundingBox()
    expect((picture?.height ?? 0) * (picture?.width ?? 0)).toBeGreaterThan(
      size.width * size.height * 0.2,
    )
  })
})

/** The paths of the data that the page asks for from now on. */
function requestsOf(page: Page): () => readonly string[] {
  const paths: string[] = []
  page.on('request', (request) => paths.push(new URL(request.url()).pathname))
  return () => paths
}

/** Waits until the address, which follows the camera, no longer changes. */
async function settled(page: Page): Promise<void> {
  for (let before = ''; before !== page.url(); ) {
    before = page.url()
    await page.waitForTimeout(700)
  }
}
