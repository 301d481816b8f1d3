import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as first from '../../viewer/words/english.ts'
import * as later from '../../viewer/words/english-later.ts'
import { inStrangeLetters } from './strange-texts.ts'
import { launchBrowser, openViewer, serveCopy, turnTo } from './viewer-page.ts'
import { writeBase } from './write-base.ts'

let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'dossier-texts-'))
const viewerFolder = join(folder, 'viewer')

beforeAll(async () => {
  browser = await launchBrowser()
  await buildWith(translation())
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

/** A translation: one file that has the names of both tables. */
function translation(): string {
  const file = join(folder, 'strange.ts')
  const [firstNames, laterNames] = [first, later].map((table) => Object.keys(table).join(', '))
  writeFileSync(
    file,
    `import * as first from '${resolve('viewer/words/english.ts')}'
import * as later from '${resolve('viewer/words/english-later.ts')}'
import { inStrangeLetters } from '${resolve('test/browser/strange-texts.ts')}'
export const { ${firstNames} } = inStrangeLetters(first)
export const { ${laterNames} } = inStrangeLetters(later)
`,
  )
  return file
}

/** Builds the viewer with a translation in place of the English tables. */
async function buildWith(file: string): Promise<void> {
  await build({
    configFile: 'viewer/vite.config.ts',
    logLevel: 'error',
    resolve: { alias: [{ find: /^\.\/english(-later)?\.ts$/, replacement: file }] },
    build: { outDir: viewerFolder },
  })
}

/** All that people wrote is in Hebrew, ids have a number, so that any other Latin word is a text of the viewer. */
const base = {
  'ontology.yaml': `name: בסיס
entities:
  x20: { label: אדם, attributes: { x21: text } }
  x22: { label: קבוצה }
  x23: { label: מקום, transit: false }
  x24: { label: אירוע, dated: true }
relations:
  x30: { from: x20, to: x22, kind: x40, label: מוביל, inverse-label: מובל, inverse: x34, says: "{source} מוביל את {target}" }
  x31: { symmetric: true, from: x20, to: x20, kind: x41, label: מכיר, says: "{source} מכיר את {target}" }
  x32: { from: x20, to: x23, kind: x42, label: גר, says: "{source} גר ב {target}" }
  x33: { from: x24, to: x20, kind: x43, label: פגע, says: "{source} פגע ב {target}" }
`,
  'sources/x50.yaml': `title: עיתון
publisher: הוצאה
author: סופר
kind: x60
reliability: B
published: 2001-05-03
url: https://x70.x71/x72
archive: https://x73.x74/x75
note: הערה
paragraphs: 9
`,
  'sources/x51.yaml': 'title: ספר\nreliability: E\n',
  'x1.yaml': `type: x20
name: דוד
aliases: [דודו, דויד]
summary: תקציר
attributes: { x21: { value: ערך, when: 2001, cite: x50#p2, confidence: probable } }
relations:
  - { x30: x2, when: 2001-05/2003, cite: [{ source: x50, at: p1, quote: ציטוט }, x51], said-by: x3, confidence: possible }
  - { x31: x3, cite: x50#p3, inferred: כי כך }
  - { x32: x4, cite: x51, when: 2002, note: הערה, rivals: [{ when: 2003, cite: x50 }, { denied: true, cite: x51 }] }
`,
  'x2.yaml': 'type: x22\nname: קבוצה של דוד\n',
  'x3.yaml':
    'type: x20\nname: רות\nunnamed: true\nrelations: [{ x30: x2, cite: x50#p4, when: 2004 }]\n',
  'x4.yaml': 'type: x23\nname: עיר\n',
  'x5.yaml':
    'type: x24\nname: מקרה\nwhen: { value: 2002-03, cite: x50#p5 }\nrelations: [{ x33: x6, cite: x50#p6 }]\n',
  'x6.yaml': 'type: x20\nname: אנשים\ncount: 2\nrelations: [{ x32: x4, cite: x51 }]\n',
  'x7.yaml': 'type: x20\nname: לבד\n',
  'identity.yaml': `different: [{ entities: [x1, x3], reason: סיבה, cite: x50#p7 }]\n`,
}

/** Each shows other parts of the page. */
const views = [
  ...['entity=x1&left=outline', 'entity=x6&left=sources', 'source=x50&claims=without&entity=x3'],
  'relation=x1--x30--x2&when=2002&around=x1&hops=2&hide=x7',
  'relation=x1--x32--x4&source=x50&left=sources',
  ...['from=x1&to=x3&right=path', 'from=x1&to=x6&right=path', 'from=x1&to=x7&right=path&when=2002'],
  ...['from=x1&right=path', 'right=path', 'when=2004&compare=2001&right=compare', 'right=compare'],
  'right=diagnostics',
  'chosen=x1,x3&entity=x5&only=x1,x3,x5&when=2002&pin=x1:5:5',
  ...['entity=none', 'find=דוד', ''],
]

describe('a translation is a file', () => {
  test('whose texts differ from every English one', () => {
    const { help, close, sizeOfBase } = inStrangeLetters(first)
    for (const text of [help, close('x'), sizeOfBase('x', 1, 2)]) {
      expect(text).toMatch(/[^a-z\d\s.,]{3}/i)
      expect(text).not.toMatch(/[a-z]/i)
    }
  })

  test('with it nothing English is left in the page but data', async () => {
    const { url } = await serveCopy(writeBase(base), undefined, viewerFolder)
    const { page, complaints } = await openViewer(browser, url)
    const found: string[] = []
    const look = async (at: string) => {
      await page.waitForTimeout(400)
      found.push(...(await latinIn(page)).map((text) => `${at}: ${text}`))
    }
    for (const view of views) {
      await turnTo(page, view)
      await look(view)
    }
    for (const key of ['?', 'x']) {
      await page.keyboard.press(key)
      await look(key)
      await page.keyboard.press('Escape')
    }
    await page.keyboard.press('/')
    await page.keyboard.type('7')
    await look('nothing found')
    await page.goto(`${url}?embed`)
    await page.waitForFunction(() => window.dossierViewer?.picture.value)
    await look('embed')
    expect([...new Set(found)]).toEqual([])
    expect(complaints).toEqual([])
  }, 180_000)
})

/** What can be read or is read aloud in the page and has Latin words that the base does not. */
async function latinIn(page: Page): Promise<string[]> {
  const read = await page.evaluate(() => {
    const skipped = '.code, kbd, input.link-text, script, style, noscript'
    const said = ['aria-label', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder']
    const all = [...document.body.querySelectorAll('*')].filter((at) => !at.closest(skipped))
    const own = all.flatMap((at) =>
      [...at.childNodes]
        .filter((node) => node.nodeType === 3)
        .map((node) => node.textContent ?? ''),
    )
    return [...own, ...all.flatMap((at) => said.map((name) => at.getAttribute(name) ?? ''))]
  })
  const ofTheBase = /\bx\d+(--x\d+)*(\.(x\d+|yaml))?\b/gi
  return read.filter((text) => /[a-z]{2,}/i.test(text.replace(ofTheBase, '')))
}
