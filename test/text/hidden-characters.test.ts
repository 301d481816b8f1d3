import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  codePointOf,
  heapedMarks,
  hidden,
  hiddenCharacters,
  misleadingSpaces,
  strangeSpace,
} from '../../src/text/hidden-characters.ts'

/** By the properties that Unicode gives them, but for what is needed to write: joiners, variants, signs of scripts. */
function isUnseen(character: string): boolean {
  if (/[\t\n\r\u200c\u200d]/.test(character) || /\p{Variation_Selector}/u.test(character))
    return false
  if (character.length > 1) return /\p{Default_Ignorable_Code_Point}/u.test(character)
  return (
    /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/u.test(character) ||
    /[\p{Noncharacter_Code_Point}\ufff9-\ufffb]/u.test(character)
  )
}

test('every character of Unicode is hidden or is seen', () => {
  const wrong: string[] = []
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code)
    const isFound = character.match(hidden) !== null
    if (isFound !== isUnseen(character)) wrong.push(codePointOf(character))
  }
  expect(wrong).toEqual([])
})

const england = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'

test.each([
  ['a flag of tags', england, []],
  ['a flag within a text', `a ${england} b`, []],
  ['tags behind a letter', 'a\u{e0067}', ['U+E0067@1']],
  ['more tags than a flag has', `${england}\u{e0061}\u{e0061}\u{e0061}`, ['U+E0061@18']],
  ['a pair', '\u{1f600}', []],
  ['two halves the wrong way round', '\ude00\ud83d', ['U+DE00@0', 'U+D83D@1']],
  ['a variant of a letter', '葛\u{e0100}', []],
  ['marks of music', 'a\u{1d173}b', ['U+1D173@1']],
  ['a half before a pair', '\ud83d\u{1f600}', ['U+D83D@0']],
  ['marks of direction', 'a\u202eb\u2066', ['U+202E@1', 'U+2066@3']],
])('%s', (_, text, expected) => {
  expect(hiddenCharacters(text).map(({ codePoint, offset }) => `${codePoint}@${offset}`)).toEqual(
    expected,
  )
})

test('the first look at a text passes over nothing that the pattern finds', () => {
  const character = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  )
  fc.assert(
    fc.property(fc.array(character, { size: 'max', maxLength: 40 }), (characters) => {
      const text = characters.join('')
      const expected = Array.from(text.matchAll(hidden), ({ index }) => index)
      expect(hiddenCharacters(text).map(({ offset }) => offset)).toEqual(expected)
    }),
  )
  for (let code = 0; code <= 0xffff; code++) {
    const text = String.fromCharCode(code)
    expect([code, hiddenCharacters(text).length > 0]).toEqual([code, text.search(hidden) >= 0])
  }
})

test.each([
  ['a\u00a0b', ['U+00A0@1']],
  ['\u3000a\u3000b\u3000', ['U+3000@0', 'U+3000@4']],
  ['a\u2009b', []],
  ['\u202fa', ['U+202F@0']],
  [' a ', []],
])('misleading spaces of %j', (text, expected) => {
  const found = misleadingSpaces(text).map(({ codePoint, offset }) => `${codePoint}@${offset}`)
  expect(found).toEqual(expected)
})

test('a strange space is every space of Unicode but the plain one', () => {
  for (let code = 0; code <= 0xffff; code++) {
    const character = String.fromCharCode(code)
    expect([code, strangeSpace.test(character)]).toEqual([
      code,
      character !== ' ' && /\p{Zs}/u.test(character),
    ])
  }
})

test('accents are heaped from thirty-one on one letter', () => {
  expect(heapedMarks(`a${'\u0301'.repeat(30)}`)).toBeUndefined()
  expect(heapedMarks(`ba${'\u0301'.repeat(31)}b`)).toEqual({ start: 2, end: 33 })
})
