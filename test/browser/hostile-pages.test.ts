import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { startServer } from '../../src/server/start-server.ts'
import { tinyBase } from '../server/tiny-base.ts'
import { soon } from '../soon.ts'
import { launchBrowser, openPage, openViewer, serveCopy } from './viewer-page.ts'

// Every name that ends in .test leads to this machine, as one does that an attacker has rebound.

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser('--host-resolver-rules=MAP *.test 127.0.0.1')
})
afterAll(() => browser.close())

/** A server as most are written: it sends what is asked for, whoever asks. It shows that the attacks are real. */
async function naiveServer(): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === '/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      response.write('event: change\ndata: {}\n\n')
      return
    }
    const type = request.url === '/viewer.js' ? 'text/javascript' : 'text/html'
    response.writeHead(200, { 'Content-Type': type }).end('"secret"')
  })
  return `http://127.0.0.1:${await listening(server)}/`
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** An empty page of another site. */
async function evilPage(name = 'evil.test'): Promise<Page> {
  const port = await listening(
    createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Evil')
    }),
  )
  const { page } = await openPage(browser, `http://${name}:${port}/`)
  return page
}

const opened: string[] = []
const serve = () => serveCopy('test/base', async (path) => void opened.push(path))
beforeEach(() => void opened.splice(0))

/** What a page gets of an address by every way that needs no leave. */
function tryEverything(page: Page, url: string): Promise<Record<string, string>> {
  return page.evaluate(async (target) => {
    const element = (name: string, attribute: string, path: string) =>
      new Promise<string>((done) => {
        const one = document.createElement(name)
        if (name === 'link') one.setAttribute('rel', 'stylesheet')
        one.setAttribute(attribute, new URL(path, target).href)
        one.addEventListener('load', () => done('loaded'))
        one.addEventListener('error', () => done('nothing'))
        document.body.append(one)
        setTimeout(done, 4000, 'nothing')
      })
    const asked = (options: RequestInit) =>
      fetch(new URL('graph.json', target), options).then(
        async (response) => (await response.text()) || response.type,
        () => 'nothing',
      )
    const events = new Promise<string>((done) => {
      const source = new EventSource(new URL('events', target))
      source.addEventListener('change', () => done('heard'))
      source.addEventListener('error', () => done('nothing'))
    })
    const socket = new Promise<string>((done) => {
      const line = new WebSocket(new URL('events', target.replace('http', 'ws')))
      line.addEventListener('open', () => done('open'))
      line.addEventListener('error', () => done('nothing'))
    })
    return {
      fetch: await asked({}),
      'fetch without a look at the answer': await asked({ mode: 'no-cors' }),
      'fetch with credentials': await asked({ credentials: 'include' }),
      script: await element('script', 'src', 'viewer.js'),
      style: await element('link', 'href', 'viewer.css'),
      image: await element('img', 'src', 'graph.json'),
      events: await events,
      WebSocket: await socket,
    }
  }, url)
}

describe('a page of another site', () => {
  test('gets nothing by any way that needs no leave', async () => {
    const { url } = await serve()
    const page = await evilPage()
    const got = await tryEverything(page, url)
    expect([...new Set(Object.values(got))]).toEqual(['nothing'])
    const naive = await tryEverything(page, await naiveServer())
    expect(naive).toMatchObject({
      'fetch without a look at the answer': 'opaque',
      script: 'loaded',
    })
  })

  test('of the same name at another port gets nothing either', async () => {
    const { url } = await serve()
    const page = await evilPage('127.0.0.1')
    expect([...new Set(Object.values(await tryEverything(page, url)))]).toEqual(['nothing'])
  })

  test('cannot have a file opened', async () => {
    const { url } = await serve()
    const page = await evilPage()
    const path = '/open/1/people%2Fhildebrand.yaml'
    const tried = await page.evaluate(async (target) => {
      const post = (init: RequestInit) =>
        fetch(target, { method: 'POST', ...init }).then(
          ({ type, status }) => `${type} ${status}`,
          () => 'nothing',
        )
      return [
        await post({}),
        await post({ mode: 'no-cors' }),
        await post({
          mode: 'no-cors',
          body: 'Dossier-Token=0',
          headers: { 'Content-Type': 'text/plain' },
        }),
        await post({ headers: { 'Dossier-Token': '0'.repeat(32) } }),
        navigator.sendBeacon(target, ''),
      ]
    }, new URL(path, url).href)
    expect(tried.slice(0, 4)).toEqual(Array(4).fill('nothing'))
    await page.evaluate((target) => {
      const form = document.createElement('form')
      Object.assign(form, { method: 'POST', action: target })
      document.body.append(form)
      form.submit()
    }, new URL(path, url).href)
    await page.getByText('This server answers only to its own pages.').waitFor()
    expect(opened).toEqual([])
  })

  test('cannot frame the viewer, so no click is led astray', async () => {
    const { url } = await serve()
    const page = await evilPage()
    const frame = (target: string) =>
      page.evaluate(async (address) => {
        for (const [name, attribute] of [
          ['iframe', 'src'],
          ['object', 'data'],
          ['embed', 'src'],
        ] as const) {
          const element = document.createElement(name)
          element.setAttribute(attribute, address)
          document.body.append(element)
        }
        await new Promise((done) => setTimeout(done, 2000))
      }, target)
    const shown = async () => {
      const texts = page.frames().slice(1)
      return (await Promise.all(texts.map((one) => one.content()))).join()
    }
    await frame(url)
    expect(await shown()).not.toMatch(/id="viewer"/)
    await frame(await naiveServer())
    expect((await shown()).match(/"secret"/g)?.length).toBeGreaterThan(0)
  })

  test('that opens the viewer in a tab has no hold on it', async () => {
    const { url } = await serve()
    const page = await evilPage()
    await page.evaluate((target) => {
      const all = window as unknown as { opened: Window | null; heard: number }
      all.heard = 0
      window.addEventListener('message', () => all.heard++)
      document.body.innerHTML = `<button>Open</button>`
      document.querySelector('button')?.addEventListener('click', () => {
        all.opened = window.open(target)
      })
    }, url)
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button').click(),
    ])
    await tab.waitForFunction(() => window.dossierViewer?.picture.value)
    const hold = await page.evaluate(() => {
      const { opened } = window as unknown as { opened: Window | null }
      opened?.postMessage({ kind: 'graph', nodes: [] }, '*')
      return { closed: opened?.closed, frames: opened?.length }
    })
    expect(hold).toEqual({ closed: true, frames: 0 })
    expect(await tab.evaluate(() => window.opener)).toBe(null)
  })

  test('cannot fetch ahead what it may not read', async () => {
    const { url } = await serve()
    const page = await evilPage()
    const answers: number[] = []
    page.on('response', (response) => {
      if (response.url().startsWith(url)) answers.push(response.status())
    })
    await page.evaluate((target) => {
      for (const rel of ['prefetch', 'preload', 'modulepreload', 'prerender']) {
        const link = document.createElement('link')
        Object.assign(link, { rel, href: new URL('graph.json', target).href })
        link.setAttribute('as', rel === 'preload' ? 'fetch' : 'script')
        document.head.append(link)
      }
    }, url)
    await page.waitForTimeout(1500)
    expect(answers.filter((status) => status !== 403)).toEqual([])
  })

  test('cannot put a worker between the viewer and its server', async () => {
    const { url } = await serve()
    const page = await evilPage('localhost')
    const registered = await page.evaluate(
      (target) =>
        navigator.serviceWorker.register(target).then(
          () => 'registered',
          ({ name }) => String(name),
        ),
      new URL('viewer.js', url).href,
    )
    expect(registered).toBe('SecurityError')
    const { page: own } = await openPage(browser, url)
    const refused = await own.evaluate(() =>
      navigator.serviceWorker.register('viewer.js').then(
        () => 'registered',
        ({ name }) => String(name),
      ),
    )
    expect(refused).not.toBe('registered')
  })
})

describe('a name that was rebound to this machine', () => {
  test('shows a refusal, and a page under it reads nothing', async () => {
    const { url } = await serve()
    const rebound = url.replace('127.0.0.1', 'evil.test')
    const { page } = await openPage(browser, rebound)
    expect(await page.locator('body').innerText()).toBe(
      'This server answers only to its own address.\n',
    )
    const read = (path: string) =>
      page.evaluate(async (target) => {
        const response = await fetch(target)
        return `${response.status} ${await response.text()}`
      }, path)
    for (const path of [
      'graph.json',
      'status.json',
      'viewer.js',
      'changes/0123456789abcdef.json',
    ]) {
      expect(await read(path)).toBe('403 This server answers only to its own address.\n')
    }
    const heard = await page.evaluate(
      () =>
        new Promise((done) => {
          const events = new EventSource('events')
          events.addEventListener('change', () => done('heard'))
          events.addEventListener('error', () => done('nothing'))
        }),
    )
    expect(heard).toBe('nothing')
    const post = await page.evaluate(async () => {
      const { status } = await fetch('open/1/people%2Fhildebrand.yaml', { method: 'POST' })
      return status
    })
    expect([post, opened]).toEqual([403, []])
    const naive = (await naiveServer()).replace('127.0.0.1', 'evil.test')
    await page.goto(naive)
    expect(await read('graph.json')).toBe('200 "secret"')
  })

  test('an upper-case or dotted spelling of our own name is no way in', async () => {
    const { url } = await serve()
    const { page } = await openPage(browser, url.replace('127.0.0.1', 'localhost.'))
    expect(await page.locator('body').innerText()).toContain('only to its own address')
    await page.goto(url.replace('127.0.0.1', 'LOCALHOST'))
    await page.waitForFunction(() => window.dossierViewer?.picture.value)
  })
})

describe('beyond the loopback', () => {
  const serveToOthers = async () => {
    const { dataFolder, remove } = await tinyBase()
    const options = { dataFolder, viewerFolder: 'dist/viewer', port: 0, host: '0.0.0.0' }
    const server = await startServer(options)
    onTestFinished(async () => {
      await server.close()
      await remove()
    })
    return server
  }

  test('the address with the token opens the viewer, live, and the token leaves the address', async () => {
    const { url } = await serveToOthers()
    const { page, complaints } = await openViewer(browser, `${url}#entity=ada`)
    expect(page.url()).toMatch(/^http:\/\/localhost:\d+\/#entity=ada/)
    await soon(async () => {
      expect(await page.evaluate(() => window.dossierViewer.base.connection.value)).toBe('live')
    })
    expect(await page.evaluate(() => document.cookie)).toBe('')
    await page.reload()
    await page.waitForFunction(() => window.dossierViewer?.picture.value)
    expect(complaints).toEqual([])
  })

  test('without it there is a refusal', async () => {
    const { port } = await serveToOthers()
    const { page } = await openPage(browser, `http://localhost:${port}/`)
    expect(await page.locator('body').innerText()).toContain('Open the address with the token')
  })

  test('other pages cannot use the cookie of one who is in', async () => {
    const { url } = await serveToOthers()
    const page = await evilPage()
    const tab = await page.context().newPage()
    await tab.goto(url)
    await tab.waitForFunction(() => window.dossierViewer?.picture.value)
    expect([...new Set(Object.values(await tryEverything(page, url)))]).toEqual(['nothing'])
    const near = await evilPage('localhost')
    expect([...new Set(Object.values(await tryEverything(near, url)))]).toEqual(['nothing'])
  })
})

describe('an address that somebody sends', () => {
  const ids = ['__proto__', 'constructor', 'toString', '<img src=x onerror=pwned=1>', '\u202e', '']
  const keys = [
    ...['entity', 'relation', 'hide-types', 'hide-relations', 'hide', 'chosen', 'only', 'pin'],
    ...['around', 'from', 'to', 'source', 'said-by', 'find', 'when', 'compare', 'at', 'theme'],
    'without-speaker',
  ]

  test.each([
    ['names of every object', keys.map((key) => `${key}=__proto__`).join('&')],
    ['markup', keys.map((key) => `${key}=${encodeURIComponent(ids.join(','))}`).join('&')],
    ['numbers that are none', 'at=NaN,Infinity,-1e999&hops=1e9&path=-1&pin=ada:1e999:NaN&when=9'],
    ['percent signs that are none', '%&%zz=%u0000&entity=%E0%A4%A&find=%'],
    ['a hundred thousand keys', 'a=1&'.repeat(100_000)],
    ['a hundred thousand ids', `hide=${'x,'.repeat(100_000)}`],
    ['a path expression that takes long', `find=${'(a+)+'.repeat(200)}`],
  ])('with %s gives a picture, and nothing runs', async (_, hash) => {
    const { url } = await serve()
    const { page, complaints } = await openViewer(browser, `${url}#${hash}`)
    expect(await page.evaluate(() => 'pwned' in window || 'polluted' in {})).toBe(false)
    expect(await page.locator('#picture').count()).toBe(1)
    expect(complaints).toEqual([])
  })
})
