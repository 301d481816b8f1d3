import { writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { listenToEvents } from '../server/raw-request.ts'
import { soon } from '../soon.ts'
import { baseWith, dossier, startDossier } from './run-dossier.ts'

/** `serve` at a free port, once it has told where. */
async function serve(...words: readonly string[]) {
  const folder = baseWith()
  const started = startDossier(['serve', '--port', '0', ...words], folder)
  await soon(() => expect(started.told.stdout).toMatch(/\n$/))
  return { ...started, folder, url: new URL(started.told.stdout.trim()) }
}

test('prints the address on stdout and follows a save', async () => {
  const { told, folder, url } = await serve()
  expect(told.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/)
  expect(told.stderr).toContain('Compiled 4 entities, 1 relation')
  expect(told.stderr).not.toContain('Warning')
  expect((await fetch(url)).headers.get('content-type')).toContain('text/html')
  writeFileSync(join(folder, 'graph-data/people/knut.yaml'), 'type: person\nname: Knut\n')
  await soon(() => expect(told.stderr).toContain('Compiled 5 entities'))
})

describe('it ends', () => {
  test.each([
    ['SIGTERM', 0],
    ['SIGINT', 130],
  ] as const)('on %s with %i, whoever listens, waits or sends slowly', async (signal, code) => {
    const { child, ended, url } = await serve()
    const port = Number(url.port)
    for (let page = 0; page < 16; page++) await listenToEvents(port)
    for (const text of ['', 'GET / HT', `GET / HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`]) {
      const socket = connect(port, '127.0.0.1').on('error', () => {})
      onTestFinished(() => void socket.destroy())
      socket.write(text)
    }
    child.kill(signal)
    expect(await ended).toBe(code)
  })

  test('at once when it is interrupted a second time', async () => {
    const { child, ended } = await serve()
    child.kill('SIGINT')
    child.kill('SIGINT')
    expect([130, null]).toContain(await ended)
  })
})

describe('the port', () => {
  test('that is taken gives the next free one and says so', async () => {
    const taken = createServer()
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done))
    onTestFinished(() => void taken.close())
    const address = taken.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    const { told, url } = await serve('--port', String(port))
    expect(told.stderr).toContain(`Port ${port} is taken`)
    expect(Number(url.port)).toBeGreaterThan(port)
  })
})

describe('beyond the loopback', () => {
  test('it warns, says what that means, and lets in whoever has the token', async () => {
    const { told, url } = await serve('--host', '0.0.0.0')
    expect(url.href).toMatch(/^http:\/\/localhost:\d+\/\?token=[0-9a-f]{32}$/)
    expect(told.stderr).toContain('Warning: other machines can reach this server.\n')
    expect(told.stderr).toContain('nothing is encrypted')
    expect(told.stderr).not.toContain('From elsewhere: http://127.')
    const here = (path: string) => new URL(path, url.href.replace('localhost', '127.0.0.1'))
    expect((await fetch(here('/graph.json'))).status).toBe(403)
    expect((await fetch(here(url.search), { redirect: 'manual' })).status).toBe(303)
  })

  test.each(['localhost', 'example.org', '127.0.0.1:80', 'fe80::1%eth0', '1.2.3', ''])(
    '"%s" is no address to listen at',
    (host) => {
      const { stdout, stderr, code } = dossier(['serve', '--host', host], baseWith())
      expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
      expect(stderr).toContain(`0.0.0.0 is all of them), and "${host}" is none.`)
    },
  )

  test('an address of another machine is refused with a way out', () => {
    const { stderr, code } = dossier(['serve', '--host', '192.0.2.1', '--port', '0'], baseWith())
    expect(code).toBe(2)
    expect(stderr).toMatch(/listen at 192\.0\.2\.1, port 0 \(EADDRNOTAVAIL\)\. .*"--host"/)
  })
})
