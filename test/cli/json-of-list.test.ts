import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonOfList } from '../../src/cli/json-of-list.ts'
import { escapeForJson } from '../../src/text/escape-for-terminal.ts'

test('a list piece by piece is the text that it is as a whole', () => {
  const head = fc.record({ version: fc.nat(), told: fc.constantFrom('', '"]\n}', '[]', '\u202e') })
  fc.assert(
    fc.property(head, fc.array(fc.jsonValue(), { maxLength: 4 }), (head, items) => {
      const whole = `${escapeForJson(JSON.stringify({ ...head, items }, null, 2))}\n`
      expect([...jsonOfList(head, 'items', items)].join('')).toBe(whole)
    }),
  )
})
