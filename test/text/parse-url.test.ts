import { expect, test } from 'vitest'
import { parseUrl } from '../../src/text/parse-url.ts'

test('an address has parts, and what is none has none', () => {
  expect(parseUrl('https://a.example/b?c')).toMatchObject({ hostname: 'a.example', pathname: '/b' })
  expect(parseUrl('a.example')).toBeUndefined()
})

test('an address beyond ASCII is one however often it is asked for', () => {
  const hosts = Array.from({ length: 30_000 }, () => parseUrl('https://bücher.example/')?.hostname)
  expect(new Set(hosts)).toEqual(new Set(['xn--bcher-kva.example']))
})
