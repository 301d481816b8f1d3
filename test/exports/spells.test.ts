import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Spell, uniteSpells } from '../../src/exports/gexf/spells.ts'

test.each<[string, Spell[], Spell[]]>([
  ['nothing', [], []],
  [
    'one day',
    [{ start: '2012-03-26', end: '2012-03-26' }],
    [{ start: '2012-03-26', end: '2012-03-26' }],
  ],
  ['an open end', [{ start: '2012-03-26' }], [{ start: '2012-03-26' }]],
  ['an undated stint beside a dated one', [{ start: '2012-03-26' }, {}], []],
  ['a reversed one', [{ start: '2012-03-26', end: '2011-01-01' }], []],
  ['years beyond the calendar', [{ start: '-0043-01-01', end: '+12345-01-01' }], []],
  ['year zero', [{ start: '0000-01-01', end: '0001-01-01' }], [{ end: '0001-01-01' }]],
  [
    'a shared day',
    [
      { start: '2011-01-01', end: '2011-06-30' },
      { start: '2011-06-30', end: '2011-12-31' },
    ],
    [{ start: '2011-01-01', end: '2011-12-31' }],
  ],
  [
    'neighbouring days',
    [
      { start: '2011-07-01', end: '2011-12-31' },
      { start: '2011-01-01', end: '2011-06-30' },
    ],
    [
      { start: '2011-01-01', end: '2011-06-30' },
      { start: '2011-07-01', end: '2011-12-31' },
    ],
  ],
  [
    'one within another',
    [
      { start: '2011-01-01', end: '2011-12-31' },
      { start: '2011-03-01', end: '2011-04-30' },
    ],
    [{ start: '2011-01-01', end: '2011-12-31' }],
  ],
  ['two that are open at opposite sides', [{ end: '2011-06-30' }, { start: '2011-01-01' }], []],
])('%s', (_, stints, spells) => {
  expect(uniteSpells(stints)).toEqual(spells)
})

test('spells are in order, apart, and hold on exactly the days of their stints', () => {
  const day = fc.integer({ min: 3, max: 20 }).map(dayOfJanuary)
  const stint = fc.record({ start: fc.option(day), end: fc.option(day) }).map(
    ({ start, end }): Spell => ({
      ...(start !== null && { start }),
      ...(end !== null && { end }),
    }),
  )
  const days = Array.from({ length: 24 }, (_, index) => dayOfJanuary(index + 1))
  fc.assert(
    fc.property(fc.array(stint, { minLength: 1, maxLength: 5 }), (stints) => {
      const spells = uniteSpells(stints)
      for (const [index, { end = '' }] of spells.slice(0, -1).entries()) {
        expect(end < (spells[index + 1]?.start ?? '')).toBe(true)
      }
      const usable = stints.map((stint) => (isReversed(stint) ? {} : stint))
      for (const day of days) {
        const holds = spells.length === 0 || spells.some(holdsOn(day))
        expect(holds).toBe(usable.some(holdsOn(day)))
      }
    }),
  )
})

function dayOfJanuary(number: number): string {
  return `2011-01-${String(number).padStart(2, '0')}`
}

function isReversed({ start, end }: Spell): boolean {
  return start !== undefined && end !== undefined && start > end
}

function holdsOn(day: string) {
  return ({ start = '', end = '~' }: Spell) => start <= day && day <= end
}
