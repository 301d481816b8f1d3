import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { connectGremlin } from '../../src/engines/gremlin/gremlin-engine.ts'
import { gremlinNames } from '../../src/engines/gremlin/gremlin-names.ts'
import { gremlinProblem, isTransient } from '../../src/engines/gremlin/gremlin-problems.ts'

// What is said to a real server is tested in test/peers.

const address = { url: 'gremlin://host:8182', user: 'ada', password: 'correct horse' }

test('where something listens that says nothing, waiting has an end', async () => {
  const mute = createServer((socket) => void socket.resume()).listen(0, '127.0.0.1')
  await once(mute, 'listening')
  const { port } = mute.address() as AddressInfo
  const asked = connectGremlin({ url: `gremlin://127.0.0.1:${port}` })
  await expect(asked).rejects.toThrow(`What listens at gremlin://127.0.0.1:${port} says nothing`)
  mute.close()
  // The connection is gone, or this would wait forever.
  await once(mute, 'close')
})

describe('names in a graph', () => {
  const word = fc.constantFrom('a', '-', '_', '.', ':', 'é', '2d', 'nodes')
  const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(''))

  test('are other ones for other things, in ASCII and without hyphens', () => {
    const thing = fc.tuple(text, fc.constantFrom('nodes', 'files', 'words'), text)
    const nameOf = ([namespace, kind, key]: readonly [string, string, string]) =>
      gremlinNames(namespace).vertex(kind as 'nodes', key)
    fc.assert(
      fc.property(thing, thing, (one, other) => {
        expect(nameOf(one)).toMatch(/^[!-,.-~]+$/)
        expect(nameOf(one) === nameOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
      { numRuns: 1000 },
    )
  })

  test('of buckets and words keep bases apart', () => {
    const [one, other] = [gremlinNames('a'), gremlinNames('a-b')]
    expect(one.bucketOf('nodes', 'ada')).not.toBe(other.bucketOf('nodes', 'ada'))
    expect(one.bucketOf('nodes', 'ada')).toMatch(/^dossier:a\/nodes\/\d+$/)
    expect(one.word('b/ada')).not.toBe(other.word('ada'))
  })
})

describe('what a server says', () => {
  const failure = (statusCode: number, message: string, exceptions: readonly string[] = []) =>
    Object.assign(new Error(`Server error: ${message} (${statusCode})`), {
      statusCode,
      statusAttributes: new Map([['exceptions', exceptions]]),
    })
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const down = failure(500, 'Could not execute operation due to backend exception', [
    'org.janusgraph.diskstorage.TemporaryBackendException',
  ])

  test.each([
    [refused, 'No server answers at gremlin://host:8182 (connect ECONNREFUSED)'],
    [failure(401, 'Username and/or password are incorrect'), 'does not accept the user "ada"'],
    [down, 'The store behind gremlin://host:8182 does not answer'],
    [new Error('Connection has been closed.'), 'set its maxContentLength to 20971520'],
    [failure(598, 'timeout of 120000 ms'), 'needed too long'],
    [failure(500, 'Vertex does not support user supplied identifiers'), 'graph.set-vertex-id=true'],
    [failure(500, 'No such property: graph\n\tat Script1'), 'says: No such property: graph'],
    [new Error('Unexpected server response code 404'), 'does not speak Gremlin under /gremlin'],
  ])('becomes what a person can do: %s', (error, message) => {
    const problem = gremlinProblem(error, address) as Error
    expect(problem.name).toBe('EngineProblem')
    expect(problem.message).toContain(message)
    expect(problem.message).not.toContain('correct horse')
    expect(problem.message).not.toContain('\n')
  })

  test('is tried again only where the connection broke or the server asks for it', () => {
    expect(isTransient(Object.assign(new Error('read'), { code: 'ECONNRESET' }))).toBe(true)
    expect(isTransient(new Error('Connection has been closed.'))).toBe(true)
    expect(isTransient(failure(596, 'try again'))).toBe(true)
    for (const error of [refused, down, failure(500, 'no')]) expect(isTransient(error)).toBe(false)
  })

  test('that is a mistake of our own stays one', () => {
    const mistake = new TypeError('x is not a function')
    expect(gremlinProblem(mistake, address)).toBe(mistake)
  })
})
