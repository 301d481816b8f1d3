import { randomBytes } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { gzipped, smallerForms } from '../../src/site/packed.ts'

test('a file has packed forms where they are a tenth smaller, and none where they are not', async () => {
  const text = Buffer.from('a graph of text '.repeat(1000))
  const forms = await smallerForms(text)
  expect(forms.map(([ending]) => ending)).toEqual(['.br', '.gz'])
  const [[, brotli = text] = [], [, zipped = text] = []] = forms
  expect(brotliDecompressSync(brotli)).toEqual(text)
  expect(gunzipSync(zipped)).toEqual(text)
  const half = Buffer.concat([randomBytes(9500), Buffer.alloc(500)])
  for (const bytes of [Buffer.from(''), Buffer.from('x'), randomBytes(10_000), half]) {
    expect(await smallerForms(bytes)).toEqual([])
  }
})

test('neither the time nor the system is in what is packed', () => {
  const zipped = gzipped(Buffer.from('text'))
  expect([...zipped.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255])
  expect(gunzipSync(zipped).toString()).toBe('text')
})
