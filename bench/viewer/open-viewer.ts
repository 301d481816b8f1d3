import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import { chromiumPath } from '../edits/chromium-path.ts'
import { medianOf } from '../edits/median-of.ts'
import type { Opened } from './opened.ts'
import { heapOf, metric } from './page-metrics.ts'
import { type ProbedWindow, probePage } from './page-probe.ts'
import { dataFetched, findEntity, focusOn, panFrames, zoomTo } from './page-steps.ts'

// Serves a base and opens it in Chromium as often as asked; prints what each page took as JSON (`Opened[]`).
// Usage: open-viewer.js folder rounds

const [folder = '', rounds = '1'] = process.argv.slice(2)
const frames = 60
/** In milliseconds: a hundred thousand entities take their time. */
const longest = 300_000
const { startServer } = await import(pathToFileURL('dist/server/start-server.js').href)

const server = await startServer({
  dataFolder: `${folder}/graph-data`,
  viewerFolder: 'dist/viewer',
  port: 0,
})
const executablePath = chromiumPath()
if (executablePath === undefined) throw new Error('There is no Chromium: CHROMIUM can name one.')
const swiftshader = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', ...swiftshader] })
const opened: Opened[] = []
for (let round = 0; round < Number(rounds); round++) opened.push(await open(server.url))
process.stdout.write(JSON.stringify(opened))
await browser.close()
await server.close()

async function open(url: string): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.addInitScript(probePage)
  const devtools = await context.newCDPSession(page)
  // Times are those of the processor: what else runs on the machine is not in them.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(url)
  const pictured = () => (globalThis as unknown as ProbedWindow).probed.firstPicture
  await page.waitForFunction(pictured, undefined, { timeout: longest })
  const cpu = await metric(devtools, 'TaskDuration')
  const fromStart = (await page.evaluate(pictured)) ?? Number.NaN
  const fetched = (await page.evaluate(dataFetched)).filter(({ arrived }) => arrived <= fromStart)
  const arrived = Math.max(...fetched.map((each) => each.arrived))
  const size = await page.evaluate(() => {
    const graph = (globalThis as unknown as ProbedWindow).dossierViewer.graph.value
    return { nodes: graph?.order ?? 0, edges: graph?.size ?? 0 }
  })
  await rest(page)
  const heap = await heapOf(devtools)
  const steps = await takeSteps(page)
  await context.close()
  return {
    ...(await payloadOf(url, fetched)),
    picture: (fromStart - arrived) / 1000,
    fromStart: fromStart / 1000,
    cpu,
    ...steps,
    heap,
    ...size,
  }
}

/** What a reader does, in seconds. */
async function takeSteps(page: Page) {
  const panned = await panning(page)
  await page.evaluate(zoomTo, 0.15)
  await rest(page)
  const pannedClose = await panning(page)
  const foundFirst = (await page.evaluate(findEntity, 'person-4')) / 1000
  const foundAgain = (await page.evaluate(findEntity, 'person-5')) / 1000
  const focused = (await page.evaluate(focusOn, 'group-1')) / 1000
  return { panned, pannedClose, foundFirst, foundAgain, focused }
}

/** The first frames find code that nothing has compiled yet. */
async function panning(page: Page): Promise<number> {
  await page.evaluate(panFrames, 10)
  await rest(page)
  return medianOf(await page.evaluate(panFrames, frames)) / 1000
}

async function payloadOf(url: string, fetched: readonly { readonly path: string }[]) {
  let [plain, gzip] = [0, 0]
  for (const { path } of fetched) {
    const response = await fetch(new URL(path, url), { headers: { 'Accept-Encoding': 'identity' } })
    const bytes = Buffer.from(await response.arrayBuffer())
    plain += bytes.length
    gzip += gzipSync(bytes, { level: 6 }).length
  }
  return { plain, gzip }
}

/** Names come to rest, and so does what follows the view. */
async function rest(page: Page): Promise<void> {
  await page.waitForTimeout(500)
}
