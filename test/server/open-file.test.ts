import { rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { fileOpener, type OpenEditor } from '../../src/server/file-opener.ts'
import type { RunningServer } from '../../src/server/serve-content.ts'
import { startServer } from '../../src/server/start-server.ts'
import { soon } from '../soon.ts'
import { listenToEvents, request } from './raw-request.ts'
import { type TinyBase, tinyBase } from './tiny-base.ts'

let base: TinyBase
let server: RunningServer
/** What the editor was asked to open. */
let opened: (readonly [path: string, line: number])[]

beforeEach(async () => {
  base = await tinyBase()
  opened = []
  server = await startServer({
    ...base,
    port: 0,
    openEditor: async (path, line) => {
      if (line === 13) throw new Error('The editor is broken.')
      opened.push([path, line])
    },
  })
})
afterEach(async () => {
  await server.close()
  await base.remove()
})

async function tokenOf(port: number): Promise<string> {
  return JSON.parse((await request(port, '/status.json')).body.toString()).editor
}

async function ask(path: string, fields: Readonly<Record<string, string>> = {}) {
  const { port } = server
  const origin = `http://localhost:${port}`
  const own = { Origin: origin, 'Sec-Fetch-Site': 'same-origin', 'Content-Length': '0' }
  const token = fields['Dossier-Token'] ?? (await tokenOf(port))
  return request(port, path, { ...own, 'Dossier-Token': token, ...fields }, 'POST')
}

const place = '/open/4/people%2Fada.yaml'

describe('our page', () => {
  test('has a file of the base opened at its line', async () => {
    const { status, headers, body } = await ask(place)
    expect([status, body.length]).toEqual([204, 0])
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(opened).toEqual([[join(base.dataFolder, 'people/ada.yaml'), 4]])
  })

  test('is told the token with every state of the files, and it is the same one', async () => {
    const listener = await listenToEvents(server.port)
    await base.write('people/ada.yaml', 'type: person\nname: Ada L.\n')
    await soon(() => expect(listener.changes()).toHaveLength(2))
    const token = await tokenOf(server.port)
    expect(token).toMatch(/^[0-9a-f]{32}$/)
    expect(listener.changes().map(({ editor }) => editor)).toEqual([token, token])
    listener.socket.destroy()
  })

  test('opens a file that has come since', async () => {
    await base.write('people/new one.yaml', 'type: person\nname: New\n')
    await soon(async () => {
      expect((await ask('/open/1/people%2Fnew%20one.yaml')).status).toBe(204)
    })
    expect(opened).toEqual([[join(base.dataFolder, 'people/new one.yaml'), 1]])
  })

  test('hears of an editor that does not start', async () => {
    const { status, body } = await ask('/open/13/people%2Fada.yaml')
    expect([status, body.toString()]).toEqual([500, 'The editor cannot be started.\n'])
  })

  test('cannot fill the screen', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(place)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 204)).toHaveLength(1)
    expect(statuses.filter((status) => status === 429)).toHaveLength(19)
    expect(opened).toHaveLength(1)
  })
})

describe('the opener', () => {
  const openerOf = (openEditor: OpenEditor | undefined) =>
    fileOpener({
      folder: base.dataFolder,
      hasFile: (file) => file === 'people/ada.yaml',
      openEditor,
    })

  test('says what it did, and in words why not', async () => {
    const opener = openerOf(async (path, line) => {
      if (line === 13) throw new Error('The editor is broken.')
      opened.push([path, line])
    })
    const token = opener.token ?? ''
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0)
    onTestFinished(() => void clock.mockRestore())
    expect(await opener.open(place, [token])).toEqual({ kind: 'done' })
    const refusals = [
      [place, [], 403, 'This page is older than the server: reload it.'],
      [place, [token, token], 403, 'This page is older than the server: reload it.'],
      [place, [`${token}0`], 403, 'This page is older than the server: reload it.'],
      [`/x${place}`, [token], 404, 'The base has no such file.'],
      [`${place}/x`, [token], 404, 'The base has no such file.'],
      ['/open/1/people%2Falan.yaml', [token], 404, 'The base has no such file.'],
      [place, [token], 429, 'A file was opened only now.'],
    ] as const
    for (const [path, tokens, status, reason] of refusals) {
      expect(await opener.open(path, tokens)).toEqual({ kind: 'refused', status, reason })
    }
    clock.mockReturnValue(499)
    expect(await opener.open(place, [token])).toMatchObject({ status: 429 })
    clock.mockReturnValue(500)
    expect(await opener.open(place, [token])).toEqual({ kind: 'done' })
    clock.mockReturnValue(1000)
    expect(await opener.open('/open/13/people%2Fada.yaml', [token])).toEqual({
      kind: 'refused',
      status: 500,
      reason: 'The editor cannot be started.',
    })
    expect(opened).toHaveLength(2)
  })

  test('of no editor has no token', async () => {
    const opener = openerOf(undefined)
    expect(opener.token).toBeUndefined()
    const reason = 'There is no editor here.'
    expect(await opener.open(place, [])).toEqual({ kind: 'refused', status: 404, reason })
  })

  test('finds no file where the folder is gone', async () => {
    const opener = openerOf(async () => {})
    await rename(base.dataFolder, `${base.dataFolder}-old`)
    expect(await opener.open(place, [opener.token ?? ''])).toMatchObject({ status: 404 })
  })
})

describe('nothing is opened', () => {
  test.each<[string, Record<string, string>]>([
    ['a foreign page', { Origin: 'http://evil.test' }],
    ['a page without an origin', { Origin: 'null' }],
    ['a page that another site sends', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a foreign name of this machine', { Host: 'evil.test' }],
    ['one with a wrong token', { 'Dossier-Token': '0'.repeat(32) }],
    ['one with half a token', { 'Dossier-Token': '0'.repeat(16) }],
    ['one with no token', { 'Dossier-Token': '' }],
  ])('for %s', async (_name, fields) => {
    expect((await ask(place, fields)).status).toBe(403)
    expect(opened).toEqual([])
  })

  test('for a program that is no page', async () => {
    const token = await tokenOf(server.port)
    const { status } = await request(server.port, place, { 'Dossier-Token': token }, 'POST')
    expect(status).toBe(403)
    expect(opened).toEqual([])
  })

  test('by reading', async () => {
    expect((await request(server.port, place)).status).toBe(404)
    expect(opened).toEqual([])
  })

  test.each([
    '/open/1/..%2F..%2F..%2F..%2Fetc%2Fpasswd',
    '/open/1/%2Fetc%2Fpasswd',
    '/open/1/people%2F..%2Fpeople%2Fada.yaml',
    '/open/1/.%2Fpeople%2Fada.yaml',
    '/open/1/people/ada.yaml',
    '/open/1/people%5Cada.yaml',
    '/open/1/people',
    '/open/1/secret.txt',
    '/open/1/people%2Fada.yaml%00',
    '/open/1/%E0%A4%A',
    '/open/1/',
    '/open/1',
    '/open/0/people%2Fada.yaml',
    '/open/-1/people%2Fada.yaml',
    '/open/1e9/people%2Fada.yaml',
    '/open/9999999999/people%2Fada.yaml',
  ])('at %s', async (path) => {
    await writeFile(join(base.dataFolder, 'secret.txt'), 'secret')
    const { status } = await ask(path)
    expect([404, 405]).toContain(status)
    expect(opened).toEqual([])
  })

  // The server forgets such files as soon as it sees the change; until then the opener stands alone.
  test.each(['people', 'people/ada.yaml'])(
    'outside of the base, where a link has taken the place of %s',
    async (moved) => {
      const opener = fileOpener({
        folder: base.dataFolder,
        hasFile: () => true,
        openEditor: async (path, line) => void opened.push([path, line]),
      })
      const outside = join(base.dataFolder, '../outside')
      await rename(join(base.dataFolder, moved), outside)
      await symlink(outside, join(base.dataFolder, moved))
      const opening = await opener.open(place, [opener.token ?? ''])
      expect(opening).toMatchObject({ kind: 'refused', status: 404 })
      expect(opened).toEqual([])
    },
  )

  test('that is a folder', async () => {
    const { folder, openEditor } = { folder: base.dataFolder, openEditor: async () => {} }
    const opener = fileOpener({ folder, hasFile: () => true, openEditor })
    const open = (path: string) => opener.open(path, [opener.token ?? ''])
    expect(await open('/open/1/people')).toMatchObject({ kind: 'refused', status: 404 })
  })

  test('where there is no editor', async () => {
    const plain = await startServer({ ...base, port: 0 })
    const { body } = await request(plain.port, '/status.json')
    expect(JSON.parse(body.toString())).not.toHaveProperty('editor')
    const fields = { Origin: `http://localhost:${plain.port}`, 'Dossier-Token': 'undefined' }
    expect((await request(plain.port, place, fields, 'POST')).status).toBe(404)
    await plain.close()
  })
})
