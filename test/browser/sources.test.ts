import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenEditor } from '../../src/server/file-opener.ts'
import { soon } from '../soon.ts'
import { axeFaults } from './axe-faults.ts'
import { atRest, launchBrowser, openViewer, placeOf, type Size, serveCopy } from './viewer-page.ts'
import { writeBase } from './write-base.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Of the paper alone: Ada's rank, that she knows Bob, and all that is said of Dan. The court bears one claim out. */
const harbour = {
  'ontology.yaml': `name: Harbour
entities:
  person: { attributes: { rank: text } }
  group: {}
relations:
  leads: { from: person, to: group, kind: affiliation, says: "{source} leads {target}" }
  knows: { symmetric: true, from: person, to: person, kind: acquaintance, says: "{source} knows {target}" }
`,
  'sources/court.yaml': `title: Court file
publisher: City court
reliability: A
published: 2001-05-03
url: https://court.example/file
archive: https://archive.example/court
note: Read in the reading room.
`,
  'sources/paper.yaml': 'title: Evening paper\npublisher: <b>Evening</b>\nreliability: C\n',
  'sources/unused.yaml': 'title: Nobody cites it\n',
  'people.yaml': `entities:
  ada:
    type: person
    name: Ada
    attributes: { rank: { value: captain, cite: paper } }
    relations:
      - { leads: guild, cite: [court, paper] }
      - { knows: bob, cite: paper, said-by: cid }
  bob: { type: person, name: Bob, relations: [{ leads: guild, cite: court }] }
  cid: { type: person, name: Cid }
  dan: { type: person, name: Dan, relations: [{ knows: bob, cite: paper, said-by: cid }] }
`,
  'guild.yaml': 'type: group\nname: Guild\n',
}

async function openHarbour(
  address = '',
  { editor, size }: { editor?: OpenEditor; size?: Size } = {},
) {
  const served = await serveCopy(writeBase(harbour), editor)
  return { ...served, ...(await openViewer(browser, `${served.url}${address}`, size)) }
}

const hash = (page: Page) => decodeURIComponent(new URL(page.url()).hash)
const panel = (page: Page) => page.getByRole('region', { name: 'Sources', exact: true }).first()
const evidence = (page: Page) => page.getByRole('region', { name: 'Evidence' })
const falls = (page: Page) => page.getByRole('region', { name: 'Falls with it' })
const stays = (page: Page) => page.getByRole('region', { name: 'Stays without it' })

/** How the picture draws everything: what has not faded, how wide lines are, around which nodes there is a circle. */
function drawn(page: Page) {
  return page.evaluate(() => {
    const { picture, graph, visible } = window.dossierViewer
    const sigma = picture.value?.sigma
    const look = (data: unknown) => data as { lit: boolean; circled?: boolean; size: number }
    const edges = graph.value?.edges() ?? []
    const nodes = graph.value?.nodes() ?? []
    const shown = edges.filter((edge) => visible.value.edges.has(edge))
    return {
      edges: shown,
      lit: [
        ...nodes.filter((node) => look(sigma?.getNodeDisplayData(node)).lit),
        ...shown.filter((edge) => look(sigma?.getEdgeDisplayData(edge)).lit),
      ],
      wide: shown.filter((edge) => look(sigma?.getEdgeDisplayData(edge)).size > 3),
      circled: nodes.filter((node) => look(sigma?.getNodeDisplayData(node)).circled),
    }
  })
}

const all = ['ada--knows--bob', 'ada--leads--guild', 'bob--knows--dan', 'bob--leads--guild']
const ofPaperAlone = ['ada--knows--bob', 'bob--knows--dan']

describe('with the mouse', () => {
  test('the sources are listed, those that carry most first, each with what rests on it', async () => {
    const { page, complaints } = await openHarbour()
    await page.getByRole('button', { name: 'Sources', exact: true }).click()
    await soon(() => expect(hash(page)).toContain('left=sources'))
    await panel(page).getByRole('listitem').first().waitFor()
    const told = (await panel(page).getByRole('listitem').allInnerTexts()).map((text) =>
      text.split(/\n+/),
    )
    expect(told).toEqual([
      [
        'Evening paper',
        '<b>Evening</b>. Reliability C, fairly reliable.',
        '4 claims, 3 on it alone',
      ],
      [
        'Court file',
        'City court. Published on 3 May 2001. Reliability A, completely reliable.',
        '2 claims, 1 on it alone',
      ],
      ['Nobody cites it', 'No claim cites it'],
    ])
    await panel(page).getByRole('combobox', { name: 'Order' }).selectOption('Title')
    await soon(async () =>
      expect(await panel(page).locator('.source-title').allInnerTexts()).toEqual([
        'Court file',
        'Evening paper',
        'Nobody cites it',
      ]),
    )
    expect(complaints).toEqual([])
  })

  test('choosing one lights what cites it, and marks what falls with it', async () => {
    const { page } = await openHarbour('#left=sources')
    await panel(page).getByRole('link', { name: 'Evening paper' }).click()
    await soon(() => expect(hash(page)).toContain('source=paper'))
    await atRest(page)
    const { edges, lit, wide, circled } = await drawn(page)
    expect(edges).toEqual(all)
    expect(lit).toEqual([
      ...['ada', 'bob', 'dan', 'guild'],
      ...['ada--knows--bob', 'ada--leads--guild', 'bob--knows--dan'],
    ])
    expect(wide).toEqual(ofPaperAlone)
    expect(circled).toEqual(['dan'])

    const fallen = await falls(page).innerText()
    expect(fallen).toMatch(/^\s*Falls with it 3\s+Nothing else is said of Dan\s+Ada/)
    expect(fallen).toContain('Rank: captain')
    expect(fallen).toContain('Ada knows Bob')
    expect(fallen).toContain('Bob knows Dan')
    expect(await stays(page).innerText()).toMatch(
      /^\s*Stays without it 1\s+Ada\s+Ada leads Guild\s+2 sources/,
    )
    await stays(page).getByRole('link', { name: 'Ada leads Guild' }).click()
    await soon(async () => expect(await evidence(page).innerText()).toContain('City court'))
    await panel(page).getByRole('button', { name: 'All sources' }).click()
    await soon(() => expect(hash(page)).not.toContain('source='))
    await atRest(page)
    expect((await drawn(page)).wide).toEqual(['ada--leads--guild'])
    expect((await drawn(page)).circled).toEqual([])
  })

  test('where all rests on one source the panel says so, and the picture is as it was', async () => {
    const { url } = await serveCopy('graph-data')
    const { page } = await openViewer(browser, `${url}#left=sources&source=lwj-nusrat`)
    await falls(page).getByText('All that is said of anything.').waitFor()
    const { wide, circled, lit } = await drawn(page)
    expect([wide, circled]).toEqual([[], []])
    expect(lit).toHaveLength(71 + 143)
  })

  test('a box narrows many sources', async () => {
    const { page, folder } = await openHarbour('#left=sources')
    expect(await panel(page).getByRole('textbox').count()).toBe(0)
    for (const number of [1, 2, 3, 4, 5]) {
      writeFileSync(
        join(folder, `sources/letter-${number}.yaml`),
        `title: Lettre d'été ${number}\n`,
      )
    }
    const box = panel(page).getByRole('textbox', { name: 'Narrow the sources' })
    await box.fill('ete 4')
    const titles = panel(page).locator('.source-title')
    await soon(async () => expect(await titles.allInnerTexts()).toEqual(["Lettre d'été 4"]))
    expect(await panel(page).getByRole('heading').innerText()).toBe('1 of 8 sources')
  })

  test('the source has its facts, its ways out and its place in the files', async () => {
    const { page } = await openHarbour('#left=sources&source=court')
    const told = await panel(page).innerText()
    expect(told).toContain('Reliability A, completely reliable.')
    expect(told).toContain('Read in the reading room.')
    expect(told).toContain('sources/court.yaml:1')
    const links = panel(page).locator('a[target=_blank]')
    expect(await links.evaluateAll((each) => each.map((a) => a.getAttribute('href')))).toEqual([
      'https://court.example/file',
      'https://archive.example/court',
    ])
  })

  test('without it, what rests on it alone is gone from the picture, and nothing moves', async () => {
    const { page } = await openHarbour('#left=sources&source=paper')
    const there = await placeOf(page, 'dan')
    await panel(page).getByRole('button', { name: 'Without it' }).click()
    await soon(() => expect(hash(page)).toContain('claims=without'))
    await atRest(page)
    expect((await drawn(page)).edges).toEqual(['ada--leads--guild', 'bob--leads--guild'])
    expect(await placeOf(page, 'dan')).toEqual(there)

    await falls(page).getByRole('link', { name: 'Bob knows Dan' }).click()
    await evidence(page).getByText('This relation is hidden in the picture.').waitFor()
    await evidence(page).getByRole('button', { name: 'Show everything' }).click()
    await soon(() => expect(hash(page)).not.toContain('claims='))
    expect(hash(page)).toContain('source=paper')
    expect((await drawn(page)).edges).toEqual(all)
    await page.getByRole('button', { name: 'Undo' }).click()
    await soon(() => expect(hash(page)).toContain('claims=without'))
  })

  test('the filters keep what one source or one speaker says', async () => {
    const { page } = await openHarbour('#left=filters')
    const filters = page.getByRole('region', { name: 'Filters' })
    const source = filters.getByRole('combobox', { name: 'Source' })
    expect(await source.locator('option').allInnerTexts()).toEqual([
      'Any',
      '\u2068Evening paper\u2069 (4)',
      '\u2068Court file\u2069 (2)',
    ])
    await source.selectOption('\u2068Court file\u2069 (2)')
    await soon(async () =>
      expect((await drawn(page)).edges).toEqual(['ada--leads--guild', 'bob--leads--guild']),
    )
    expect(hash(page)).toContain('source=court&claims=only')
    await source.selectOption('Any')
    await filters.getByRole('combobox', { name: 'Said by' }).selectOption('\u2068Cid\u2069 (2)')
    await soon(async () => expect((await drawn(page)).edges).toEqual(ofPaperAlone))
    expect(hash(page)).toContain('said-by=cid')
    await filters.getByRole('combobox', { name: 'Left out' }).selectOption('\u2068Cid\u2069 (2)')
    await soon(async () =>
      expect((await drawn(page)).edges).toEqual(['ada--leads--guild', 'bob--leads--guild']),
    )
    expect(hash(page)).toMatch(/without-speaker=cid/)
    expect(hash(page)).not.toContain('said-by')
    await filters.getByRole('button', { name: 'Show everything' }).click()
    await soon(async () => expect((await drawn(page)).edges).toEqual(all))
  })

  test('the evidence leads to the speaker and to the source', async () => {
    const { page } = await openHarbour('#relation=ada--knows--bob&left=filters')
    const only = evidence(page).getByRole('button', { name: 'Only what Cid said' })
    await only.click()
    await soon(async () => expect((await drawn(page)).edges).toEqual(ofPaperAlone))
    expect(await only.getAttribute('aria-pressed')).toBe('true')
    await only.click()
    await soon(() => expect(hash(page)).not.toContain('said-by'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await soon(() => expect(hash(page)).toContain('without-speaker=cid'))
    const without = evidence(page).getByRole('button', { name: 'Without what Cid alone said' })
    expect(await without.getAttribute('aria-pressed')).toBe('true')
    expect((await drawn(page)).edges).toEqual(['ada--leads--guild', 'bob--leads--guild'])
    await without.press('Enter')
    await soon(() => expect(hash(page)).not.toContain('without-speaker'))
    await evidence(page).getByRole('link', { name: 'Evening paper' }).click()
    await falls(page).waitFor()
    expect(hash(page)).toContain('relation=ada--knows--bob')
  })
})

describe('with the keyboard alone', () => {
  test('S, a source, what falls, without it, and back', async () => {
    const { page } = await openHarbour()
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    await page.keyboard.press('s')
    await soon(async () => expect(await focused()).toBe('3 sources'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await focused()).toContain('Evening paper')
    await page.keyboard.press('Enter')
    await soon(async () => expect(await focused()).toBe('Evening paper'))
    await soon(async () =>
      expect(await page.getByRole('status').allInnerTexts()).toContain(
        'Evening paper: 4 claims, 3 on it alone',
      ),
    )
    for (let press = 0; press < 9 && (await focused()) !== 'Without it'; press++) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Space')
    await soon(() => expect(hash(page)).toContain('claims=without'))
    expect(await focused()).toBe('Without it')
    await soon(async () =>
      expect(await page.getByRole('status').allInnerTexts()).toContain(
        '5 entities and 2 relations shown',
      ),
    )
    for (let press = 0; press < 9 && !(await focused()).startsWith('Ada knows Bob'); press++) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await soon(() => expect(hash(page)).toContain('relation=ada--knows--bob'))
    await page.keyboard.press('Escape')
    await soon(() => expect(hash(page)).not.toContain('relation='))
    await page.keyboard.press('Escape')
    await soon(() => expect(hash(page)).not.toContain('source='))
    expect((await drawn(page)).edges).toEqual(all)
  })
})

describe('the link', () => {
  test.each([
    '#source=paper&claims=without&left=sources',
    '#source=court&claims=only&said-by=cid&left=filters',
    '#source=paper&left=sources',
  ])('%s shows the same on a second page', async (address) => {
    const { page } = await openHarbour(address)
    expect(hash(page)).toBe(address)
    const second = await openViewer(browser, page.url())
    expect(await second.page.locator('.panel.is-left').innerText()).toBe(
      await page.locator('.panel.is-left').innerText(),
    )
    expect(await drawn(second.page)).toEqual(await drawn(page))
  })

  test('a source or a speaker that is not there is told', async () => {
    const { page, complaints } = await openHarbour('#source=gone&said-by=nobody&left=sources')
    await page.getByText('This graph has no “gone” and “nobody”').waitFor()
    expect(hash(page)).toBe('#left=sources')
    expect(complaints).toEqual([])
  })

  test('an edit that takes the source away leaves the page whole', async () => {
    const { page, folder, complaints } = await openHarbour('#source=unused&left=sources')
    await falls(page).getByText('Every claim that cites it cites something else, too.').waitFor()
    rmSync(join(folder, 'sources/unused.yaml'))
    await soon(() => expect(hash(page)).toBe('#left=sources'))
    expect(await panel(page).getByRole('heading').innerText()).toBe('2 sources')
    expect(complaints).toEqual([])
  })
})

describe('for a screen reader', () => {
  test.each([
    '#left=sources',
    '#left=sources&source=paper',
    '#left=sources&source=paper&theme=dark',
  ])('axe finds no fault with %s', async (address) => {
    const { url } = await serveCopy(writeBase(harbour))
    expect(await axeFaults(browser, `${url}${address}`)).toEqual([])
  })
})

describe('places in the files', () => {
  test('open in the editor, from the evidence and from the diagnostics', async () => {
    const opened: (readonly [string, number])[] = []
    const editor: OpenEditor = async (path, line) => void opened.push([path, line])
    const { page, folder, complaints } = await openHarbour('#relation=ada--leads--guild', {
      editor,
    })
    await evidence(page).getByRole('button', { name: 'Open in editor: people.yaml:7' }).click()
    await soon(() => expect(opened).toEqual([[join(folder, 'people.yaml'), 7]]))
    await soon(async () =>
      expect(await page.getByRole('status').allInnerTexts()).toContain(
        'people.yaml:7 is open in the editor.',
      ),
    )
    await page.getByRole('button', { name: /warning/ }).click()
    const diagnostics = page.getByRole('region', { name: 'Diagnostics' })
    // A second window so soon would be a slip of the hand.
    await new Promise((resolve) => setTimeout(resolve, 600))
    await diagnostics
      .getByRole('button', { name: 'Open in editor: sources/unused.yaml:1:1' })
      .click()
    await soon(() => expect(opened.slice(1)).toEqual([[join(folder, 'sources/unused.yaml'), 1]]))
    expect(complaints).toEqual([])
  })

  test('an editor that does not start is told on the page', async () => {
    const editor: OpenEditor = () => Promise.reject(new Error('Not today.'))
    const { page } = await openHarbour('#relation=ada--leads--guild', { editor })
    await evidence(page)
      .getByRole('button', { name: /^Open in editor/ })
      .click()
    await page.locator('.message').getByText('The editor cannot be started.').waitFor()
  })

  test('are copied where there is no editor', async () => {
    const { page } = await openHarbour('#entity=ada')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    expect(await page.getByRole('button', { name: /^Open in editor/ }).count()).toBe(0)
    await evidence(page).getByRole('button', { name: 'Copy people.yaml:2' }).click()
    await soon(async () =>
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('people.yaml:2'),
    )
  })
})

test('on a phone the sources are a sheet, and a choice from the evidence opens it', async () => {
  const { page, complaints } = await openHarbour('', { size: { width: 390, height: 844 } })
  await page.getByRole('navigation', { name: 'Panels' }).getByText('Sources').click()
  await panel(page).getByRole('link', { name: 'Evening paper' }).click()
  await falls(page).getByRole('link', { name: 'Ada knows Bob' }).click()
  await evidence(page).getByRole('link', { name: 'Evening paper' }).click()
  await falls(page).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(complaints).toEqual([])
})
