import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { RunningServer } from '../../src/server/serve-content.ts'
import { startServer } from '../../src/server/start-server.ts'
import { soon } from '../soon.ts'
import { exchange, listenToEvents, readAnswer, request } from './raw-request.ts'
import { type TinyBase, tinyBase, viewerFiles } from './tiny-base.ts'

// Written byte by byte to a socket, since every client library mends what it sends.

let base: TinyBase
let server: RunningServer
let port: number
let host: string

beforeAll(async () => {
  base = await tinyBase()
  server = await startServer({ ...base, port: 0, openEditor: async () => {} })
  port = server.port
  host = `Host: localhost:${port}\r\n`
})
afterAll(async () => {
  await server.close()
  await base.remove()
})

const style = viewerFiles['viewer.css']

/** The statuses of all answers in what a server sent. */
function statuses(text: string): number[] {
  return [...text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status))
}

async function stillAnswers(): Promise<void> {
  expect((await request(port, '/viewer.css')).body.toString()).toBe(style)
}

describe('a second request is not smuggled behind', () => {
  test.each([
    ['chunked before another coding', 'Transfer-Encoding: chunked, identity'],
    ['chunked after another coding', 'Transfer-Encoding: identity, chunked'],
    ['a vertical tab before chunked', 'Transfer-Encoding:\u000bchunked'],
    ['two fields of codings', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity'],
    ['chunked alone', 'Transfer-Encoding: chunked'],
    ['a length with a plus', 'Content-Length: +4'],
    ['a length in hexadecimal', 'Content-Length: 0x4'],
    ['a list of lengths', 'Content-Length: 4, 4'],
    ['a negative length', 'Content-Length: -1'],
    ['a length beyond every number', 'Content-Length: 99999999999999999999'],
    ['two equal lengths', 'Content-Length: 0\r\nContent-Length: 0'],
    ['an empty length', 'Content-Length:'],
    ['a length in two parts', 'Content-Length: 4 0'],
    ['a space before the colon of the coding', 'Transfer-Encoding : chunked'],
    ['NUL in a value', 'X-A: a\0b'],
    ['a lone return in a value', 'X-A: a\rb'],
    ['a lone line feed in a value', 'X-A: a\nX-B: b'],
    ['a field without a name', ': x'],
    ['a tab in a name', 'X\tA: 1'],
  ])('%s', async (_, field) => {
    const hidden = `GET /viewer.css HTTP/1.1\r\n${host}\r\n`
    const answer = await exchange(
      port,
      `GET / HTTP/1.1\r\n${host}${field}\r\n\r\n0\r\n\r\n${hidden}`,
    )
    expect(statuses(answer)).toEqual([400])
    expect(answer).not.toContain(style)
  })

  test.each([
    ['line feeds alone', (text: string) => text.replaceAll('\r\n', '\n')],
    ['returns alone', (text: string) => text.replaceAll('\r\n', '\r')],
    ['a space before the first field', (text: string) => text.replace('Host', ' X: 1\r\nHost')],
  ])('%s', async (_, change) => {
    const answer = await exchange(port, change(`GET / HTTP/1.1\r\n${host}\r\n`))
    expect(statuses(answer)).toEqual([400])
  })

  test('a refusal: what was sent behind it is not answered', async () => {
    const hidden = `GET /viewer.css HTTP/1.1\r\n${host}\r\n`
    const answer = await exchange(port, `GET /nothing HTTP/1.1\r\n${host}\r\n${hidden}`)
    expect(statuses(answer)).toEqual([404])
  })

  test('a chunk with a long extension, which is not read', async () => {
    const chunk = `1;a=${'b'.repeat(20_000)}\r\nx\r\n0\r\n\r\n`
    const head = `POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n`
    expect(statuses(await exchange(port, head + chunk))).toEqual([405])
  })
})

describe('first lines', () => {
  test.each([
    ['HTTP/0.9', 'GET /\r\n\r\n', 403],
    ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['a version that does not exist', 'GET / HTTP/9.9\r\nHOST\r\n', 400],
    ['HTTP in small letters', 'GET / http/1.1\r\nHOST\r\n', 400],
    ['tabs for spaces', 'GET\t/\tHTTP/1.1\r\nHOST\r\n', 400],
    ['authority-form', 'GET localhost:80 HTTP/1.1\r\nHOST\r\n', 400],
    ['absolute-form, ours', 'GET http://localhost/ HTTP/1.1\r\nHOST\r\n', 400],
    ['absolute-form, foreign', 'GET http://evil.test/ HTTP/1.1\r\nHOST\r\n', 400],
    ['absolute-form, a file', 'GET file:///etc/passwd HTTP/1.1\r\nHOST\r\n', 400],
    ['absolute-form, a script', 'GET javascript:alert(1) HTTP/1.1\r\nHOST\r\n', 400],
    ['asterisk-form', 'OPTIONS * HTTP/1.1\r\nHOST\r\n', 405],
    ['a greeting of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['a greeting of mail', 'EHLO evil.test\r\n', 400],
    ['a command of Redis', '*1\r\n$8\r\nFLUSHALL\r\n', 400],
    [
      'a target of seventy thousand characters',
      `GET /${'a'.repeat(70_000)} HTTP/1.1\r\nHOST\r\n`,
      431,
    ],
    ['a target of a megabyte', `GET /${'a'.repeat(1 << 20)} HTTP/1.1\r\nHOST\r\n`, 431],
  ])('%s', async (_, text, expected) => {
    expect(statuses(await exchange(port, text.replace('HOST\r\n', `${host}\r\n`)))).toEqual([
      expected,
    ])
    await stillAnswers()
  })
})

describe('Host', () => {
  test.each([
    ['in capitals', 'LOCALHOST:PORT'],
    ['with a zero before the port', 'localhost:0PORT'],
    ['with two ports', 'localhost:PORT:PORT'],
    ['with a path', 'localhost:PORT/..'],
    ['with a user', 'evil.test@localhost:PORT'],
    ['with a fragment', 'localhost:PORT#.evil.test'],
    ['with a dot behind', 'localhost.:PORT'],
    ['as a short address', '127.1:PORT'],
    ['as one number', '2130706433:PORT'],
    ['as a hexadecimal number', '0x7f000001:PORT'],
    ['as the address of all', '0.0.0.0:PORT'],
    ['as an address of IPv4 in one of IPv6', '[::ffff:127.0.0.1]:PORT'],
    ['as an address of IPv6 with a zone', '[fe80::1%25lo]:PORT'],
    ['with a tab in it', 'localhost:PORT\tevil.test'],
    ['percent-encoded', '%6cocalhost:PORT'],
    ['with letters of other scripts', 'l\xf6calhost:PORT'],
    ['that is a name of this machine elsewhere', 'localhost.localdomain:PORT'],
    ['that is empty', ''],
  ])('%s', async (_, value) => {
    const text = `GET / HTTP/1.1\r\nHost: ${value.replaceAll('PORT', String(port))}\r\n\r\n`
    expect(statuses(await exchange(port, text))).toEqual([403])
  })

  test.each(['X-Forwarded-Host', 'Forwarded', 'X-Host', 'X-Original-URL', 'X-Rewrite-URL'])(
    'is not what %s says',
    async (name) => {
      const foreign = { Host: 'evil.test', [name]: `localhost:${port}` }
      expect((await request(port, '/', foreign)).status).toBe(403)
      const own = await request(port, '/viewer.css', { [name]: '/graph.json' })
      expect(own.body.toString()).toBe(style)
    },
  )
})

describe('paths lead to nothing but what is in the map', () => {
  test.each([
    ...['/%252e%252e/etc/passwd', '/%c0%ae%c0%ae/etc/passwd', '/%u002e%u002e/', '/%', '/%zz'],
    ...['/graph.json/', '/./graph.json', '/graph.json%20', '/graph.json%00.png', '/Graph.json'],
    ...['/graph.json;x', '/graph.json/x.css', '/x/../graph.json', '/%67raph.json', '/graph.json.'],
    ...['/.dossier/check.json', '/.git/config', '/people/ada.yaml', '/viewer.js.map', '/toString'],
    ...['/%0d%0aSet-Cookie:%20a=b', '/changes/%0a.json', '/open/1/people%2Fada.yaml'],
  ])('%s', async (target) => {
    const { status, headers, body } = await request(port, target)
    expect(status).toBe(404)
    expect(body.toString()).toBe('There is nothing at this address.\n')
    expect(headers.get('set-cookie')).toBeUndefined()
  })
})

describe('nobody talks the server into', () => {
  test('another protocol', async () => {
    const key = { 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': 'eA==' }
    for (const fields of [
      { Connection: 'close, Upgrade', Upgrade: 'websocket', ...key },
      { Connection: 'close, Upgrade', Upgrade: 'h2c', 'HTTP2-Settings': 'AAMAAABk' },
    ]) {
      const { status, headers } = await request(port, '/viewer.css', fields)
      expect([status, headers.get('upgrade')]).toEqual([200, undefined])
    }
  })

  test('a WebSocket of a foreign page', async () => {
    const fields = { Origin: 'http://evil.test', Upgrade: 'websocket', Connection: 'Upgrade' }
    expect((await request(port, '/events', fields)).status).toBe(403)
  })

  test('an echo: TRACE gives nothing back', async () => {
    const { status, body } = await request(port, '/', { Cookie: 'secret=1' }, 'TRACE')
    expect(status).toBe(405)
    expect(body.toString()).not.toContain('secret')
  })

  test('a method by way of a field', async () => {
    for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override']) {
      const { status } = await request(port, '/viewer.css', { [name]: 'POST' })
      expect(status).toBe(200)
    }
  })

  test('leave for other origins, or for the network behind a browser', async () => {
    const asked = {
      Origin: 'http://evil.test',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Private-Network': 'true',
    }
    const { status, headers } = await request(port, '/graph.json', asked, 'OPTIONS')
    expect(status).toBe(403)
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('parts of an answer: Range is not served', async () => {
    const ranges = `bytes=${Array.from({ length: 1000 }, (_, at) => `${at}-`).join(',')}`
    for (const range of ['bytes=0-1', 'bytes=-1', ranges, 'bytes=9-1']) {
      const { status, headers, body } = await request(port, '/viewer.css', { Range: range })
      expect([status, body.toString()]).toEqual([200, style])
      expect(headers.get('content-range')).toBeUndefined()
    }
  })

  test('much work: thousands of tags and encodings are read in one go', async () => {
    const tags = Array.from({ length: 1000 }, (_, at) => `"${at}"`).join(',')
    expect((await request(port, '/', { 'If-None-Match': tags })).status).toBe(200)
    const encodings = `${'br;q=0,'.repeat(1000)}gzip;q=0.${'0'.repeat(900)}`
    const { headers } = await request(port, '/viewer.js', { 'Accept-Encoding': encodings })
    expect(headers.get('content-encoding')).toBeUndefined()
  })

  test('other conditions than If-None-Match', async () => {
    for (const name of ['If-Match', 'If-Modified-Since', 'If-Unmodified-Since', 'If-Range']) {
      expect((await request(port, '/viewer.css', { [name]: '"x"' })).status).toBe(200)
    }
  })

  test('what is expected of others: the answer is ours', async () => {
    const { status, headers } = await request(port, '/', { Expect: '200-ok' })
    expect(status).toBe(200)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    const foreign = await request(port, '/', { Expect: '200-ok', Host: 'evil.test' })
    expect(foreign.status).toBe(403)
  })

  test('opening a file by what a form can send', async () => {
    const { editor } = JSON.parse((await request(port, '/status.json')).body.toString())
    const form = { 'Content-Type': 'text/plain', 'Content-Length': '0', 'Dossier-Token': editor }
    for (const origin of [undefined, 'null', 'http://evil.test', `http://127.0.0.1:${port}`]) {
      const fields = { ...form, ...(origin !== undefined && { Origin: origin }) }
      const path = `/open/1/people%2Fada.yaml?Dossier-Token=${editor}`
      expect((await request(port, path, fields, 'POST')).status).toBe(403)
    }
  })
})

describe('who is slow, silent or greedy', () => {
  const open = () => {
    const socket = connect(port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    return socket.on('error', () => {})
  }
  const closed = (socket: Socket) => once(socket.resume(), 'close')

  // Five seconds for a head, however lively it drips.
  test('fifty heads that drip are all cut off, and others are answered meanwhile', async () => {
    const sockets = Array.from({ length: 50 }, open)
    for (const socket of sockets) socket.write(`GET / HTTP/1.1\r\n${host}`)
    const drip = setInterval(() => {
      for (const socket of sockets) socket.write('X-A: a\r\n')
    }, 300)
    onTestFinished(() => clearInterval(drip))
    await stillAnswers()
    await Promise.all(sockets.map(closed))
  })

  test('a connection that says nothing, and one that says nothing more', async () => {
    const [silent, idle] = [open(), open()]
    idle.write(`GET /viewer.css HTTP/1.1\r\n${host}\r\n`)
    await Promise.all([closed(silent), closed(idle)])
  })

  test('one who closes his half early still gets his answer, or is let go', async () => {
    const answer = await sendWhole(`GET /viewer.css HTTP/1.1\r\n${host}\r\n`)
    expect(readAnswer(answer).body.toString()).toBe(style)
    const half = open()
    half.end('GET / HT')
    await closed(half)
  })

  test('one who asks ten thousand times and reads nothing holds nobody up', async () => {
    const greedy = open().pause()
    const heap = process.memoryUsage().heapUsed
    greedy.write(`GET /viewer.js HTTP/1.1\r\n${host}\r\n`.repeat(10_000))
    await stillAnswers()
    // What was asked waits in the socket: it does not become answers before they are read.
    expect(process.memoryUsage().heapUsed - heap).toBeLessThan(64 << 20)
    await stillAnswers()
  })

  test('a thousand requests at once are all answered, in order', async () => {
    const ask = `GET /viewer.css HTTP/1.1\r\n${host}\r\n`.repeat(999)
    const answer = await exchange(port, `${ask}GET /nothing HTTP/1.1\r\n${host}\r\n`)
    expect(statuses(answer)).toEqual([...Array(999).fill(200), 404])
  })

  test('a seventeenth page that listens is told to come back, and may when one has gone', async () => {
    const pages = await Promise.all(Array.from({ length: 16 }, () => listenToEvents(port)))
    onTestFinished(() => pages.forEach(({ socket }) => void socket.destroy()))
    const { status, headers } = await request(port, '/events')
    expect([status, headers.get('retry-after')]).toEqual([503, '5'])
    pages[0]?.socket.destroy()
    await soon(async () => {
      const page = await listenToEvents(port)
      page.socket.destroy()
      expect(page.text()).toMatch(/^HTTP\/1\.1 200 /)
    })
  })

  test('a hostile Last-Event-ID changes nothing', async () => {
    const head = `GET /events HTTP/1.1\r\n${host}Last-Event-ID: ../../etc/passwd\r\n\r\n`
    const socket = open()
    socket.write(head)
    const [first] = await once(socket, 'data')
    expect(String(first)).toContain('event: change')
    expect(String(first)).not.toContain('passwd')
  })
})

describe('whatever bytes come', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      ...['GET ', 'POST ', 'HEAD ', ' HTTP/1.1', ' HTTP/1.0', '\r\n', '\n', '\r', '\r\n\r\n', ': '],
      ...['/', '/graph.json', '/open/1/people%2Fada.yaml', '/events', '*', '?', '#', '%00', '\0'],
      ...['Host', 'Origin', 'Content-Length', 'Transfer-Encoding', 'chunked', '0', '5', 'close'],
      ...[
        'Connection',
        'Upgrade',
        'Expect',
        '100-continue',
        'Cookie',
        'Dossier-Token',
        'evil.test',
      ],
    ),
    fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  )

  test('without our Host nothing is answered but refusals, and the server lives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async (parts) => {
        const text = `${parts.join('')}\r\n\r\nGET /x HTTP/1.1\r\nHost: evil.test\r\n\r\n`
        const answer = await sendWhole(text)
        for (const status of statuses(answer)) expect([400, 403, 405, 408, 431]).toContain(status)
      }),
      { numRuns: 500 },
    )
    await stillAnswers()
  })

  test('a good request with some bytes changed is answered or refused, and the server lives', async () => {
    const good = `GET /viewer.css HTTP/1.1\r\n${host}Accept: */*\r\nConnection: close\r\n\r\n`
    const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const bytes = Buffer.from(good)
        for (const [at, value] of all) bytes[at] = value
        const text = bytes.toString('latin1')
        const answer = await sendWhole(`${text}\r\n\r\n`)
        for (const status of statuses(answer)) {
          expect([200, 400, 403, 404, 405, 408, 431]).toContain(status)
        }
      }),
      { numRuns: 500 },
    )
    await stillAnswers()
  })
})

/** Sends all there is to send and says so, which leaves nothing to wait for. */
async function sendWhole(text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.end(text, 'latin1')
  await once(socket, 'close')
  return Buffer.concat(chunks).toString('latin1')
}
