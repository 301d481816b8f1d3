import { setTimeout as delay } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { openInChromium } from './chromium-page.ts'
import { editsInTurn } from './edits-in-turn.ts'
import { medianOf } from './median-of.ts'

// A server that serves a base while files of it are saved. Prints as JSON what one edit takes: the median of many.
// Usage: serve-edited.js folder edits [in-browser]

const [folder = '', count = '', where = ''] = process.argv.slice(2)
const { startServer } = await import(pathToFileURL('dist/server/start-server.js').href)

/** Who edits looks at the picture before the next edit; the first edits find code that nothing has compiled yet. */
const pause = 150
const warmUp = 10

let isServed = (_at: number) => {}
const server = await startServer({
  dataFolder: `${folder}/graph-data`,
  viewerFolder: 'dist/viewer',
  port: 0,
  onEvent: ({ kind }: { kind: string }) => kind === 'compiled' && isServed(performance.now()),
})
const page = where === 'in-browser' ? await openInChromium(server.url) : undefined
await delay(1000)

const edit = editsInTurn(folder)
const walls: number[] = []
const processor: number[] = []
for (let turn = 0; turn < warmUp + Number(count); turn++) {
  const served = new Promise<number>((resolve) => {
    isServed = resolve
  })
  const shown = page?.nextState()
  const cpu = process.cpuUsage()
  edit()
  const saved = performance.now()
  const at = shown ? await shown : await served
  await served
  const { user, system } = process.cpuUsage(cpu)
  if (turn >= warmUp) {
    walls.push((at - saved) / 1000)
    processor.push((user + system) / 1e6)
  }
  await delay(pause)
  await page?.rest()
  await page?.rest()
}
const memory = process.resourceUsage().maxRSS * 1024
process.stdout.write(JSON.stringify({ cpu: medianOf(processor), wall: medianOf(walls), memory }))
await page?.close()
await server.close()
