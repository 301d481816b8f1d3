import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { CannotStart } from '../../src/server/cannot-start.ts'
import type { RunningServer } from '../../src/server/serve-content.ts'
import type { ServerEvent } from '../../src/server/server-event.ts'
import { startServer } from '../../src/server/start-server.ts'
import { soon } from '../soon.ts'
import { exchange, listenToEvents, readAnswer, request } from './raw-request.ts'
import { type TinyBase, tinyBase, viewerFiles } from './tiny-base.ts'

const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; " +
  "img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; worker-src 'none'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; " +
  "trusted-types 'none'"

const routes = [
  ['/', 'text/html; charset=utf-8'],
  ['/viewer.js', 'text/javascript; charset=utf-8'],
  ['/take-away.js', 'text/javascript; charset=utf-8'],
  ['/viewer.css', 'text/css; charset=utf-8'],
  ['/graph.json', 'application/json'],
  ['/status.json', 'application/json'],
  ['/changes/0123456789abcdef.json', 'application/json'],
  ['/ask/%7B%22kind%22:%22overview%22%7D', 'application/json'],
] as const

let base: TinyBase
let server: RunningServer
let port: number

beforeAll(async () => {
  base = await tinyBase()
  server = await startServer({ ...base, port: 0 })
  port = server.port
})
afterAll(async () => {
  await server.close()
  await base.remove()
})

describe('an answer', () => {
  test('to a question names what it is about, and one that is none is told what to ask', async () => {
    const question = JSON.stringify({ kind: 'part', ids: ['ada', 'nobody'] })
    const { body } = await request(port, `/ask/${encodeURIComponent(question)}`)
    const status = JSON.parse((await request(port, '/status.json')).body.toString())
    expect(JSON.parse(body.toString())).toMatchObject({
      version: status.graph,
      nodes: [{ key: 'ada' }],
      unknown: ['nobody'],
    })
    const refused = await request(port, '/ask/%7B%7D')
    expect([refused.status, refused.body.toString()]).toEqual([
      400,
      'Ask for one of overview, groups, part, around, find, paths.\n',
    ])
  })

  test('tells pages of a graph that is too large for them to ask for parts', async () => {
    const small = await startServer({ ...base, port: 0, mostWhole: 1 })
    const told = await request(small.port, '/status.json')
    const untold = await request(port, '/status.json')
    await small.close()
    expect(JSON.parse(told.body.toString()).inParts).toBe(true)
    expect(JSON.parse(untold.body.toString())).not.toHaveProperty('inParts')
  })

  test.each(routes)('%s is %s', async (path, mediaType) => {
    const { status, headers, body } = await request(port, path)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe(mediaType)
    expect(headers.get('content-length')).toBe(String(body.length))
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(headers.get('vary')).toBe('Accept-Encoding')
    expect(headers.get('etag')).toMatch(/^"[0-9a-f]{16}"$/)
  })

  test('the viewer is the one in its folder', async () => {
    const files = {
      '/': 'index.html',
      '/viewer.js': 'viewer.js',
      '/take-away.js': 'take-away.js',
      '/viewer.css': 'viewer.css',
    }
    for (const [path, file] of Object.entries(files)) {
      const { body } = await request(port, path)
      expect(body).toEqual(await readFile(join(base.viewerFolder, file)))
    }
  })

  test('the graph has places to draw it at, and the status names its bytes', async () => {
    const graph = await request(port, '/graph.json')
    const { nodes, edges } = JSON.parse(graph.body.toString())
    expect(nodes.map(({ key }: { key: string }) => key)).toEqual(['ada', 'alan'])
    expect(edges.map(({ key }: { key: string }) => key)).toEqual(['ada--knows--alan'])
    expect(nodes[0].attributes).toMatchObject({ x: expect.any(Number), y: expect.any(Number) })

    const status = JSON.parse((await request(port, '/status.json')).body.toString())
    expect(status).toMatchObject({ stale: false, errors: 0 })
    expect(graph.headers.get('etag')).toBe(`"${status.graph}"`)
  })

  test('since a version that nobody knows all has changed', async () => {
    const graph = await request(port, '/graph.json')
    const change = await request(port, '/changes/0123456789abcdef.json?anything')
    expect(change.body).toEqual(graph.body)
    expect(change.headers.get('etag')).toBe(graph.headers.get('etag'))
  })

  test('since the present version nothing has', async () => {
    const version = (await request(port, '/graph.json')).headers.get('etag')?.slice(1, -1)
    const get = await request(port, `/changes/${version}.json`)
    const nothing = { dropped: { nodes: [], edges: [] }, nodes: [], edges: [] }
    expect(JSON.parse(get.body.toString())).toEqual({
      from: version,
      to: version,
      attributes: {},
      ...nothing,
    })
    const head = await request(port, `/changes/${version}.json`, {}, 'HEAD')
    expect(head.body).toHaveLength(0)
    expect(head.headers.get('content-length')).toBe(String(get.body.length))
    const etag = get.headers.get('etag') ?? ''
    const again = await request(port, `/changes/${version}.json`, { 'If-None-Match': etag })
    expect(again.status).toBe(304)
  })

  test.each(routes)('HEAD %s is GET without a body', async (path) => {
    const get = await request(port, path)
    const head = await request(port, path, {}, 'HEAD')
    const { headers: expected } = { headers: new Map(get.headers) }
    expect(head.status).toBe(200)
    expect(head.body).toHaveLength(0)
    expect(new Map(head.headers).set('date', '')).toEqual(expected.set('date', ''))
  })

  test('HEAD of the events does not listen', async () => {
    const { status, headers, body } = await request(port, '/events', {}, 'HEAD')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(body).toHaveLength(0)
  })

  test.each(['/viewer.js', '/graph.json'])('%s is the same in every encoding', async (path) => {
    const plain = await request(port, path)
    const decoders = { br: brotliDecompressSync, gzip: gunzipSync }
    for (const [encoding, decode] of Object.entries(decoders)) {
      // The graph is compressed after it is first served.
      const packed = await soon(async () => {
        const answer = await request(port, path, { 'Accept-Encoding': encoding })
        expect(answer.headers.get('content-encoding')).toBe(encoding)
        return answer
      })
      expect(decode(packed.body)).toEqual(plain.body)
      expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'))
      expect(packed.headers.get('content-length')).toBe(String(packed.body.length))
    }
  })

  test.each(routes)('%s is not sent again to who has it', async (path) => {
    const etag = (await request(port, path)).headers.get('etag') ?? ''
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const { status, headers, body } = await request(port, path, { 'If-None-Match': known })
      expect(status).toBe(304)
      expect(body).toHaveLength(0)
      expect(headers.get('etag')).toBe(etag)
      expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    }
    for (const unknown of ['"other"', etag.slice(1, -1)]) {
      expect((await request(port, path, { 'If-None-Match': unknown })).status).toBe(200)
    }
  })

  test('has the protections, whatever it is', async () => {
    const answers = [
      await request(port, '/'),
      await request(port, '/graph.json'),
      await request(port, '/events', {}, 'HEAD'),
      await request(port, '/nothing'),
      await request(port, '/', {}, 'POST'),
      await request(port, '/', { Host: 'evil.test' }),
      await request(port, '/#'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 405, 403, 400])
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    }
  })
})

describe('a refusal', () => {
  test.each([...routes.map(([path]) => path), '/events', '/nothing'])(
    '%s is closed to foreign pages and names',
    async (path) => {
      const foreign = [
        { Host: `evil.test:${port}` },
        { Host: 'localhost' },
        { Origin: 'http://evil.test' },
        { Origin: 'null' },
        { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' },
        { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'cors' },
      ]
      for (const fields of foreign) {
        const { status, headers, body } = await request(port, path, fields)
        expect(status).toBe(403)
        expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
        expect(headers.get('cache-control')).toBe('no-store')
        expect(headers.get('access-control-allow-origin')).toBeUndefined()
        expect(body.toString()).toMatch(/^[^\n]+\.\n$/)
      }
    },
  )

  test('both names of the loopback are ours', async () => {
    for (const host of ['127.0.0.1', 'localhost']) {
      expect((await request(port, '/', { Host: `${host}:${port}` })).status).toBe(200)
    }
  })

  test.each([
    ['/../etc/passwd', 404],
    ['/../../../../../../etc/passwd', 404],
    ['/%2e%2e/%2e%2e/etc/passwd', 404],
    ['/%5c..%5c..%5cetc%5cpasswd', 404],
    ['/viewer.js/', 404],
    ['/viewer%2ejs', 404],
    ['//viewer.js', 404],
    ['/index.html', 404],
    ['/ontology.yaml', 404],
    ['/changes', 404],
    ['/changes/', 404],
    ['/changes/0123456789abcde.json', 404],
    ['/changes/0123456789abcdef0.json', 404],
    ['/changes/0123456789ABCDEF.json', 404],
    ['/changes/../ontology.yaml', 404],
    ['/changes/%2e%2e%2fontology.yaml', 404],
    ['/changes/__proto__.json', 404],
    ['/__proto__', 404],
    ['/constructor', 404],
    ['/%00', 404],
    ['/\0', 400],
    ['/..\\..\\etc\\passwd', 400],
    ['/viewer.js#', 400],
    ['http://localhost/', 400],
    ['*', 400],
  ])('target %j: %i', async (target, expected) => {
    const { status, body } = await request(port, target)
    expect(status).toBe(expected)
    expect(body.toString()).not.toContain('root:')
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('method %s', async (method) => {
    const { status, headers } = await request(port, '/graph.json', {}, method)
    expect(status).toBe(405)
    expect(headers.get('allow')).toBe('GET, HEAD')
  })

  test('CONNECT gets no tunnel', async () => {
    const answer = await exchange(
      port,
      `CONNECT evil.test:80 HTTP/1.1\r\nHost: evil.test:80\r\n\r\n`,
    )
    expect(answer).not.toContain('200')
  })

  test('a body is not invited', async () => {
    const head = ['POST / HTTP/1.1', `Host: localhost:${port}`, 'Expect: 100-continue']
    const answer = await exchange(port, `${head.join('\r\n')}\r\nContent-Length: 9\r\n\r\n`)
    expect(readAnswer(answer).status).toBe(405)
  })

  test.each([
    ['a length and a coding', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n'],
    ['two lengths', 'Content-Length: 4\r\nContent-Length: 5\r\n'],
    ['a coding that is none', 'Transfer-Encoding: xchunked\r\n'],
    ['a folded field', 'X-A: 1\r\n b\r\n'],
    ['a space before the colon', 'X-A : 1\r\n'],
  ])('%s, with a second request hidden behind', async (_name, fields) => {
    const hidden = `GET /viewer.css HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`
    const head = `GET / HTTP/1.1\r\nHost: localhost:${port}\r\n${fields}\r\n`
    const answer = await exchange(port, `${head}0\r\n\r\n${hidden}`)
    expect(readAnswer(answer).status).toBe(400)
    expect(answer).not.toContain(viewerFiles['viewer.css'])
  })

  test.each([
    ['one long field', `X-A: ${'a'.repeat(70_000)}\r\n`],
    ['many fields', 'X-A: a\r\n'.repeat(20_000)],
  ])('a head of %s', async (_name, fields) => {
    const head = `GET / HTTP/1.1\r\nHost: localhost:${port}\r\n${fields}\r\n`
    expect(readAnswer(await exchange(port, head)).status).toBe(431)
  })

  test.each([
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['no Host in an old version', 'GET / HTTP/1.0\r\n\r\n', 403],
    ['no HTTP', 'hello\r\n\r\n', 400],
  ])('%s', async (_name, text, expected) => {
    expect(readAnswer(await exchange(port, text)).status).toBe(expected)
  })

  test('a second Host behind more fields than Node keeps', async () => {
    const fields = `${'a:\r\n'.repeat(2500)}Host: evil.test\r\n`
    const head = `GET / HTTP/1.1\r\nHost: localhost:${port}\r\n${fields}\r\n`
    expect(readAnswer(await exchange(port, head)).status).toBe(403)
  })

  test('a field called __proto__ is a field', async () => {
    expect((await request(port, '/', { ['__proto__']: 'x' })).status).toBe(200)
    expect((await request(port, '/')).status).toBe(200)
  })
})

test('requests sent at once are answered in order', async () => {
  const field = `Host: localhost:${port}\r\n`
  const answers = await exchange(
    port,
    `GET /viewer.css HTTP/1.1\r\n${field}\r\nGET /nothing HTTP/1.1\r\n${field}\r\n`,
  )
  expect([...answers.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status)).toEqual([
    '200',
    '404',
  ])
  expect(answers).toContain(viewerFiles['viewer.css'])
})

// A request may take longer than its head: 10 seconds.
test('a head that does not end is cut off', { timeout: 9500 }, async () => {
  const answer = await exchange(port, `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nX-A: `)
  expect(readAnswer(answer).status).toBe(408)
})

describe('a port', () => {
  const running: RunningServer[] = []
  afterEach(async () => {
    for (const each of running.splice(0)) await each.close()
  })

  async function start(preferred: number, tries: number, onEvent?: (event: ServerEvent) => void) {
    const options = { ...base, port: preferred, tries, ...(onEvent && { onEvent }) }
    const started = await startServer(options)
    running.push(started)
    return started
  }

  test('the next free one serves when it is taken', async () => {
    const events: ServerEvent[] = []
    const second = await start(port, 20, (event) => events.push(event))
    expect(second.port).toBeGreaterThan(port)
    expect(second.url).toBe(`http://127.0.0.1:${second.port}/`)
    expect(events).toContainEqual({ kind: 'port-taken', port })
    expect((await request(second.port, '/')).status).toBe(200)
    expect((await request(second.port, '/', { Host: `localhost:${port}` })).status).toBe(403)
  })

  test('without further tries the server says so and leaves nothing open', async () => {
    const failed = await start(port, 0).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(CannotStart)
    expect(failed).toMatchObject({ failure: { kind: 'no-free-port', first: port, last: port } })
  })

  test('there is none above the highest', async () => {
    const highest = createServer()
    const taken = await new Promise<boolean>((resolve) => {
      highest.once('error', () => resolve(false))
      highest.listen(65_535, '127.0.0.1', () => resolve(true))
    })
    const failed = await start(65_535, 20).catch((error: unknown) => error)
    expect(failed).toMatchObject({ failure: { kind: 'no-free-port', first: 65_535, last: 65_535 } })
    if (taken) highest.close()
  })

  test('it is free again when the server has closed', async () => {
    const first = await start(0, 0)
    await first.close()
    expect((await start(first.port, 0)).port).toBe(first.port)
  })
})

describe('a start that cannot succeed', () => {
  test('at an address of another machine', async () => {
    await expect(startServer({ ...base, host: '192.0.2.1', port: 0 })).rejects.toMatchObject({
      failure: { kind: 'cannot-listen', host: '192.0.2.1', port: 0, reason: 'EADDRNOTAVAIL' },
    })
  })

  test('without a viewer', async () => {
    const viewerFolder = join(base.viewerFolder, 'nowhere')
    await expect(startServer({ ...base, viewerFolder, port: 0 })).rejects.toMatchObject({
      failure: { kind: 'viewer-missing', file: join(viewerFolder, 'index.html') },
    })
  })

  test('without data', async () => {
    const dataFolder = join(base.dataFolder, 'nowhere')
    await expect(startServer({ ...base, dataFolder, port: 0 })).rejects.toMatchObject({
      failure: { kind: 'data-unreadable', folder: dataFolder, reason: 'ENOENT' },
    })
  })
})

describe('closing', () => {
  test('ends listeners, idle connections and half requests, and may be asked twice', async () => {
    const other = await startServer({ ...base, port: 0 })
    const listeners = [await listenToEvents(other.port), await listenToEvents(other.port)]
    const silent = connect(other.port, '127.0.0.1')
    const half = connect(other.port, '127.0.0.1')
    const idle = connect(other.port, '127.0.0.1')
    half.write('GET / HT')
    idle.write(`GET / HTTP/1.1\r\nHost: localhost:${other.port}\r\n\r\n`)
    await once(idle, 'data')

    const sockets = [silent, half, idle, ...listeners.map(({ socket }) => socket)]
    const closed = sockets.map((socket) => {
      socket.on('error', () => {}).resume()
      return once(socket, 'close')
    })
    await Promise.all([other.close(), other.close(), ...closed])
    expect(listeners[0]?.text()).toMatch(/\r\n0\r\n\r\n$/)
    await expect(once(connect(other.port, '127.0.0.1'), 'connect')).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    })
  })

  test('goes well without a data folder', async () => {
    const lost = await tinyBase()
    const other = await startServer({ ...lost, port: 0 })
    await rm(lost.dataFolder, { recursive: true })
    await other.close()
    await lost.remove()
  })
})

test('there is room for 256 connections', async () => {
  const other = await startServer({ ...base, port: 0 })
  const sockets = Array.from({ length: 256 }, () => connect(other.port, '127.0.0.1'))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  expect(await exchange(other.port, 'GET / HTTP/1.1\r\n\r\n')).toBe('')
  for (const socket of sockets) socket.destroy()
  await other.close()
})
