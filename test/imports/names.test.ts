import { describe, expect, test } from 'vitest'
import { mendName, mendText } from '../../src/imports/base/mend-text.ts'
import { nameIds } from '../../src/imports/base/name-ids.ts'
import { numberText } from '../../src/imports/base/number-text.ts'
import { edtfOf } from '../../src/imports/edtf-of.ts'
import { firstSentence } from '../../src/imports/first-sentence.ts'
import { gexfValues } from '../../src/imports/gexf/gexf-values.ts'
import { openReport } from '../../src/imports/import-report.ts'
import { composeLetters } from '../../src/text/compose-letters.ts'
import { kebab } from '../../src/text/kebab.ts'

test.each([
  ['Ada Lovelace', 'ada-lovelace'],
  ["Rock'n'Roll & co.", 'rocknroll-co'],
  ['Şirin Tagab, Ørsted, Łódź, Straße', 'sirin-tagab-orsted-lodz-strasse'],
  ['Иван Щербаков', 'ivan-shcherbakov'],
  ['Київ', 'kiyiv'],
  ['Αλέξανδρος', 'alexandros'],
  ['محمد بن سلمان', 'mhmd-bn-slman'],
  ['جنبش ۱۴', 'jnbsh-14'],
  ['תל אביב', 'tl-abyb'],
  ['王 Wang', 'wang'],
  ['王', ''],
  ['---', ''],
  [`${'word '.repeat(30)}`, 'word-word-word-word-word-word-word-word-word-word-word-word'],
  ['x'.repeat(100), 'x'.repeat(60)],
])('the id of %s', (text, id) => {
  expect(kebab(text)).toBe(id)
})

test('composed letters are what Unicode has as one, and nothing else', () => {
  expect(composeLetters('Zoe\u0308 und \u0627\u0653')).toBe('Zoë und آ')
  expect(composeLetters('\u0958')).toBe('\u0958')
})

describe('names of types', () => {
  const ids = (names: readonly string[], most = 10) =>
    Object.fromEntries(
      nameIds(names, {
        prefix: 'type',
        reserved: ['cite'],
        most,
        others: 'thing',
        report: openReport(),
      }),
    )

  test('are one when they differ in case and separators', () => {
    expect(ids(['ThreatActor', 'threat-actor', 'threat_actor', 'URLList'])).toEqual({
      ...{
        'threat-actor': 'threat-actor',
        threat_actor: 'threat-actor',
        ThreatActor: 'threat-actor',
      },
      URLList: 'url-list',
    })
  })

  test('are numbered when only their ids are equal, and avoid what is taken', () => {
    expect(ids(['C', 'C++', 'cite', '人', '友'])).toEqual({
      ...{ C: 'c', 'C++': 'c-2', cite: 'cite-2' },
      ...{ 人: expect.stringMatching(/^type-\w+$/), 友: expect.stringMatching(/^type-\w+$/) },
    })
  })

  test('share one when there are too many', () => {
    expect(Object.values(ids(['a', 'b', 'c', 'd'], 2))).toEqual(['a', 'b', 'thing', 'thing'])
  })
})

test.each([
  ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['x\u202ey\u200bz\ufeff\u0007', 'xyz'],
  ['\ud800 \udc00 \uffff', '\ufffd \ufffd \ufffd'],
  ['👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿', '👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  [`e${'\u0301'.repeat(10_000)}!`, 'é\u0301\u0301\u0301!'],
])('%j is mended', (text, mended) => {
  expect(mendText(text)).toBe(mended)
})

test('a name has one line', () => {
  expect(mendName(' Ada\n\tKing  ')).toBe('Ada King')
})

test.each([
  [1, '1', false],
  [-0.5, '-0.5', false],
  [0.1 + 0.2, '0.3', true],
  [1 / 3, '0.333333333333333', true],
  [1e-9, undefined, false],
  [1e21, undefined, false],
  [Number.NaN, undefined, false],
])('the number %d', (value, text, isRounded) => {
  expect(numberText(value)).toEqual(text === undefined ? undefined : { text, isRounded })
})

test.each([
  ['2012-03-17T10:00:00Z', '2012-03-17', ['cut-times']],
  ['2012-03-17 10:00/2012-03-18 11:00:00.5+01:00', '2012-03-17/2012-03-18', ['cut-times']],
  ['circa 2012', '2012~', ['read-dates']],
  ['03/04/2012', undefined, []],
  ['', undefined, []],
  ['x'.repeat(1000), undefined, []],
])('the date %j', (text, date, kinds) => {
  const report = openReport()
  expect(edtfOf(text, report, 'here')).toBe(date)
  expect(report.remarks().map(({ kind }) => kind)).toEqual(kinds)
})

test.each([
  ['[APT28](https://x.example) is a *group*.(Citation: A (b)) It does harm.', 'APT28 is a group.'],
  ['Dr. Who came. He left.', 'Dr. Who came.'],
  ['One line\nof two\n\nSecond paragraph.', 'One line of two'],
  ['<code>x</code>', 'x'],
  ['(Citation: only)', undefined],
  ['word '.repeat(100), `${'word '.repeat(39).trim()}…`],
])('the first sentence of %j', (text, sentence) => {
  const plain = firstSentence(text)
  if (text.includes('A (b)')) expect(plain).toMatch(/^APT28 is a group/)
  else expect(plain).toBe(sentence)
})

test.each([
  ['1', 'integer', [1]],
  ['9007199254740993', 'long', ['9007199254740993']],
  ['0.50', 'double', [0.5]],
  ['abc', 'double', ['abc']],
  ['TRUE', 'boolean', [true]],
  ['maybe', 'boolean', ['maybe']],
  ['', 'string', []],
  ['["a, b", "c \\"d\\""]', 'liststring', ['a, b', 'c "d"']],
  ['[1, 2]', 'listinteger', [1, 2]],
  ['a|b', 'liststring', ['a', 'b']],
  ['["open, x]', 'liststring', ['"open', 'x']],
  ['[]', 'liststring', []],
])('the value %s of type %s', (text, type, values) => {
  expect(gexfValues(text, type)).toEqual(values)
})
