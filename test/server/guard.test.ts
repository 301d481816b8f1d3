import { expect, test } from 'vitest'
import { fieldsOf, judgeRequest, type RequestHead } from '../../src/server/guard.ts'

const authorities = ['127.0.0.1:8321', 'localhost:8321']
const host = ['Host', 'localhost:8321']

/** Status of the refusal, or the path that is answered. */
function judge(method: string, target: string, rawHeaders: readonly string[]): number | string {
  const head: RequestHead = { method, target, fields: fieldsOf(rawHeaders) }
  const verdict = judgeRequest(head, authorities)
  return verdict.kind === 'answer' ? verdict.path : verdict.status
}

test.each([
  ['the address', ['Host', '127.0.0.1:8321'], '/'],
  ['the name of the loopback', ['Host', 'localhost:8321'], '/'],
  ['the field in capitals', ['HOST', 'localhost:8321'], '/'],
  ['none', [], 403],
  ['empty', ['Host', ''], 403],
  ['a name that was bound to the loopback', ['Host', 'evil.test:8321'], 403],
  ['another port', ['Host', 'localhost:8322'], 403],
  ['no port', ['Host', 'localhost'], 403],
  ['a name that begins like ours', ['Host', 'localhost:8321.evil.test'], 403],
  ['a name that ends like ours', ['Host', 'evil-localhost:8321'], 403],
  ['a trailing dot', ['Host', 'localhost.:8321'], 403],
  ['a user before it', ['Host', 'evil@localhost:8321'], 403],
  ['a list', ['Host', 'localhost:8321, evil.test'], 403],
  ['two fields', ['Host', 'localhost:8321', 'Host', 'evil.test'], 403],
  ['two equal fields', ['Host', 'localhost:8321', 'host', 'localhost:8321'], 403],
  ['a loopback that is not bound', ['Host', '[::1]:8321'], 403],
])('Host: %s', (_name, headers, expected) => {
  expect(judge('GET', '/', headers)).toBe(expected)
})

test.each([
  ['no page', [], '/events'],
  ['our page', ['Origin', 'http://localhost:8321', 'Sec-Fetch-Site', 'same-origin'], '/events'],
  ['typed by a person', ['Sec-Fetch-Site', 'none'], '/events'],
  ['a foreign page', ['Origin', 'http://evil.test'], 403],
  ['a page without an origin', ['Origin', 'null'], 403],
  ['the same name over TLS', ['Origin', 'https://localhost:8321'], 403],
  ['another port', ['Origin', 'http://localhost:8322'], 403],
  ['our other name', ['Origin', 'http://127.0.0.1:8321'], 403],
  [
    'ours and a foreign one',
    ['Origin', 'http://localhost:8321', 'Origin', 'http://evil.test'],
    403,
  ],
  ['cross-site', ['Sec-Fetch-Site', 'cross-site'], 403],
  ['same-site', ['Sec-Fetch-Site', 'same-site'], 403],
  ['a word that does not exist yet', ['Sec-Fetch-Site', 'some-site'], 403],
  ['two sites', ['Sec-Fetch-Site', 'same-origin', 'Sec-Fetch-Site', 'cross-site'], 403],
  [
    'same-origin with a foreign origin',
    ['Sec-Fetch-Site', 'same-origin', 'Origin', 'http://evil.test'],
    403,
  ],
])('sender: %s', (_name, headers, expected) => {
  expect(judge('GET', '/events', [...host, ...headers])).toBe(expected)
})

const link = ['Sec-Fetch-Site', 'cross-site', 'Sec-Fetch-Mode', 'navigate']

test.each([
  ['a followed link arrives', 'GET', '/', [...link, 'Sec-Fetch-Dest', 'document'], '/'],
  ['with what it gathered', 'GET', '/?from=chat', [...link, 'Sec-Fetch-Dest', 'document'], '/'],
  ['but not in a frame', 'GET', '/', [...link, 'Sec-Fetch-Dest', 'iframe'], 403],
  ['nor as an object', 'GET', '/', [...link, 'Sec-Fetch-Dest', 'object'], 403],
  ['nor without saying so', 'GET', '/', link, 403],
  ['nor at the data', 'GET', '/graph.json', [...link, 'Sec-Fetch-Dest', 'document'], 403],
  ['nor at the events', 'GET', '/events', [...link, 'Sec-Fetch-Dest', 'document'], 403],
  ['nor as a form', 'POST', '/', [...link, 'Sec-Fetch-Dest', 'document'], 403],
  [
    'nor with a foreign origin',
    'GET',
    '/',
    [...link, 'Sec-Fetch-Dest', 'document', 'Origin', 'http://evil.test'],
    403,
  ],
  [
    'nor by a script',
    'GET',
    '/',
    ['Sec-Fetch-Site', 'cross-site', 'Sec-Fetch-Mode', 'no-cors', 'Sec-Fetch-Dest', 'document'],
    403,
  ],
])('link: %s', (_name, method, target, headers, expected) => {
  expect(judge(method, target, [...host, ...headers])).toBe(expected)
})

test.each([
  ['GET', '/'],
  ['HEAD', '/'],
  ['POST', 405],
  ['PUT', 405],
  ['DELETE', 405],
  ['OPTIONS', 405],
  ['TRACE', 405],
  ['PROPFIND', 405],
  ['get', 405],
])('method: %s', (method, expected) => {
  expect(judge(method, '/', host)).toBe(expected)
})

const ours = ['Origin', 'http://localhost:8321']
const sameOrigin = ['Sec-Fetch-Site', 'same-origin']

test.each([
  ['our page', [...ours, ...sameOrigin], '/open/3/people%2Fada.yaml'],
  ['our page in a browser that says nothing of sites', ours, '/open/3/people%2Fada.yaml'],
  ['no page', [], 403],
  ['a page that does not say which', sameOrigin, 403],
  ['a foreign page', ['Origin', 'http://evil.test', ...sameOrigin], 403],
  ['a page of another port', ['Origin', 'http://localhost:8322', ...sameOrigin], 403],
  ['a page without an origin', ['Origin', 'null', ...sameOrigin], 403],
  ['two pages', [...ours, 'Origin', 'http://evil.test', ...sameOrigin], 403],
  ['typed by a person', [...ours, 'Sec-Fetch-Site', 'none'], 403],
  ['a site beside ours', [...ours, 'Sec-Fetch-Site', 'same-site'], 403],
  ['a followed link', [...ours, ...link, 'Sec-Fetch-Dest', 'document'], 403],
  ['our page with a body', [...ours, ...sameOrigin, 'Content-Length', '2'], 400],
  ['our page, empty-handed', [...ours, 'Content-Length', '0'], '/open/3/people%2Fada.yaml'],
])('a file is opened for %s: %j', (_name, headers, expected) => {
  expect(judge('POST', '/open/3/people%2Fada.yaml', [...host, ...headers])).toBe(expected)
})

test.each(['/', '/open', '/graph.json', '/events', '//open/', '/x/open/1/a'])(
  'nothing else is posted, not even to %s by our page',
  (target) => {
    expect(judge('POST', target, [...host, ...ours, ...sameOrigin])).toBe(405)
  },
)

test('a file is opened by no other method', () => {
  for (const method of ['PUT', 'OPTIONS', 'post', 'DELETE']) {
    expect(judge(method, '/open/1/a.yaml', [...host, ...ours])).toBe(405)
  }
})

test.each([
  ['an empty body', ['Content-Length', '0'], '/'],
  ['a body', ['Content-Length', '1'], 400],
  ['a body of unknown length', ['Transfer-Encoding', 'chunked'], 400],
  ['two lengths', ['Content-Length', '0', 'Content-Length', '5'], 400],
])('body: %s', (_name, headers, expected) => {
  expect(judge('GET', '/', [...host, ...headers])).toBe(expected)
})

test.each([
  ['/', '/'],
  ['/graph.json', '/graph.json'],
  ['/graph.json?fresh=1', '/graph.json'],
  ['/?a?b', '/'],
  // Paths like these lead nowhere, since a path is only ever a key of a map.
  ['/../etc/passwd', '/../etc/passwd'],
  ['/%2e%2e/etc/passwd', '/%2e%2e/etc/passwd'],
  ['/%5c..%5cetc', '/%5c..%5cetc'],
  ['//evil.test/', '//evil.test/'],
  ['/graph.json#x', 400],
  ['/#', 400],
  ['/..\\etc\\passwd', 400],
  ['/\0', 400],
  ['/graph.json\r\nX: 1', 400],
  ['/a b', 400],
  ['/\u007f', 400],
  ['/ü', 400],
  ['http://localhost:8321/', 400],
  ['http://evil.test/', 400],
  ['graph.json', 400],
  ['*', 400],
  ['', 400],
])('target: %j', (target, expected) => {
  expect(judge('GET', target, host)).toBe(expected)
})

test('a field may be called like a property of every object', () => {
  const fields = fieldsOf(['__proto__', 'a', 'constructor', 'b', '__PROTO__', 'c'])
  expect([...fields]).toEqual([
    ['__proto__', ['a', 'c']],
    ['constructor', ['b']],
  ])
})

test('every refusal says why in one line', () => {
  for (const headers of [[], [...host, 'Origin', 'null'], [...host, 'Content-Length', '1']]) {
    const head = { method: 'GET', target: '/', fields: fieldsOf(headers) }
    expect(judgeRequest(head, authorities)).toMatchObject({
      reason: expect.stringMatching(/^[A-Z][^\n]+\.$/),
    })
  }
})

test.each([
  ['GET', '/', [], 'This server answers only to its own address.'],
  ['GET', '/', [...host, 'Origin', 'null'], 'This server answers only to its own pages.'],
  ['PUT', '/', host, 'This server can only be read.'],
  ['POST', '/open/1/a', host, 'Only a page of this server can ask for this.'],
  ['GET', '/', [...host, 'Content-Length', '1'], 'A request to this server has no body.'],
  ['GET', '*', host, 'The target of the request is not a path.'],
])('%s %s of %j is told: %s', (method, target, headers, reason) => {
  const head = { method, target, fields: fieldsOf(headers) }
  expect(judgeRequest(head, authorities)).toMatchObject({ reason })
})
