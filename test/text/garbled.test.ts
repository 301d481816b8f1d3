import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstGarbled } from '../../src/text/garbled.ts'

/** The bytes 0x80 to 0x9f in Windows-1252, by code point, as another program has written them down. */
const table = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152,
  0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122,
  0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
]

const garbled = (text: string) =>
  Array.from(new TextEncoder().encode(text), (byte) =>
    String.fromCodePoint(table[byte - 0x80] ?? byte),
  ).join('')

test.each([
  ['José', 'é'],
  ['Ağa', 'ğ'],
  ['Öztürk', 'ü'],
  ['Ilıca', 'ı'],
  ['Ihlara’s', '’'],
  ['Москва', 'о'],
  ['محمد', 'د'],
])('%s, read in the wrong encoding, shows it', (text, meant) => {
  const found = firstGarbled(garbled(text))
  expect(found).toEqual({ why: 'encoding', text: garbled(meant), meant })
  expect(firstGarbled(text)).toBeUndefined()
})

// Capitals with a sign behind them that belongs there.
test.each([
  'NESCAFÉ®',
  'NESCAFÉ™',
  '“CAFÉ”',
  '„MENÜ“',
  '«CAFÉ»',
  '‘É’',
  'CAFÉ…',
  '‹CAFÉ›',
  '›Spaß‹',
  'Strauß²',
  'MAÇÃ – IRMÃ',
  'SLÚŽKA ŘÍŠE',
  '25 °C, 3 × 5 m², £ 4, §7',
  'Ã',
])('%s is as it should be', (text) => {
  expect(firstGarbled(text)).toBeUndefined()
})

test('every Latin letter with an accent that is spoilt is seen, if its signs do not occur by themselves', () => {
  const letters = fc.constantFrom(...'áâãäåæçèéêìíîïñòóôöùúûüýÿ')
  fc.assert(
    fc.property(letters, (letter) => {
      const text = garbled(`M${letter}ria`)
      const isOrdinary = /[«»\u00a0\u00ad]/.test(text)
      expect(firstGarbled(text)?.meant, text).toBe(isOrdinary ? firstGarbled(text)?.meant : letter)
    }),
  )
})

test.each([
  ['РЈРјР°СЂ', 'encoding', 'Умар'],
  ['Oﬃce', 'ligature', 'ffi'],
  ['Ilh\ufffdm', 'lost', ''],
])('%s shows that it was spoilt', (text, why, meant) => {
  expect(firstGarbled(text)).toEqual(expect.objectContaining({ why, meant }))
})

test.each(['«СССР»', 'РСФСР', 'РІСІРІ', 'Р. Сєров', 'РЈРј', 'С… Р…'])('%s is Cyrillic', (text) => {
  expect(firstGarbled(text)).toBeUndefined()
})
