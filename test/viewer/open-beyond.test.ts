import { signal } from '@preact/signals'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openBeyond } from '../../viewer/data/open-beyond.ts'
import type { Shown } from '../../viewer/data/shown.ts'

/** A server whose graph has a version and nothing else. */
function serveVersions() {
  const served = { version: 'first', asked: [] as string[] }
  vi.stubGlobal('fetch', async (address: string) => {
    const { kind } = JSON.parse(decodeURIComponent(address.replace('ask/', '')))
    served.asked.push(kind)
    const nothing = { nodes: [], edges: [], degrees: [], unknown: [], ids: [], left: 0 }
    const { version } = served
    return Response.json({ version, first: ['ada'], attributes: {}, groups: [], ...nothing })
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  return served
}

test('a path is asked for again once any answer has told of another version', async () => {
  const served = serveVersions()
  const beyond = openBeyond(signal<Shown | null>(null), signal<string | null>(null))
  const path = async () => (await beyond.paths('ada', 'bob', false)) as unknown
  await beyond.show(['ada'])
  expect(await path()).toMatchObject({ version: 'first' })
  expect(await path()).toMatchObject({ version: 'first' })
  expect(served.asked.filter((kind) => kind === 'paths')).toHaveLength(1)

  served.version = 'second'
  await beyond.show(['ada', 'bob'])
  beyond.refresh('second')
  expect(await path()).toMatchObject({ version: 'second' })
})
