import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { escapeHtml } from '../../src/site/escape-html.ts'
import { inlineJson } from '../../src/site/inline-text.ts'
import { hidden } from '../../src/text/hidden-characters.ts'
import { soon } from '../soon.ts'
import { axeFaults } from './axe-faults.ts'
import { graphOf, newFolder, pageOnDisk, serveFolder, siteOnDisk } from './published.ts'
import {
  atRest,
  launchBrowser,
  openPage,
  openViewer,
  paintedPixels,
  placeOf,
  serveCopy,
} from './viewer-page.ts'

let browser: Browser
let shipped: KnowledgeGraph
beforeAll(async () => {
  browser = await launchBrowser()
  shipped = await graphOf('graph-data')
})
afterAll(() => browser.close())

const hash = (page: Page) => decodeURIComponent(new URL(page.url()).hash)
const evidence = (page: Page | Frame) => page.getByRole('region', { name: 'Evidence' })

async function takeTable(page: Page): Promise<void> {
  await page.keyboard.press('x')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'Relations CSV' }).click(),
  ])
  const text = readFileSync(await download.path(), 'utf8')
  expect(text).toContain('makhdum-nusrat--leads--imu')
}

/** What the page asks for from now on, the data of icons left out. */
function requestsOf(page: Page): () => readonly string[] {
  const urls: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) urls.push(request.url())
  })
  return () => urls
}

describe('a site in a folder of any server', () => {
  const openSite = async () => {
    const server = await serveFolder(await siteOnDisk(shipped))
    return { ...server, ...(await openViewer(browser, server.url)) }
  }

  test('is drawn, asks for its own files alone, and complains of nothing', async () => {
    const { page, complaints, asked, url } = await openSite()
    expect(await page.title()).toBe('The IMU in northern Afghanistan')
    expect(await paintedPixels(page, 'nodes')).toBeGreaterThan(3000)
    const own = [
      ...['', 'afterwards.js', 'filters-panel.js', 'graph.json', 'later.js'],
      ...['time-choices.js', 'timeline-plot.js', 'viewer.css', 'viewer.js'],
    ]
    await page.waitForTimeout(3500)
    expect([...asked].sort()).toEqual(own.map((name) => new URL(url).pathname + name))
    expect(complaints).toEqual([])
  })

  test('fetches what few readers need when one needs it', async () => {
    const { page, complaints, asked } = await openSite()
    const before = asked.length
    await takeTable(page)
    expect(asked.slice(before).map((path) => path.replace(/^.*\/folder\//, ''))).toEqual([
      'dialogs.js',
      'take-away.js',
    ])
    expect(complaints).toEqual([])
  })

  test('says nothing of a server: no connection, no diagnostics', async () => {
    const { page } = await openSite()
    const text = await page.locator('body').innerText()
    expect(text).not.toMatch(/connect|diagnostic|problem/i)
    expect(await page.getByRole('button', { name: 'Diagnostics' }).count()).toBe(0)
  })

  test('says why the graph is not there, and tries again when asked', async () => {
    const folder = await siteOnDisk(shipped)
    const data = readFileSync(join(folder, 'graph.json'))
    const { url } = await serveFolder(folder)
    for (const [text, reason] of [
      ['{"nodes":', /JSON/],
      ['[]', /./],
    ] as const) {
      writeFileSync(join(folder, 'graph.json'), text)
      const { page } = await openPage(browser, url)
      await page.getByRole('heading', { name: 'The graph cannot be opened' }).waitFor()
      expect(await page.locator('.instead').innerText()).toMatch(reason)
      writeFileSync(join(folder, 'graph.json'), data)
      await page.getByRole('button', { name: 'Try again' }).click()
      await page.waitForFunction(() => window.dossierViewer?.picture.value)
    }
  })

  test('opened from a disk it says what to do instead', async () => {
    const { page } = await openPage(
      browser,
      pathToFileURL(join(await siteOnDisk(shipped), 'index.html')).href,
    )
    await page.getByText('Put the folder on a web server').waitFor({ timeout: 8000 })
  })

  test('tells a reader without JavaScript what it is', async () => {
    const { url } = await serveFolder(await siteOnDisk(shipped))
    const context = await browser.newContext({ javaScriptEnabled: false })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(url)
    const text = await page.locator('body').innerText()
    expect(text).toMatch(/^The IMU in northern Afghanistan: a graph of 71 entities/)
    expect(text).not.toContain('Opening')
    await page.getByRole('link', { name: 'graph.json' }).click()
    expect(await page.locator('body').innerText()).toContain('"makhdum-nusrat"')
  })
})

test('a served page whose first question fails waits for the server, and is no site', async () => {
  const { url } = await serveCopy('graph-data')
  const { page } = await openPage(browser, 'about:blank')
  await page.route('**/status.json', (route) => route.abort())
  await page.goto(url)
  await page.waitForFunction(() => window.dossierViewer?.picture.value)
  expect(await page.evaluate(() => window.dossierViewer.base.connection.value)).toBe('live')
})

describe('a single file on a disk', () => {
  const openFile = async (address = '', graph = shipped) => {
    const url = pageOnDisk(graph)
    const { page, complaints } = await openPage(browser, 'about:blank')
    const asked = requestsOf(page)
    await page.goto(`${url}${address}`)
    await page.waitForFunction(() => window.dossierViewer?.picture.value)
    await atRest(page)
    return { page, complaints, asked, url }
  }

  test('is drawn, asks for nothing but itself, and complains of nothing', async () => {
    const { page, complaints, asked, url } = await openFile()
    expect(await page.title()).toBe('The IMU in northern Afghanistan')
    expect(await paintedPixels(page, 'nodes')).toBeGreaterThan(3000)
    expect(await paintedPixels(page, 'edges')).toBeGreaterThan(3000)
    await page.waitForTimeout(3500)
    expect(asked()).toEqual([url])
    expect(complaints).toEqual([])
  })

  test('by mouse: evidence, filters, a path, and the address holds what is seen', async () => {
    const { page, complaints } = await openFile()
    const { x, y } = await placeOf(page, 'makhdum-nusrat')
    await page.mouse.click(x, y)
    await soon(() => expect(hash(page)).toContain('entity=makhdum-nusrat'))
    await page.getByRole('button', { name: 'Path from here' }).click()
    const other = await placeOf(page, 'al-qaeda')
    await page.mouse.click(other.x, other.y)
    await page.getByText('Path 1 of 4, 2 steps').waitFor()
    await page.getByRole('checkbox', { name: /^Place/ }).uncheck()
    await soon(() => expect(hash(page)).toMatch(/hide-types=.*place/))
    const { page: second } = await openViewer(browser, page.url())
    await second.getByText('Path 1 of 4, 2 steps').waitFor()
    expect(hash(second)).toBe(hash(page))
    expect(complaints).toEqual([])
  })

  test('by keyboard: search, walk, path, let go', async () => {
    const { page, complaints } = await openFile()
    const find = async (text: string) => {
      await page.keyboard.press('/')
      await page.keyboard.type(text)
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
    }
    await find('makhdum')
    await soon(() => expect(hash(page)).toContain('entity=makhdum-nusrat'))
    await page.keyboard.press(']')
    await soon(() => expect(hash(page)).toMatch(/relation=\S*makhdum/))
    await page.keyboard.press('p')
    await find('makhdum')
    await page.keyboard.press('p')
    await find('al qaeda')
    await page.getByText('Path 1 of 4, 2 steps').waitFor()
    await page.keyboard.press('Escape')
    await soon(() => expect(hash(page)).not.toContain('to=al-qaeda'))
    expect(complaints).toEqual([])
  })

  test('gives files away without asking anybody', async () => {
    const { page, complaints, asked } = await openFile()
    const before = asked().length
    await takeTable(page)
    expect(
      asked()
        .slice(before)
        .filter((url) => !url.startsWith('blob:')),
    ).toEqual([])
    expect(complaints).toEqual([])
  })

  test('nothing that is put into it runs or reaches the network', async () => {
    const { page, complaints } = await openFile()
    const tried = await page.evaluate(async () => {
      const outcomes: string[] = []
      const attempt = async (name: string, run: () => unknown) => {
        try {
          await run()
          outcomes.push(`${name} is allowed`)
        } catch (error) {
          outcomes.push(`${name}: ${(error as Error).name}`)
        }
      }
      await attempt('innerHTML', () => {
        document.body.innerHTML = '<img src=x onerror="window.pwned=1">'
      })
      await attempt('script', () => {
        document.createElement('script').textContent = 'window.pwned=1'
      })
      await attempt('fetch', () => fetch('http://127.0.0.1:9/'))
      return outcomes
    })
    expect(tried).toEqual(['innerHTML: TypeError', 'script: TypeError', 'fetch: TypeError'])
    expect(complaints.join('\n')).toMatch(
      /TrustedHTML[\s\S]*TrustedScript[\s\S]*connect-src|default-src/,
    )
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
  })
})

const attacks = [
  '</script><script>window.pwned=1</script>',
  '<!--<script>',
  '--></script><img src=x onerror="window.pwned=1">',
  '</title></noscript></style><svg onload="window.pwned=1">',
  `"];window.pwned=1;//`,
  '\\u003cscript>',
  '&lt;b&gt; &amp; &quot;',
  'a\u2028window.pwned=1\u2029b',
  'a\u202eb\u200bc\u0000d\u0085e\ufefff',
  '\ud800 half and 🏴󠁧󠁢󠁥󠁮󠁧󠁿 whole',
  '__proto__',
  '$' + '{window.pwned=1} {{constructor}} `x`',
]
const addresses = [
  'javascript:window.pwned=1',
  'java\nscript:window.pwned=1',
  'data:text/html,<script>window.pwned=1</script>',
  'https://a@evil.example/',
  'https://example.org/"><script>window.pwned=1</script>',
]

const sourceIds = ['ledger', 'source-1', 'source-2', 'source-3', 'source-4']
const quotes = [...attacks, ...addresses]

/** What an attack is made of. */
const pieces = [
  '<',
  '/',
  '!--',
  '-->',
  'script',
  '>',
  '</script',
  '<!--',
  '&',
  '"',
  '\u2028',
  'x ',
  ' ',
]

const unseen = ['\u2028', '\u2029', '\u202e', '\u200b', '\u0000', '\u0085', '\ufeff', '\ud800 ']

/** What the page shows of a text: what nobody sees is made visible. */
function shown(text: string): string {
  return unseen.reduce((left, one) => left.replaceAll(one, one.replace(/^[\s\S]/, '\ufffd')), text)
}

/** A graph in which every text of two entities and their relation, the base and its sources is an attack. */
async function hostileGraph(): Promise<KnowledgeGraph> {
  const graph = await graphOf('test/base')
  const all = attacks.join(' ')
  graph.updateEachNodeAttributes((_, node) => ({ ...node, label: all, aliases: attacks }))
  graph.updateEachNodeAttributes((_, node) => ({ ...node, summary: all }))
  graph.updateEachEdgeAttributes((_, edge) => ({
    ...edge,
    role: all,
    note: all,
    inferred: all,
    citations: quotes.map((quote, at) => ({ source: sourceIds[at % 5] ?? '', at: all, quote })),
  }))
  const sources = addresses.map((url, at) => {
    const source = { title: all, publisher: all, note: all, url, archive: url, file: all, line: 1 }
    return [sourceIds[at], source] as const
  })
  graph.setAttribute('sources', Object.fromEntries(sources))
  graph.setAttribute('name', all)
  return graph
}

describe('whatever the data hold', () => {
  test('a browser finds the same text where it was put, and goes on after it', async () => {
    const { page } = await openPage(browser, 'about:blank')
    const random = fc.sample(fc.array(fc.constantFrom(...pieces)), { numRuns: 300, seed: 1 })
    const values = [...attacks, ...random.map((parts) => parts.join(''))]
    const found = (texts: readonly (readonly [string, string])[]) =>
      page.evaluate(
        (all) =>
          all.map(([json, name]) => {
            const html = `<title>${name}</title><meta id="m" content="${name}"><script id="graph" type="application/json">${json}</script><p id="after">`
            const parsed = new DOMParser().parseFromString(html, 'text/html')
            return {
              json: parsed.getElementById('graph')?.textContent,
              title: parsed.querySelector('title')?.textContent,
              meta: parsed.getElementById('m')?.getAttribute('content'),
              goesOn: parsed.getElementById('after') !== null,
            }
          }),
        texts,
      )
    const jsons = values.map((value) => JSON.stringify([value]))
    const safe = values.map(
      (value, at) => [inlineJson(jsons[at] ?? ''), escapeHtml(value)] as const,
    )
    for (const [at, { json = '', title, meta, goesOn }] of (await found(safe)).entries()) {
      expect(JSON.parse(json ?? '')).toEqual([values[at]])
      expect(meta).toBe(values[at]?.replace(hidden, '\ufffd'))
      expect(title?.replaceAll('\n', '')).toBe(meta?.replaceAll('\n', ''))
      expect(goesOn).toBe(true)
    }
    // The same unescaped goes wrong, so this test can.
    const raw = await found(jsons.map((json, at) => [json, values[at] ?? '']))
    expect(raw.filter(({ goesOn }) => !goesOn).length).toBeGreaterThan(3)
  })

  const relation = 'hildebrand--member-of--bergen-guild'
  const opening = {
    'a site': async (graph: KnowledgeGraph) => (await serveFolder(await siteOnDisk(graph))).url,
    'a single file': async (graph: KnowledgeGraph) => pageOnDisk(graph),
    'a single file of so much that it is packed': async (graph: KnowledgeGraph) => {
      const much = graph.copy() as KnowledgeGraph
      much.setAttribute('generator', `${'much '.repeat(300_000)}`)
      return pageOnDisk(much)
    },
  }

  test.each(Object.entries(opening))(
    'in %s it is read as it is, and nothing of it runs',
    async (_, place) => {
      const graph = await hostileGraph()
      const { page, complaints } = await openViewer(
        browser,
        `${await place(graph)}#relation=${relation}`,
      )
      const data = await page.evaluate((edge) => {
        const { graph } = window.dossierViewer
        return {
          name: graph.value?.getAttribute('name'),
          aliases: graph.value?.getNodeAttribute('hildebrand', 'aliases'),
          quotes: graph.value?.getEdgeAttribute(edge, 'citations').map(({ quote }) => quote),
        }
      }, relation)
      expect(data.name).toBe(shown(attacks.join(' ')))
      expect(data.aliases).toEqual(attacks.map(shown))
      expect(data.quotes).toEqual(quotes.map(shown))
      await soon(async () => {
        const told = await evidence(page).innerText()
        for (const attack of attacks.slice(0, 7)) expect(told).toContain(attack)
      })
      expect(await page.title()).toContain('</title></noscript></style>')
      expect(await page.locator('script').count()).toBe(
        new URL(page.url()).protocol === 'file:' ? 2 : 1,
      )
      expect(await page.locator('img, iframe, object, embed, svg[onload]').count()).toBe(0)
      const links = await page
        .locator('a[href]:not([href^="#"])')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
      expect([...new Set(links)]).toEqual([
        'https://example.org/%22%3E%3Cscript%3Ewindow.pwned=1%3C/script%3E',
      ])
      expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
      expect(complaints).toEqual([])
    },
  )
})

describe('in a frame', () => {
  const frameOf = async (address = '?embed', size = { width: 400, height: 300 }) => {
    const { url } = await serveFolder(await siteOnDisk(shipped))
    const host = join(newFolder(), 'article.html')
    writeFileSync(
      host,
      `<!doctype html><title>Article</title><p><a href="#x">Before</a></p>
<iframe src="${url}${address}" title="Graph" width="${size.width}" height="${size.height}"></iframe>
<p style="height:3000px">After</p>`,
    )
    const { page, complaints } = await openPage(browser, pathToFileURL(host).href)
    const frame = page.frames()[1]
    if (frame === undefined) throw new Error('The page has no frame.')
    await frame.waitForFunction(() => window.dossierViewer?.picture.value)
    return { page, frame, complaints, url }
  }

  test('400 by 300: the picture, its name as a link to the full view, and nothing that does not fit', async () => {
    const { page, frame, complaints, url } = await frameOf('?embed#hide-types=place')
    const link = frame.getByRole('link', { name: 'The IMU in northern Afghanistan' })
    expect(await link.getAttribute('href')).toBe(`${url}#hide-types=place`)
    expect(await link.getAttribute('target')).toBe('_blank')
    expect(await link.getAttribute('rel')).toContain('noopener')
    expect(await frame.getByRole('combobox').count()).toBe(0)
    expect(await frame.locator('section.panel').count()).toBe(0)
    const picture = await frame.locator('#picture').boundingBox()
    expect((picture?.width ?? 0) * (picture?.height ?? 0)).toBeGreaterThan(400 * 300 * 0.7)
    const scroll = await frame.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.scrollHeight,
    ])
    expect(scroll).toEqual([400, 300])
    const opened = page.waitForEvent('popup')
    await link.click()
    const full = await opened
    await full.getByRole('combobox', { name: 'Find an entity' }).waitFor()
    expect(full.url()).toBe(`${url}#hide-types=place`)
    expect(complaints).toEqual([])
  })

  test('a link that names an entity shows the picture around it, and the evidence when asked', async () => {
    const { frame } = await frameOf('?embed#entity=imu')
    const area = async () => {
      const box = await frame.locator('#picture').boundingBox()
      return (box?.width ?? 0) * (box?.height ?? 0)
    }
    expect(await area()).toBeGreaterThan(400 * 300 * 0.7)
    await frame.getByRole('button', { name: 'Evidence' }).click()
    await frame.getByRole('heading', { name: 'Islamic Movement of Uzbekistan' }).waitFor()
    await frame.getByRole('button', { name: 'Close Evidence' }).click()
    await soon(async () => expect(await area()).toBeGreaterThan(400 * 300 * 0.7))
  })

  test('a wide one begins without panels, too', async () => {
    const { frame } = await frameOf('?embed', { width: 1000, height: 500 })
    expect(await frame.locator('section.panel').count()).toBe(0)
    await frame.getByRole('button', { name: 'Open Outline' }).click()
    await frame.getByRole('tree', { name: 'Entities and relations' }).waitFor()
  })

  test('by mouse: a click opens the evidence, closing gives the picture back', async () => {
    const { page, frame } = await frameOf()
    const picture = await frame.locator('#picture').boundingBox()
    const place = await frame.evaluate(() => window.dossierViewer.picture.value?.placeOf('imu'))
    await page.mouse.click((picture?.x ?? 0) + (place?.x ?? 0), (picture?.y ?? 0) + (place?.y ?? 0))
    await frame.getByRole('heading', { name: 'Islamic Movement of Uzbekistan' }).waitFor()
    await frame.getByRole('button', { name: 'Close Evidence' }).click()
    await soon(async () => expect(await frame.locator('section.panel').count()).toBe(0))
  })

  test('by keyboard: in, along the relations, and out again', async () => {
    const { page, frame } = await frameOf()
    await page.getByRole('link', { name: 'Before' }).focus()
    await page.keyboard.press('Tab')
    const focused = () => frame.evaluate(() => document.activeElement?.id ?? '')
    const name = () => frame.evaluate(() => document.activeElement?.textContent ?? '')
    expect(await name()).toContain('full view')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('picture')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await evidence(frame).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await frame.getByRole('dialog').getByText('These keys').waitFor()
    expect(await frame.getByRole('dialog').innerText()).not.toContain('Find an entity')
    await page.keyboard.press('Escape')
    for (let press = 0; press < 60; press++) {
      if (await page.evaluate(() => document.activeElement?.tagName !== 'IFRAME')) break
      await page.keyboard.press('Tab')
    }
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME')
  })

  test('the wheel scrolls the page around it until the reader has gone in', async () => {
    const { page, frame } = await frameOf()
    const picture = await frame.locator('#picture').boundingBox()
    const [x, y] = [(picture?.x ?? 0) + 150, (picture?.y ?? 0) + 100]
    const scrolled = () => page.evaluate(() => scrollY)
    const camera = () => frame.evaluate(() => window.dossierViewer.view.value.camera)
    await page.getByRole('link', { name: 'Before' }).focus()
    await page.mouse.move(x, y)
    await page.mouse.wheel(0, 40)
    await soon(async () => expect(await scrolled()).toBe(40))
    expect(await camera()).toBe(null)
    await page.mouse.wheel(0, -40)
    await soon(async () => expect(await scrolled()).toBe(0))
    await frame.locator('#picture').focus()
    await page.mouse.move(x + 1, y)
    await page.mouse.wheel(0, -120)
    await soon(async () => expect(await camera()).not.toBe(null))
    expect(await scrolled()).toBe(0)
  })

  test('axe finds no fault with it, closed and open', async () => {
    const { url } = await serveFolder(await siteOnDisk(shipped))
    for (const address of ['?embed', '?embed#entity=ilhom&theme=dark', '?embed#left=filters']) {
      const viewport = { width: 400, height: 300 }
      expect(await axeFaults(browser, `${url}${address}`, { viewport }), address).toEqual([])
    }
  })

  test('a served graph cannot be put into one, and looks so in a tab', async () => {
    const { url } = await serveCopy('graph-data')
    const host = join(newFolder(), 'article.html')
    writeFileSync(host, `<!doctype html><iframe src="${url}?embed"></iframe>`)
    const { page, complaints } = await openPage(browser, pathToFileURL(host).href)
    await soon(() => expect(complaints.join()).toMatch(/frame-ancestors|403|refused/i))
    await page.goto(`${url}?embed`)
    await page.getByRole('link', { name: 'The IMU in northern Afghanistan' }).waitFor()
  })
})
