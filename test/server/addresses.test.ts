import { expect, test } from 'vitest'
import { authoritiesOf, elsewhere, hostsOf, isLoopback } from '../../src/server/addresses.ts'

test.each([
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.0.2.1', false],
  ['2001:db8::1', false],
  ['::ffff:127.0.0.1', false],
  ['127.evil.test', false],
  ['127.0.0.1.evil.test', false],
  ['', false],
])('only this machine reaches %j: %s', (host, expected) => expect(isLoopback(host)).toBe(expected))

const own = ['127.0.0.1', '192.0.2.1', '::1', '2001:db8:0::1']

test.each([
  ['127.0.0.1', ['127.0.0.1', 'localhost']],
  ['::1', ['[::1]', 'localhost']],
  ['192.0.2.1', ['192.0.2.1']],
  ['2001:DB8:0:0::1', ['[2001:db8::1]']],
  ['0.0.0.0', ['localhost', '127.0.0.1', '192.0.2.1']],
  ['::', ['localhost', '127.0.0.1', '192.0.2.1', '[::1]', '[2001:db8::1]']],
])('to %s lead %j', (host, expected) => expect(hostsOf(host, own)).toEqual(expected))

test('the addresses of this machine are its own, and each can be named in a URL', () => {
  const hosts = hostsOf('::')
  expect(hosts).toContain('127.0.0.1')
  for (const host of hosts) expect(new URL(`http://${host}/`).hostname).toBe(host)
})

test('browsers leave the port out where it is the one of HTTP', () => {
  expect(authoritiesOf(['localhost'], 80)).toEqual(['localhost', 'localhost:80'])
  expect(authoritiesOf(['127.0.0.1', '[::1]'], 8321)).toEqual(['127.0.0.1:8321', '[::1]:8321'])
})

test('another machine can use what is neither the name nor an address of this one', () => {
  const own = ['localhost', '127.0.0.1', '127.1.2.3', '[::1]']
  expect(elsewhere([...own, '192.168.0.7', '[fd00::1]', 'localhost.example'])).toEqual([
    '192.168.0.7',
    '[fd00::1]',
    'localhost.example',
  ])
})
