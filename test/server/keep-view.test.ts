import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { whyNotWritten } from '../../src/cli/write-changes.ts'
import type { RunningServer } from '../../src/server/serve-content.ts'
import { startServer } from '../../src/server/start-server.ts'
import { soon } from '../soon.ts'
import { request } from './raw-request.ts'
import { type TinyBase, tinyBase } from './tiny-base.ts'

let base: TinyBase
let server: RunningServer

beforeEach(async () => {
  base = await tinyBase()
  server = await startServer({
    ...base,
    port: 0,
    writeChange: (change) => whyNotWritten(base.dataFolder, [change]),
  })
})
afterEach(async () => {
  await server.close()
  await base.remove()
})

async function status() {
  return JSON.parse((await request(server.port, '/status.json')).body.toString())
}

async function ask(path: string, fields: Readonly<Record<string, string>> = {}, method = 'POST') {
  const own = { Origin: `http://localhost:${server.port}`, 'Sec-Fetch-Site': 'same-origin' }
  const token = fields['Dossier-Token'] ?? (await status()).keeper
  return request(
    server.port,
    path,
    { ...own, 'Content-Length': '0', 'Dossier-Token': token, ...fields },
    method,
  )
}

const file = () => readFile(join(base.dataFolder, 'views.yaml'), 'utf8')
const circle = '/views/keep/Ada%27s%20circle/Who%3F/around%3Dada%26hops%3D2'

test('a view is written into the base, and every page hears of it', async () => {
  expect((await ask(circle)).status).toBe(204)
  expect(await file()).toBe(`views:
  - name: Ada's circle
    note: Who?
    show:
      around: ada
      hops: 2
`)
  const view = { name: "Ada's circle", note: 'Who?', address: 'around=ada&hops=2' }
  await soon(async () => expect((await status()).views).toEqual([view]))
  expect((await ask('/views/forget/Ada%27s%20circle')).status).toBe(204)
  await soon(async () => expect((await status()).views).toEqual([]))
})

test('what cannot be written is told in words', async () => {
  const unknown = await ask('/views/forget/Nobody')
  expect([unknown.status, String(unknown.body)]).toEqual([409, 'There is no view "Nobody".\n'])
  const nameless = await ask('/views/keep/%20//')
  expect([nameless.status, String(nameless.body)]).toEqual([409, 'A view needs a name.\n'])
})

test.each([
  ['another token', circle, { 'Dossier-Token': '0'.repeat(32) }, 403],
  ['no origin', circle, { Origin: 'null' }, 403],
  ['another page', circle, { Origin: 'http://evil.test' }, 403],
  ['another site', circle, { 'Sec-Fetch-Site': 'same-site' }, 403],
  ['a body', circle, { 'Content-Length': '1' }, 400],
  ['a broken escape', '/views/keep/%zz//', {}, 404],
  ['a part too many', '/views/keep/a/b/c/d', {}, 404],
  ['a part too few', '/views/keep/a', {}, 404],
  ['another verb', '/views/drop/a', {}, 404],
  ['a path', '/views/forget/..%2f..%2fontology.yaml', {}, 409],
])('a request with %s writes nothing', async (_, path, fields, expected) => {
  expect((await ask(path, fields)).status).toBe(expected)
  await expect(file()).rejects.toThrow('ENOENT')
})

test('only POST keeps a view', async () => {
  expect((await ask(circle, {}, 'GET')).status).toBe(404)
  expect((await ask(circle, {}, 'PUT')).status).toBe(405)
})

test('a server that was not told how writes nothing', async () => {
  const plain = await startServer({ ...base, port: 0 })
  const own = { Origin: `http://localhost:${plain.port}`, 'Content-Length': '0' }
  const { status } = await request(plain.port, circle, { ...own, 'Dossier-Token': '' }, 'POST')
  expect(status).toBe(404)
  await plain.close()
})
