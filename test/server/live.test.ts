import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { GraphChange } from '../../src/server/graph-change.ts'
import { lookAtBase } from '../../src/server/look-at-base.ts'
import type { RunningServer } from '../../src/server/serve-content.ts'
import type { ServerEvent } from '../../src/server/server-event.ts'
import { startServer } from '../../src/server/start-server.ts'
import type { Status } from '../../src/server/status.ts'
import { soon } from '../soon.ts'
import { listenToEvents, request } from './raw-request.ts'
import { type TinyBase, tinyBase, tinyFiles } from './tiny-base.ts'

const brokenAda = tinyFiles['people/ada.yaml'].replace('knows: alan', 'knows: alam')
const renamedAda = tinyFiles['people/ada.yaml'].replace('name: Ada', 'name: Ada Lovelace')

let base: TinyBase
let server: RunningServer
let events: ServerEvent[]

beforeEach(async () => {
  base = await tinyBase()
  events = []
})
afterEach(async () => {
  await server.close()
  await base.remove()
})

async function start(): Promise<number> {
  server = await startServer({ ...base, port: 0, onEvent: (event) => events.push(event) })
  return server.port
}

async function statusOf(port: number): Promise<Status> {
  return JSON.parse((await request(port, '/status.json')).body.toString())
}

/** What a clean build shows elsewhere, in its order. */
function withoutPlaces(text: string): string {
  return text.replace(/"x":[-.0-9]+,"y":[-.0-9]+,/g, '')
}

async function changeSince(port: number, version: string): Promise<GraphChange> {
  return JSON.parse((await request(port, `/changes/${version}.json`)).body.toString())
}

async function labelsOf(port: number): Promise<readonly string[]> {
  const { nodes } = JSON.parse((await request(port, '/graph.json')).body.toString())
  return nodes.map(({ attributes }: { attributes: { label: string } }) => attributes.label)
}

describe('a page that listens', () => {
  test('gets the status at once, and again when a file is saved', async () => {
    const port = await start()
    const page = await listenToEvents(port)
    expect(page.text()).toContain('retry: 1000\n\n')
    const before = await statusOf(port)
    expect(page.changes()).toEqual([before])

    await base.write('people/ada.yaml', renamedAda)
    await soon(() => expect(page.changes()).toHaveLength(2))
    const [, after] = page.changes()
    expect(after).toEqual(await statusOf(port))
    expect(await changeSince(port, before.graph)).toMatchObject({
      from: before.graph,
      to: after?.graph,
      dropped: { nodes: [], edges: [] },
      nodes: [{ key: 'ada', attributes: { label: 'Ada Lovelace' } }],
      edges: [],
    })
    expect(after?.graph).not.toBe(before.graph)
    expect(await labelsOf(port)).toEqual(['Ada Lovelace', 'Alan'])
    page.socket.destroy()
  })

  test('gets the newest status when it comes back', async () => {
    const port = await start()
    const page = await listenToEvents(port)
    page.socket.destroy()
    await base.write('people/ada.yaml', brokenAda)
    await soon(async () => expect(await statusOf(port)).toMatchObject({ errors: 1 }))
    const again = await listenToEvents(port)
    expect(again.changes()).toMatchObject([{ errors: 1, stale: true }])
    again.socket.destroy()
  })

  test('is one of sixteen, and leaves its place to another', async () => {
    const port = await start()
    const pages = await Promise.all(Array.from({ length: 16 }, () => listenToEvents(port)))
    for (const page of pages) expect(page.text()).toMatch(/^HTTP\/1\.1 200 /)

    const refused = await request(port, '/events')
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('5')
    expect((await request(port, '/')).status).toBe(200)

    pages[0]?.socket.destroy()
    const next = await soon(async () => {
      const page = await listenToEvents(port)
      expect(page.text()).toMatch(/^HTTP\/1\.1 200 /)
      return page
    })
    for (const page of [...pages, next]) page.socket.destroy()
  })
})

describe('errors in the data', () => {
  test('leave the last graph without errors standing', async () => {
    const port = await start()
    const good = await request(port, '/graph.json')
    await base.write('people/ada.yaml', brokenAda)
    const broken = await soon(async () => {
      const status = await statusOf(port)
      expect(status.errors).toBe(1)
      return status
    })
    expect(broken.stale).toBe(true)
    expect(`"${broken.graph}"`).toBe(good.headers.get('etag'))
    expect((await request(port, '/graph.json')).body).toEqual(good.body)
    expect(broken.diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'broken-reference', file: 'people/ada.yaml', line: 4, source: '  - knows: alam' },
    ])

    await base.write('people/grace.yaml', 'type: persona\nname: Grace\n')
    await soon(async () => expect(await statusOf(port)).toMatchObject({ errors: 2 }))
    expect(await statusOf(port)).toMatchObject({ stale: true, graph: broken.graph })

    await rm(join(base.dataFolder, 'people/grace.yaml'))
    await base.write('people/ada.yaml', renamedAda)
    await soon(async () => expect(await statusOf(port)).toMatchObject({ errors: 0, stale: false }))
    expect(await labelsOf(port)).toEqual(['Ada Lovelace', 'Alan'])
  })

  test('come between two graphs without any, and the change leads from one to the other', async () => {
    const port = await start()
    const good = await statusOf(port)
    await base.write('people/ada.yaml', brokenAda)
    await soon(async () => expect(await statusOf(port)).toMatchObject({ errors: 1 }))
    expect(await changeSince(port, good.graph)).toMatchObject({ to: good.graph, nodes: [] })

    await base.write('people/grace.yaml', 'type: person\nname: Grace\n')
    await base.write('people/ada.yaml', renamedAda)
    await soon(async () => expect(await statusOf(port)).toMatchObject({ errors: 0 }))
    await soon(async () => expect(await labelsOf(port)).toContain('Grace'))
    const change = await changeSince(port, good.graph)
    expect(change.to).toBe((await statusOf(port)).graph)
    expect(change.nodes.map(({ attributes }) => attributes.label)).toEqual([
      'Ada Lovelace',
      'Grace',
    ])
    expect(change.edges).toEqual([])
  })

  test('are told once for each save that changes them', async () => {
    const port = await start()
    await base.write('people/ada.yaml', brokenAda)
    await soon(async () => expect(await statusOf(port)).toMatchObject({ errors: 1 }))
    await base.write('people/ada.yaml', renamedAda)
    await soon(async () => expect(await statusOf(port)).toMatchObject({ errors: 0 }))
    expect(events.map((event) => event.kind === 'compiled' && [event.errors, event.stale])).toEqual(
      [
        [0, false],
        [1, true],
        [0, false],
      ],
    )
  })

  test('at the start leave what could be read', async () => {
    await base.write('people/ada.yaml', brokenAda)
    const port = await start()
    const first = await statusOf(port)
    expect(first).toMatchObject({ errors: 1, stale: false })
    expect(await labelsOf(port)).toEqual(['Ada', 'Alan'])
    expect(events).toMatchObject([{ kind: 'compiled', errors: 1, entities: 2, stale: false }])

    // Another graph with errors is no worse than the first.
    await base.write('people/ada.yaml', brokenAda.replace('name: Ada', 'name: Ada L'))
    await soon(async () => expect(await labelsOf(port)).toEqual(['Ada L', 'Alan']))
    expect(await statusOf(port)).toMatchObject({ errors: 1, stale: false })

    await base.write('people/ada.yaml', renamedAda)
    await soon(async () => expect(await statusOf(port)).toMatchObject({ errors: 0, stale: false }))
  })

  test('an empty folder is a base with errors', async () => {
    await rm(base.dataFolder, { recursive: true })
    await base.write('people/.keep', '')
    const port = await start()
    expect(await labelsOf(port)).toEqual([])
    expect((await statusOf(port)).errors).toBeGreaterThan(0)
    await base.fill()
    await soon(async () => expect(await labelsOf(port)).toEqual(['Ada', 'Alan']))
  })
})

describe('the data folder', () => {
  test('may vanish, come back, and is then followed again', async () => {
    const port = await start()
    await rm(base.dataFolder, { recursive: true })
    await soon(async () => expect(await statusOf(port)).toMatchObject({ stale: true }))
    expect(await labelsOf(port)).toEqual(['Ada', 'Alan'])

    await base.fill()
    await soon(async () => expect(await statusOf(port)).toMatchObject({ errors: 0 }))
    await base.write('people/ada.yaml', renamedAda)
    await soon(async () => expect(await labelsOf(port)).toContain('Ada Lovelace'))
  })

  test('may be replaced by another, which is then followed', async () => {
    const port = await start()
    await rename(base.dataFolder, `${base.dataFolder}-old`)
    await base.fill()
    await base.write('people/ada.yaml', renamedAda)
    await soon(async () => expect(await labelsOf(port)).toContain('Ada Lovelace'))
    await base.write('people/alan.yaml', tinyFiles['people/alan.yaml'].replace('Alan', 'Alan T'))
    await soon(async () => expect(await labelsOf(port)).toContain('Alan T'))
  })

  test('files may come, move and go, and editors may save by renaming', async () => {
    const port = await start()
    await base.write('new/deep/grace.yaml', 'type: person\nname: Grace\n')
    await soon(async () => expect(await labelsOf(port)).toContain('Grace'))

    const file = join(base.dataFolder, 'people/ada.yaml')
    await writeFile(`${file}.tmp`, renamedAda)
    await rename(`${file}.tmp`, file)
    await soon(async () => expect(await labelsOf(port)).toContain('Ada Lovelace'))

    await rm(join(base.dataFolder, 'new'), { recursive: true })
    await soon(async () => expect(await labelsOf(port)).not.toContain('Grace'))
  })

  test('shows after a burst what a clean build shows', async () => {
    const port = await start()
    const person = (index: number) => `people/batch-${index % 7}/person-${index}.yaml`
    for (let index = 0; index < 300; index += 1) {
      await base.write(person(index), `type: person\nname: Person ${index}\n`)
    }
    for (let index = 0; index < 300; index += 3) {
      await rm(join(base.dataFolder, person(index)))
    }
    await rename(join(base.dataFolder, 'people/batch-1'), join(base.dataFolder, 'moved'))
    const clean = await lookAtBase(base.dataFolder)
    const expected = withoutPlaces(clean.graph.whole().forms[0].bytes.toString())
    await soon(async () => {
      const { body } = await request(port, '/graph.json')
      expect(withoutPlaces(body.toString())).toEqual(expected)
    })
    expect({ ...(await statusOf(port)), graph: '' }).toEqual({ ...clean.first.status, graph: '' })
    expect(await labelsOf(port)).toHaveLength(202)
  })

  test('a save without a change is no event', async () => {
    const port = await start()
    const page = await listenToEvents(port)
    await base.fill()
    await base.write('notes.txt', 'Nothing that is compiled.')
    await base.write('people/ada.yaml', renamedAda)
    await soon(() => expect(page.changes()).toHaveLength(2))
    expect(events.filter(({ kind }) => kind === 'compiled')).toHaveLength(2)
    page.socket.destroy()
  })
})
