import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { chooseForm, compressAsset, plainAsset } from '../../src/server/asset.ts'

const text = JSON.stringify(Array.from({ length: 500 }, (_, index) => ({ name: `node ${index}` })))
const bytes = Buffer.from(text)
const asset = await compressAsset(plainAsset('application/json', bytes))

test('every form holds the same bytes', () => {
  const decoders = { br: brotliDecompressSync, gzip: gunzipSync, identity: (b: Buffer) => b }
  expect(asset.forms.map(({ encoding }) => encoding).sort()).toEqual(['br', 'gzip', 'identity'])
  for (const form of asset.forms) expect(decoders[form.encoding](form.bytes)).toEqual(bytes)
})

test('every form has a tag of its own, and the tag follows the content', () => {
  const tags = asset.forms.map(({ etag }) => etag)
  expect(new Set(tags).size).toBe(3)
  for (const tag of tags) expect(tag).toMatch(/^"[0-9a-f]{16}(-br|-gzip)?"$/)
  expect(plainAsset('application/json', bytes).hash).toBe(asset.hash)
  expect(plainAsset('application/json', Buffer.from(`${text} `)).hash).not.toBe(asset.hash)
})

test('the hash is that of the standard', () => {
  expect(plainAsset('text/plain', Buffer.from('abc')).hash).toBe('ba7816bf8f01cfea')
})

test('a form that is not smaller is left out', async () => {
  const { forms } = await compressAsset(plainAsset('text/plain', Buffer.from('a')))
  expect(forms.map(({ encoding }) => encoding)).toEqual(['identity'])
})

const smallest = asset.forms[0].encoding

test.each([
  ['', 'identity'],
  ['gzip', 'gzip'],
  ['br', 'br'],
  ['GZIP', 'gzip'],
  ['gzip, deflate, br', smallest],
  ['gzip, br;q=0', 'gzip'],
  ['br; q=0.000, gzip; q=0', 'identity'],
  ['br;q=0.001', 'br'],
  ['*', smallest],
  ['*;q=0', 'identity'],
  ['gzip;q=0, *', 'br'],
  ['identity', 'identity'],
  ['zstd', 'identity'],
  [',;q=1,', 'identity'],
])('Accept-Encoding: %j is answered with %s', (accepted, expected) => {
  expect(chooseForm(asset, accepted).encoding).toBe(expected)
})
