import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { graphOf, pageOnDisk, serveFolder, siteOnDisk } from './published.ts'
import { launchBrowser, openViewer, serveCopy } from './viewer-page.ts'

// As if a mistake of ours let an attacker's elements into the page: the policy is the second wall.

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const places: Record<string, () => Promise<string>> = {
  'a served page': async () => (await serveCopy('test/base')).url,
  'a site': async () => (await serveFolder(await siteOnDisk(await graphOf('test/base')))).url,
  'a single file': async () => pageOnDisk(await graphOf('test/base')),
}

/** Whatever reaches it has left the page. */
async function listener() {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(request.url ?? '')
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end()
  })
  server.on('upgrade', ({ url }, socket) => {
    heard.push(url ?? '')
    socket.destroy()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

/** Puts elements into the page and lets them do their worst; tells what a program could not even write. */
function putIn(page: Page, outside: string): Promise<string[]> {
  return page.evaluate(async (url) => {
    const refused: string[] = []
    const attempt = (name: string, run: () => unknown) => {
      try {
        run()
      } catch (error) {
        refused.push(`${name}: ${(error as Error).name}`)
      }
    }
    const element = (name: string, attributes: Record<string, string>, text = '') => {
      const one = document.createElement(name)
      for (const [key, value] of Object.entries(attributes)) {
        attempt(`${name} ${key}`, () => one.setAttribute(key, value))
      }
      attempt(`${name} text`, () => one.append(text))
      attempt(`append ${name}`, () => document.body.append(one))
      return one
    }
    const run = 'window.pwned = 1'
    element('script', {}, run)
    element('script', { type: 'module' }, run)
    element('script', { src: `${url}script` })
    element('script', { src: `data:text/javascript,${run}` })
    element('img', { src: 'x:', onerror: run })
    element('img', { src: `${url}image` })
    element('a', { href: `javascript:${run}` }).click()
    element('iframe', { src: `javascript:parent.${run}` })
    element('iframe', { src: `${url}frame` })
    element('iframe', { srcdoc: `<script>parent.${run}</script>` })
    element('object', { data: `${url}object` })
    element('embed', { src: `${url}embed` })
    element('base', { href: `${url}base/` })
    element('link', { rel: 'stylesheet', href: `${url}style` })
    element('link', { rel: 'prefetch', href: `${url}prefetch` })
    element('style', {}, `body { background: url(${url}background) }`)
    element('video', { src: `${url}video` })
    element('meta', { 'http-equiv': 'refresh', content: `0;url=javascript:${run}` })
    const form = element('form', { action: `${url}form`, method: 'post', target: '_blank' })
    attempt('submit', () => (form as HTMLFormElement).submit())
    attempt('innerHTML', () => {
      document.createElement('p').innerHTML = '<b>'
    })
    attempt('insertAdjacentHTML', () => document.body.insertAdjacentHTML('beforeend', '<b>'))
    attempt('parseFromString', () => new DOMParser().parseFromString('<b>', 'text/html'))
    attempt('policy', () => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy: (name: string, rules: object) => unknown }
      }
      trustedTypes.createPolicy('own', { createHTML: (text: string) => text })
    })
    attempt('Worker', () => new Worker(URL.createObjectURL(new Blob([`fetch('${url}worker')`]))))
    attempt('WebSocket', () => new WebSocket(`${url.replace('http', 'ws')}socket`))
    attempt('EventSource', () => new EventSource(`${url}events`))
    attempt('sendBeacon', () => navigator.sendBeacon(`${url}beacon`))
    await fetch(`${url}fetch`).catch(() => {})
    await fetch('file:///etc/passwd').then(
      async (response) => ((window as { pwned?: unknown }).pwned = await response.text()),
      () => {},
    )
    // Not under the hand of the test, which the policy does not bind.
    await new Promise((done) =>
      setTimeout(() => {
        attempt('Function', () => new Function(run)())
        // biome-ignore lint/security/noGlobalEval: that it is refused is what is asked.
        attempt('eval', () => globalThis.eval(run))
        done(undefined)
      }),
    )
    await new Promise((done) => setTimeout(done, 1500))
    return refused
  }, outside)
}

describe.each(Object.entries(places))('what gets into %s', (name, open) => {
  test('neither runs nor speaks to anyone', async () => {
    const { heard, url } = await listener()
    const { page } = await openViewer(browser, await open())
    const refused = await putIn(page, url)
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
    expect(heard).toEqual([])
    for (const way of [
      ...['innerHTML', 'insertAdjacentHTML', 'parseFromString', 'policy', 'script src'],
      ...['iframe srcdoc', 'Function', 'eval'],
    ]) {
      expect(refused.join('\n'), `${way} in ${name}`).toContain(way)
    }
  })
})

test('without a policy the same gets out and runs, so this test can fail', async () => {
  const { heard, url } = await listener()
  const page = await (await browser.newContext()).newPage()
  onTestFinished(() => page.context().close())
  await page.goto(url)
  heard.splice(0)
  await putIn(page, url)
  expect(await page.evaluate(() => 'pwned' in window)).toBe(true)
  expect(heard).toEqual(
    expect.arrayContaining(['/script', '/image', '/fetch', '/frame', '/beacon']),
  )
})
