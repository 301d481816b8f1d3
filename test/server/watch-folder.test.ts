import { EventEmitter } from 'node:events'
import { watch } from 'chokidar'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startServer } from '../../src/server/start-server.ts'
import { watchFolder } from '../../src/server/watch-folder.ts'
import { listenToEvents } from './raw-request.ts'
import { type TinyBase, tinyBase, tinyFiles } from './tiny-base.ts'

vi.mock('chokidar', () => ({ watch: vi.fn() }))

const patient = { timeout: 4000 }

/** A watcher that sees what the test says and nothing else. */
class BlindWatcher extends EventEmitter {
  readonly close = async () => {}
}

let base: TinyBase
let watcher: BlindWatcher

beforeEach(async () => {
  base = await tinyBase()
  watcher = new BlindWatcher()
  vi.mocked(watch)
    .mockReset()
    .mockReturnValue(watcher as never)
})
afterEach(async () => {
  await base.remove()
})

test('an event is a hint, and so is that the watcher is ready', async () => {
  const onDirty = vi.fn()
  const watching = watchFolder(base.dataFolder, onDirty, () => {})
  await vi.waitFor(() => expect(onDirty).toHaveBeenCalledTimes(1), patient)
  watcher.emit('ready')
  await vi.waitFor(() => expect(onDirty).toHaveBeenCalledTimes(2), patient)
  watcher.emit('all', 'change', 'people/ada.yaml')
  await vi.waitFor(() => expect(onDirty).toHaveBeenCalledTimes(3), patient)
  await watching.close()
})

test('a watcher that fails is told once for each reason', async () => {
  const onFailure = vi.fn()
  const watching = watchFolder(base.dataFolder, () => {}, onFailure)
  await vi.waitFor(() => expect(watch).toHaveBeenCalled(), patient)
  const full = Object.assign(new Error('No space for watches.'), { code: 'ENOSPC' })
  for (const error of [full, full, new Error('Broken.'), full]) watcher.emit('error', error)
  expect(onFailure.mock.calls).toEqual([['ENOSPC'], ['Error: Broken.']])
  await watching.close()
})

test('names that begin with a dot are not watched, wherever the folder is', async () => {
  const watching = watchFolder(
    base.dataFolder,
    () => {},
    () => {},
  )
  await vi.waitFor(() => expect(watch).toHaveBeenCalled(), patient)
  const [place, options] = vi.mocked(watch).mock.calls[0] ?? []
  const ignored = options?.ignored as (path: string) => boolean
  expect(ignored(String(place))).toBe(false)
  expect(ignored(`${place}/people/ada.yaml`)).toBe(false)
  expect(ignored(`${place}/people/.ada.yaml.swp`)).toBe(true)
  expect(ignored(`${place}/.git/HEAD`)).toBe(true)
  await watching.close()
})

test('what no watcher has seen is found when a page connects', async () => {
  const server = await startServer({ ...base, port: 0 })
  // The first may also be found by the look with which watching begins.
  for (const name of ['Ada L', 'Ada Lovelace']) {
    const before = await listenToEvents(server.port)
    await base.write('people/ada.yaml', tinyFiles['people/ada.yaml'].replace('Ada', name))
    const page = await listenToEvents(server.port)
    await vi.waitFor(() => expect(before.changes().length).toBeGreaterThan(1), patient)
    page.socket.destroy()
    before.socket.destroy()
  }
  await server.close()
})
