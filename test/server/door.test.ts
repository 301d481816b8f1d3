import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDoor } from '../../src/server/door.ts'
import { fieldsOf } from '../../src/server/guard.ts'
import type { RunningServer } from '../../src/server/serve-content.ts'
import { startServer } from '../../src/server/start-server.ts'
import { exchange, request } from './raw-request.ts'
import { type TinyBase, tinyBase } from './tiny-base.ts'

const door = openDoor(8321)
const token = door.entrance.slice('/?token='.length)

function judge(target: string, cookies: readonly string[] = [], method = 'GET') {
  const fields = fieldsOf(cookies.flatMap((cookie) => ['Cookie', cookie]))
  return door.judge({ method, target, fields }).kind
}

test('each server has a token of its own', () => {
  expect(token).toMatch(/^[0-9a-f]{32}$/)
  expect(openDoor(8321).entrance).not.toBe(door.entrance)
})

test('the token in the address is welcome and gets a cookie that no script and no other site can use', () => {
  expect(door.judge({ method: 'GET', target: door.entrance, fields: new Map() })).toEqual({
    kind: 'welcome',
    cookie: `dossier-8321=${token}; Path=/; HttpOnly; SameSite=Lax`,
  })
})

test.each([
  ['the cookie', [`dossier-8321=${token}`]],
  ['among others', [`a=b; dossier-8321=${token};c=d`]],
  ['in a second field', ['a=b', `dossier-8321=${token}`]],
])('known by %s', (_, cookies) => {
  expect(judge('/graph.json', cookies)).toBe('known')
  expect(judge('/open/1/a.yaml', cookies, 'POST')).toBe('known')
})

test.each<[string, string, string[], string?]>([
  ['nothing', '/', []],
  ['no token', '/?token=', []],
  ['half a token', `/?token=${token.slice(0, 16)}`, []],
  ['a longer token', `/?token=${token}0`, []],
  ['the token in capitals', `/?token=${'A'.repeat(32)}`, []],
  ['the token and more', `/?token=${token}&a=b`, []],
  ['the token behind more', `/?a=b&token=${token}`, []],
  ['the token at the data', `/graph.json?token=${token}`, []],
  ['the token below the root', `/x/?token=${token}`, []],
  ['the token in a path', `/${token}`, []],
  ['the token in HEAD', door.entrance, [], 'HEAD'],
  ['the token in POST', door.entrance, [], 'POST'],
  ['a wrong cookie', '/', [`dossier-8321=${'0'.repeat(32)}`]],
  ['the cookie of another port', '/', [`dossier-8322=${token}`]],
  ['a cookie that ends like it', '/', [`x-dossier-8321=${token}`]],
  ['two cookies', '/', [`dossier-8321=${token}; dossier-8321=x`]],
  ['the cookie in quotes', '/', [`dossier-8321="${token}"`]],
])('a stranger has %s', (_, target, cookies, method) => {
  expect(judge(target, cookies, method)).toBe('stranger')
})

// Bound to all addresses; asked through the loopback alone.
describe('beyond the loopback', () => {
  let base: TinyBase
  let server: RunningServer
  let port: number
  let entrance: string
  beforeAll(async () => {
    base = await tinyBase()
    server = await startServer({
      ...base,
      ...{ port: 0, host: '0.0.0.0', openEditor: async () => {} },
    })
    port = server.port
    entrance = server.url.slice(server.url.indexOf('/?'))
  })
  afterAll(async () => {
    await server.close()
    await base.remove()
  })

  test.each(['/', '/viewer.js', '/graph.json', '/status.json', '/events', '/changes/0.json'])(
    'a stranger gets nothing of %s',
    async (path) => {
      const { status, body, headers } = await request(port, path)
      expect(status).toBe(403)
      expect(body.toString()).toMatch(/token/)
      expect(headers.get('set-cookie')).toBeUndefined()
    },
  )

  test('the one with the token comes in, and the token leaves the address', async () => {
    expect(server.url).toMatch(/^http:\/\/localhost:\d+\/\?token=[0-9a-f]{32}$/)
    expect(server.others).not.toContain(server.url.replace('localhost', '127.0.0.1'))
    const first = await request(port, entrance)
    expect([first.status, first.headers.get('location')]).toEqual([303, '/'])
    expect(first.headers.get('cache-control')).toBe('no-store')
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
    for (const path of ['/', '/graph.json', '/status.json']) {
      expect((await request(port, path, { Cookie: cookie })).status).toBe(200)
    }
  })

  test('the token does not stand in for the Host or the Origin', async () => {
    for (const fields of [{ Host: `evil.test:${port}` }, { Origin: 'http://evil.test' }]) {
      const answer = await exchange(
        port,
        `GET ${entrance} HTTP/1.1\r\n${Object.entries({ Host: `localhost:${port}`, ...fields })
          .map((field) => field.join(': '))
          .join('\r\n')}\r\n\r\n`,
      )
      expect(answer).toMatch(/^HTTP\/1\.1 403 /)
      expect(answer).not.toContain('Set-Cookie')
    }
  })

  test('pages offer no editor', async () => {
    const cookie = `dossier-${port}=${entrance.slice('/?token='.length)}`
    const { body } = await request(port, '/status.json', { Cookie: cookie })
    expect(JSON.parse(body.toString())).not.toHaveProperty('editor')
    const own = { Cookie: cookie, Origin: `http://localhost:${port}` }
    expect((await request(port, '/open/1/people%2Fada.yaml', own, 'POST')).status).toBe(404)
  })
})
