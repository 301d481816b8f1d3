import { expect, test } from 'vitest'
import { sourceIds } from '../../src/imports/base/thing-ids.ts'

test('no source gets the name that no entity and no source may have', () => {
  const titles = new Map([['a', { title: 'Constructor' }]])
  expect(sourceIds(titles, { ids: new Map(), taken: new Set() }).get('a')).toBe('constructor-2')
})
