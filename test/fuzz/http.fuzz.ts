import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningServer } from '../../src/server/serve-content.ts'
import { startServer } from '../../src/server/start-server.ts'
import { readAnswer, request } from '../server/raw-request.ts'
import { type TinyBase, tinyBase } from '../server/tiny-base.ts'
import { keepTrying } from './keep-trying.ts'

let base: TinyBase
let server: RunningServer
beforeAll(async () => {
  base = await tinyBase()
  server = await startServer({ ...base, port: 0 })
})
afterAll(async () => {
  await server.close()
  await base.remove()
})

const targets = [
  ...['/', '/viewer.js', '/events', '/graph.json', '/status.json', '/changes/x.json', '/open/1/a'],
  ...[
    '/../etc/passwd',
    '/%2e%2e/',
    '/..%5c',
    '//',
    '/%00',
    '/\\',
    '*',
    'http://evil.test/',
    '/#',
    '',
  ],
  ...['/__proto__', '/constructor', '/?a=b', `/${'a'.repeat(9000)}`, '/\u00e9'],
]
const methods = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'TRACE',
  'OPTIONS',
  'CONNECT',
  'PRI',
  'get',
  '',
  'G T',
]
const names = [
  ...['Host', 'host', 'Origin', 'Sec-Fetch-Site', 'Sec-Fetch-Mode', 'Content-Length', 'Connection'],
  ...[
    'Transfer-Encoding',
    'Expect',
    'Upgrade',
    'If-None-Match',
    'Accept-Encoding',
    'Range',
    'Cookie',
  ],
  ...['__proto__', 'X', ' X', 'X ', '', 'Dossier-Token'],
]
const values = fc.oneof(
  fc.constantFrom(
    'OUR',
    'evil.test',
    'http://OUR',
    'null',
    'same-origin',
    'cross-site',
    'navigate',
  ),
  fc.constantFrom('0', '5', '-1', '99999999999999999999', 'chunked', 'chunked, chunked', 'close'),
  fc.constantFrom('100-continue', 'h2c', 'websocket', 'gzip, br', '*', 'bytes=0-5', 'keep-alive'),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const lineEnd = fc.constantFrom('\r\n', '\r\n', '\r\n', '\r\n', '\n', '\r', '\r\n ', '\0\r\n')

const raw = fc
  .record({
    method: fc.constantFrom('GET', 'GET', ...methods),
    target: fc.constantFrom(...targets),
    version: fc.constantFrom(
      'HTTP/1.1',
      'HTTP/1.1',
      'HTTP/1.1',
      'HTTP/1.0',
      'HTTP/0.9',
      'HTTP/2.0',
      '',
    ),
    host: fc.boolean(),
    fields: fc.array(fc.tuple(fc.constantFrom(...names), values, lineEnd), { maxLength: 6 }),
    end: lineEnd,
    body: fc.constantFrom(
      '',
      '',
      'hello',
      '5\r\nhello\r\n0\r\n\r\n',
      'GET / HTTP/1.1\r\n\r\n',
      '\0',
    ),
    times: fc.constantFrom(1, 1, 1, 2),
  })
  .map(({ method, target, version, host, fields, end, body, times }) => {
    const lines = fields.map(([name, value, stop]) => `${name}: ${value}${stop}`)
    const own = host ? 'Host: OUR\r\n' : ''
    return `${method} ${target} ${version}\r\n${own}${lines.join('')}${end}${body}`.repeat(times)
  })

const statuses = [100, 200, 204, 304, 400, 403, 404, 405, 408, 413, 417, 431, 501, 505]

test('whatever a socket sends, the server answers the next one, and nobody under another name', async () => {
  await keepTrying('requests', 0.04, raw, async (text) => {
    const answer = await send(text.replaceAll('OUR', `localhost:${server.port}`))
    if (answer !== '') {
      const { status } = readAnswer(answer)
      expect(statuses).toContain(status)
      const hosts = [...text.matchAll(/^host: ?(.*?)[\r\n\0 ]*$/gim)].map(([, host]) => host)
      if (hosts.length === 0 || hosts.some((host) => host !== 'OUR'))
        expect(answer).not.toMatch(/^HTTP\/1\.1 200/)
    }
    expect((await request(server.port, '/')).status).toBe(200)
  })
})

/** Ends the connection by itself where the server waits for more. */
function send(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1')
    const chunks: Buffer[] = []
    const wait = setTimeout(() => socket.destroy(), 300)
    socket
      .on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        wait.refresh()
        if (Buffer.concat(chunks).includes('text/event-stream')) socket.destroy()
      })
      .on('error', () => {})
      .once('close', () => {
        clearTimeout(wait)
        resolve(Buffer.concat(chunks).toString('latin1'))
      })
      .end(Buffer.from(text, 'latin1'))
  })
}
