import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { followFolder } from '../../src/server/follow-folder.ts'
import { type Look, lookAtBase } from '../../src/server/look-at-base.ts'
import { startServer } from '../../src/server/start-server.ts'
import { watchFolder } from '../../src/server/watch-folder.ts'
import { watchTree } from '../../src/server/watch-tree.ts'
import { soon } from '../soon.ts'
import { listenToEvents } from './raw-request.ts'
import { type TinyBase, tinyBase, tinyFiles } from './tiny-base.ts'

vi.mock('../../src/server/watch-tree.ts', () => ({ watchTree: vi.fn() }))

/** Sees nothing by itself. */
const blind = { close: vi.fn() }

let base: TinyBase

beforeEach(async () => {
  base = await tinyBase()
  vi.mocked(watchTree).mockReset().mockReturnValue(blind)
  blind.close.mockReset()
})
afterEach(async () => {
  await base.remove()
})

/** What the watcher of the tree was given. */
async function watchedTree() {
  await soon(() => expect(watchTree).toHaveBeenCalled())
  const [place = '', tell = () => {}, fail = () => {}] =
    vi.mocked(watchTree).mock.calls.at(-1) ?? []
  return { place, tell, fail }
}

test('an event is a hint at a file, and the beginning one at all', async () => {
  const onDirty = vi.fn()
  const watching = watchFolder(base.dataFolder, onDirty, () => {})
  const { tell } = await watchedTree()
  await soon(() => expect(onDirty.mock.calls).toEqual([['all']]))
  tell('people/ada.yaml')
  tell('people/alan.yaml')
  tell('people/ada.yaml')
  const both = new Set(['people/ada.yaml', 'people/alan.yaml'])
  await soon(() => expect(onDirty.mock.calls.slice(1)).toEqual([[both]]))
  tell('people/ada.yaml')
  tell()
  await soon(() => expect(onDirty.mock.calls.slice(2)).toEqual([['all']]))
  await watching.close()
  expect(blind.close).toHaveBeenCalledOnce()
})

test('after more events than the system may have kept anything may have changed, and all is watched anew', async () => {
  const onDirty = vi.fn()
  const watching = watchFolder(base.dataFolder, onDirty, () => {})
  const { tell } = await watchedTree()
  await soon(() => expect(onDirty).toHaveBeenCalledOnce())
  for (let event = 0; event < 1000; event++) tell('people/ada.yaml')
  const one = new Set(['people/ada.yaml'])
  await soon(() => expect(onDirty.mock.calls.slice(1)).toEqual([[one]]))
  expect(watchTree).toHaveBeenCalledOnce()
  for (let event = 0; event < 1001; event++) tell('people/ada.yaml')
  await soon(() => expect(onDirty.mock.calls.slice(2)).toEqual([['all']]))
  expect(watchTree).toHaveBeenCalledTimes(2)
  expect(blind.close).toHaveBeenCalledOnce()
  await watching.close()
})

test('what no watcher has seen is found when half a minute has passed', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { first, see } = await lookAtBase(base.dataFolder)
  const onChange = vi.fn<(look: Look) => void>()
  const followed = followFolder(base.dataFolder, {
    first,
    see,
    onChange,
    onWatchingFailed: vi.fn(),
  })
  // Watching begins with a look at all of it.
  await watchedTree()
  await delay(200)
  const text = tinyFiles['people/ada.yaml'].replace('Ada', 'Ada Lovelace')
  await base.write('people/ada.yaml', text)
  await vi.advanceTimersByTimeAsync(29_000)
  await delay(200)
  expect(onChange).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1000)
  // To wait would turn a false clock on.
  vi.useRealTimers()
  await soon(() => expect(onChange).toHaveBeenCalledOnce())
  expect(onChange.mock.calls[0]?.[0].sources.files.map((file) => file.text)).toContain(text)
  await followed.close()
})

test('a watcher that fails is told once for each reason', async () => {
  const onFailure = vi.fn()
  const watching = watchFolder(base.dataFolder, () => {}, onFailure)
  const { fail } = await watchedTree()
  const full = Object.assign(new Error('No space for watches.'), { code: 'ENOSPC' })
  for (const error of [full, full, new Error('Broken.'), full]) fail(error)
  expect(onFailure.mock.calls).toEqual([['ENOSPC'], ['Error: Broken.']])
  await watching.close()
})

test('what no watcher has seen is found when a page connects', async () => {
  const server = await startServer({ ...base, port: 0 })
  // The first may also be found by the look with which watching begins.
  for (const name of ['Ada L', 'Ada Lovelace']) {
    const before = await listenToEvents(server.port)
    await base.write('people/ada.yaml', tinyFiles['people/ada.yaml'].replace('Ada', name))
    const page = await listenToEvents(server.port)
    await soon(() => expect(before.changes().length).toBeGreaterThan(1))
    page.socket.destroy()
    before.socket.destroy()
  }
  await server.close()
})
