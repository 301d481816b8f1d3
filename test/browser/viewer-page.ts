import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { whyNotWritten } from '../../src/cli/write-changes.ts'
import type { OpenEditor } from '../../src/server/file-opener.ts'
import { startServer } from '../../src/server/start-server.ts'
import { findChromium } from './find-chromium.ts'

/** A browser that draws WebGL without a graphics card; `more` are switches of Chromium. */
export function launchBrowser(...more: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      // WebGL needs the emulated card; the page itself is drawn quicker without it.
      '--disable-gpu-rasterization',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      ...more,
    ],
  })
}

export interface Served {
  readonly url: string
  /** The data folder, a copy that the test may change. */
  readonly folder: string
}

/** Serves a copy of a data folder with a built viewer until the test ends; with an editor, pages offer it. */
export async function serveCopy(
  of: string,
  openEditor?: OpenEditor,
  viewerFolder = 'dist/viewer',
): Promise<Served> {
  const top = mkdtempSync(join(tmpdir(), 'dossier-'))
  const folder = join(top, 'graph-data')
  // Without what a server of the developer has kept.
  cpSync(of, folder, { recursive: true, filter: (path) => basename(path) !== '.dossier' })
  const server = await startServer({
    ...{ dataFolder: folder, viewerFolder, port: 0 },
    writeChange: (change) => whyNotWritten(folder, [change]),
    ...(openEditor && { openEditor }),
  })
  onTestFinished(async () => {
    await server.close()
    rmSync(top, { recursive: true })
  })
  return { url: server.url, folder }
}

export interface Opened {
  readonly page: Page
  /** Whatever the page complained of: exceptions, console errors, refusals of the content security policy. */
  readonly complaints: readonly string[]
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** Opens a page and waits until the picture is drawn and at rest. */
export async function openViewer(browser: Browser, url: string, viewport?: Size): Promise<Opened> {
  const opened = await openPage(browser, url, viewport)
  await opened.page.waitForFunction(() => window.dossierViewer?.picture.value)
  await atRest(opened.page)
  return opened
}

/** Opens a page that may have nothing to draw. */
export async function openPage(
  browser: Browser,
  url: string,
  viewport: Size = { width: 1280, height: 800 },
): Promise<Opened> {
  const context = await browser.newContext({
    viewport,
    reducedMotion: 'reduce',
    colorScheme: 'light',
  })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning'
    if (isComplaint && !ofLookingAtPixels.test(message.text())) complaints.push(message.text())
  })
  await page.goto(url)
  return { page, complaints }
}

/** Changes the address of an open page, and waits until the page has heard of it: a key may be quicker. */
export function turnTo(page: Page, address: string): Promise<void> {
  return page.evaluate(
    (hash) =>
      new Promise<void>((done) => {
        const before = location.href
        window.addEventListener('hashchange', () => done(), { once: true })
        location.hash = hash
        if (location.href === before) done()
      }),
    address,
  )
}

/** The emulated card says this where a test reads what was drawn. */
const ofLookingAtPixels = /GPU stall due to ReadPixels$/

/** Waits for the next frame that sigma draws. */
export function atRest(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((done) => {
        const sigma = window.dossierViewer.picture.value?.sigma
        sigma?.once('afterRender', () => done())
        sigma?.scheduleRender()
      }),
  )
}

/** Pixels that are not empty on one of sigma's WebGL layers. */
export function paintedPixels(page: Page, layer: 'nodes' | 'edges'): Promise<number> {
  return page.evaluate((name) => {
    const sigma = window.dossierViewer.picture.value?.sigma
    sigma?.refresh()
    const gl = sigma?.getCanvases()[name]?.getContext('webgl2')
    if (!gl) return -1
    const pixels = new Uint8Array(gl.drawingBufferWidth * gl.drawingBufferHeight * 4)
    gl.readPixels(
      0,
      0,
      gl.drawingBufferWidth,
      gl.drawingBufferHeight,
      gl.RGBA,
      gl.UNSIGNED_BYTE,
      pixels,
    )
    return pixels.filter((value, index) => index % 4 === 3 && value > 0).length
  }, layer)
}

/** Where a node stands on the page. */
export async function placeOf(page: Page, node: string): Promise<{ x: number; y: number }> {
  const box = await page.locator('#picture').boundingBox()
  const place = await page.evaluate((id) => window.dossierViewer.picture.value?.placeOf(id), node)
  if (!box || !place) throw new Error(`${node} is not in the picture.`)
  return { x: box.x + place.x, y: box.y + place.y }
}

/** What lies under the pointer, as the page itself sees it. */
export function hovered(page: Page): Promise<{ kind: string; id: string } | null> {
  return page.evaluate(() => window.dossierViewer.hovered.value)
}

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * The relations that the pointer meets where it crosses the space between two places, each with a point on it. It ends
 * when it has met all that are sought.
 */
export async function relationsBetween(
  page: Page,
  from: Point,
  to: Point,
  sought: readonly string[],
): Promise<Map<string, Point>> {
  const met = new Map<string, Point>()
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  for (const along of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    if (sought.every((id) => met.has(id))) break
    for (let across = -0.3; across <= 0.3; across += 0.02) {
      const point = { x: from.x + dx * along - dy * across, y: from.y + dy * along + dx * across }
      await page.mouse.move(point.x, point.y)
      await atRest(page)
      const item = await hovered(page)
      if (item?.kind === 'relation' && !met.has(item.id)) met.set(item.id, point)
    }
  }
  return met
}
