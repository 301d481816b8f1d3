import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { soon } from '../soon.ts'
import { launchBrowser, openViewer, serveCopy } from './viewer-page.ts'
import { writeBase } from './write-base.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const dawud = 'داود'
const shlomo = 'שלמה (כהן)'
const guild = 'אגודה'

/** English sentences about people and sources whose names run to the left. */
const base = {
  'ontology.yaml': `name: Harbour
entities:
  person: { label: Person }
  group: { label: קבוצה }
relations:
  leads: { from: person, to: group, kind: affiliation, says: "{source} leads {target} today" }
  knows: { symmetric: true, from: person, to: person, kind: acquaintance, label: מכיר, says: "{source} knows {target}" }
`,
  'sources/paper.yaml': 'title: עיתון ערב (3)\npublisher: הוצאה 7\nauthor: سمير\nparagraphs: 9\n',
  'people.yaml': `entities:
  dawud:
    type: person
    name: ${dawud}
    aliases: [دود, דוד, David]
    relations:
      - { leads: guild, cite: [paper#p2, paper#p4], when: 2001, said-by: shlomo }
      - { knows: shlomo, cite: paper#p1, when: 2002-05 }
  shlomo: { type: person, name: "${shlomo}", relations: [{ leads: guild, cite: paper, when: 2003 }] }
`,
  'guild.yaml': `type: group\nname: ${guild}\ncount: 2\n`,
}

async function openBase(address = '') {
  const { url } = await serveCopy(writeBase(base))
  return openViewer(browser, `${url}${address}`)
}

/** Texts in the order in which they stand on their line, from the left. */
function fromLeft(place: Locator, wanted: readonly string[]): Promise<string[]> {
  return place.first().evaluate((element, texts) => {
    const nodes: Text[] = []
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) nodes.push(walker.currentNode as Text)
    const leftOf = (text: string) => {
      const node = nodes.find(({ data }) => data.includes(text))
      if (!node) return Number.NaN
      const range = document.createRange()
      range.setStart(node, node.data.indexOf(text))
      range.setEnd(node, node.data.indexOf(text) + text.length)
      return range.getBoundingClientRect().left
    }
    return [...texts].sort((a, b) => leftOf(a) - leftOf(b))
  }, wanted)
}

/** In the width of a whole line, so that nothing is broken. */
async function widen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('.panel-body * { white-space: nowrap !important }')
    document.adoptedStyleSheets.push(sheet)
  })
}

describe('names that run to the left', () => {
  test('stand in sentences where the sentence has them', async () => {
    const { page } = await openBase('#entity=dawud')
    await widen(page)
    const sentence = page.getByRole('link', { name: `${dawud} leads` })
    const words = [dawud, ' leads ', guild, 'today', 'in 2001']
    expect(await fromLeft(sentence, words)).toEqual(words)
    const known = page.getByRole('link', { name: `${dawud} knows` })
    const others = [dawud, ' knows ', shlomo, 'May 2002']
    expect(await fromLeft(known, others)).toEqual(others)
  })

  test('stand in headings, lists and lines of evidence in their own direction', async () => {
    const { page } = await openBase('#entity=shlomo&left=outline')
    await widen(page)
    const direction = (place: Locator) =>
      place.first().evaluate((element) => getComputedStyle(element).direction)
    expect(await direction(page.locator('#panel-evidence h2 bdi'))).toBe('rtl')
    expect(await direction(page.locator('.outline-row bdi', { hasText: shlomo }))).toBe('rtl')
    await page.goto(`${page.url().split('#')[0]}#relation=dawud--leads--guild`)
    await page.getByRole('heading', { name: `${dawud} leads ${guild} today.` }).waitFor()
    const heading = [dawud, ' leads ', guild, 'today']
    expect(await fromLeft(page.locator('#panel-evidence h2'), heading)).toEqual(heading)
    const origin = ['הוצאה 7', ', ', 'سمير']
    expect(await fromLeft(page.locator('.citation .quiet'), origin)).toEqual(origin)
    const ends = await page.locator('.ends bdi').allInnerTexts()
    expect(ends).toEqual([dawud, guild])
  })

  test('stand in lists of names in the order of the list', async () => {
    const { page } = await openBase('#entity=dawud')
    await widen(page)
    const names = ['Also', 'دود', 'דוד', 'David']
    expect(await fromLeft(page.locator('.quiet', { hasText: 'Also' }), names)).toEqual(names)
  })

  test('stand in paths between what is said of them, and in what is said of the pointer', async () => {
    const { page } = await openBase('#from=dawud&to=shlomo&right=path')
    await widen(page)
    const ends = [dawud, 'to', shlomo]
    expect(await fromLeft(page.locator('#panel-path h2'), ends)).toEqual(ends)
    const cited = ['“', 'עיתון ערב (3)', 'paragraph 1']
    expect(await fromLeft(page.locator('.hops .quiet'), cited.slice(1))).toEqual(cited.slice(1))
    await page.evaluate(() => {
      window.dossierViewer.hovered.value = { kind: 'entity', id: 'guild' }
    })
    const caption = [guild, 'קבוצה', '2 relations']
    await soon(async () =>
      expect(await fromLeft(page.locator('.caption'), caption)).toEqual(caption),
    )
  })

  test('are drawn to the left in the picture, and no page moves their place', async () => {
    const { url } = await serveCopy(writeBase(base))
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    await context.addInitScript(() => {
      const drawn = new Map<string, string>()
      Object.assign(window, { graphBefore: drawn })
      const fillText = CanvasRenderingContext2D.prototype.fillText
      CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
        drawn.set(text, `${this.direction} ${this.textAlign === 'start' ? 'unplaced' : 'placed'}`)
        fillText.call(this, text, x, y)
      }
    })
    const page = await context.newPage()
    await page.goto(`${url}#entity=dawud`)
    await soon(async () => {
      const drawn = await page.evaluate(() => [...(window.graphBefore as Map<string, string>)])
      expect(Object.fromEntries(drawn)).toMatchObject({
        [dawud]: 'rtl placed',
        [shlomo]: 'rtl placed',
        [`${guild} ×2`]: 'rtl placed',
        leads: 'ltr placed',
        מכיר: 'rtl placed',
      })
    })
    await context.close()
  })
})
