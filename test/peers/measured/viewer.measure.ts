import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { LookedAt } from '../../../bench/engines/looked-at.ts'
import { cpuOf } from '../../../bench/serving/cpu-of.ts'
import { heapOf, metric } from '../../../bench/viewer/page-metrics.ts'
import { launchBrowser, openPage } from '../../browser/viewer-page.ts'
import { startDossier } from '../../cli/run-dossier.ts'
import { cliPush } from '../cli-push.ts'
import { startNeo4j } from '../neo4j-server.ts'
import { readGeneratedFiles } from './generated-files.ts'
import { lookAround } from './look-around.ts'
import { peakOf, watchPeak } from './peak-of.ts'
import { writeHub } from './write-hub.ts'

// Pushes a large base to Neo4j, serves it from there, and looks at it in Chromium; every answer is compared with the
// files. Writes what it took as JSON (`LookedAt`).
// Usage: ENTITIES=1000000 MEASURED=file.json npx vitest run -c test/peers/measured/vitest.config.ts viewer
// ADDRESS=bolt://127.0.0.1:7687 DATA=folder looks at what was pushed there from that folder, and pushes nothing;
// SERVER_PID names the process of that server.

const entities = Number(process.env.ENTITIES)
const file = process.env.MEASURED ?? ''
const password = 'correct horse'
const environment = { DOSSIER_ENGINE_USER: 'neo4j', DOSSIER_ENGINE_PASSWORD: password }

test('a large base on a server is looked at', async () => {
  const looked: LookedAt = { entities: 0, relations: 0, heap: [], steps: [] }
  onTestFinished(() => writeFileSync(file, JSON.stringify(looked)))
  const { folder, address, pid } = await pushedBase(looked)
  const served = await serveOn(looked, address, folder)
  const devtools = await served.page.context().newCDPSession(served.page)
  // Times are those of the processor.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const measureHeap = async () => void looked.heap.push(await heapOf(devtools))
  const cpu = async () => ({
    ...{ serve: cpuOf(served.pid), neo4j: pid === undefined ? Number.NaN : cpuOf(pid) },
    page: await metric(devtools, 'TaskDuration'),
  })
  const files = readGeneratedFiles(join(folder, 'graph-data'))
  looked.entities = files.ids.length
  looked.relations = files.relations
  await lookAround({ ...served, files, steps: looked.steps, onOpened: measureHeap, cpu })
  await measureHeap()
  if (looked.serve) looked.serve = { ...looked.serve, peak: peakOf(served.pid) }
  const wrong = looked.steps.flatMap(({ what, wrong }) => wrong.map((each) => `${what}: ${each}`))
  expect(wrong).toEqual([])
})

/** Where a base is that was pushed, and from which folder. */
interface PushedBase {
  readonly folder: string
  readonly address: string
  /** Of the server, where it was started here. */
  readonly pid?: number | undefined
}

async function pushedBase(looked: LookedAt): Promise<PushedBase> {
  const { ADDRESS: known, DATA: pushedFrom, SERVER_PID: server } = process.env
  if (known !== undefined && pushedFrom !== undefined) {
    return { folder: pushedFrom, address: known, ...(server && { pid: Number(server) }) }
  }
  const folder = mkdtempSync(`${tmpdir()}/dossier-looked-at-`)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const words = ['--entities', String(entities), '--per-file', '20']
  execFileSync('node', ['bench/generate.mjs', folder, ...words], { stdio: 'pipe' })
  writeHub(join(folder, 'graph-data'), entities)
  const { address, pid, stop } = await startNeo4j(password, { heap: '2g', pageCache: '3g' })
  onTestFinished(stop)
  await measurePush(looked, folder, address)
  return { folder, address, pid }
}

async function measurePush(looked: LookedAt, folder: string, address: string): Promise<void> {
  const begun = performance.now()
  let peak = () => 0
  await cliPush(folder, { address, environment }, undefined, (pid) => {
    peak = watchPeak(pid)
  })
  looked.push = { milliseconds: performance.now() - begun, peak: peak() }
  process.stderr.write(`pushed: ${JSON.stringify(looked.push)}\n`)
}

async function serveOn(
  looked: LookedAt,
  address: string,
  folder: string,
): Promise<{ page: Page; url: string; pid: number | undefined }> {
  const begun = performance.now()
  const words = ['serve', '--on', address, '--port', '0']
  // The heap that a push needs is not what serves.
  const { child, told } = startDossier(words, folder, { ...environment, NODE_OPTIONS: '' })
  const url = await vi.waitFor(() => urlIn(told), 300_000)
  looked.serve = { milliseconds: performance.now() - begun, peak: 0 }
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const { page } = await openPage(browser, 'about:blank')
  page.setDefaultTimeout(300_000)
  return { page, url, pid: child.pid }
}

function urlIn({ stdout, stderr }: { stdout: string; stderr: string }): string {
  const [url] = /^http:\S+/m.exec(stdout) ?? []
  if (url === undefined) throw new Error(`Nothing is served yet. ${stderr}`)
  return url
}
