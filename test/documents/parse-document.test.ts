import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../src/documents/parse-document.ts'
import { isEmpty, type YamlNode } from '../../src/documents/yaml-node.ts'

describe('what the strict subset refuses', () => {
  test.each([
    ['an anchor', 'a: &x 1\n', '&x', 'unsupported-yaml'],
    ['an alias', 'a: *x\n', '*x', 'unsupported-yaml'],
    ['an anchor between brackets', '{"a":&x 1}\n', '&x', 'unsupported-yaml'],
    ['an anchor on a key', '&x a: 1\n', '&x', 'unsupported-yaml'],
    ['a list that holds itself', 'a: &a [*a]\n', '&a', 'unsupported-yaml'],
    ['a merge key', 'a: 1\n<<: { b: 2 }\n', '<<', 'unsupported-yaml'],
    ['a tag', 'a: !include /etc/passwd\n', '!include', 'unsupported-yaml'],
    ['a known tag', 'a: !!binary "%%%%"\n', '!!binary', 'unsupported-yaml'],
    ['a directive', '%YAML 1.1\n---\na: no\n', '%YAML 1.1', 'unsupported-yaml'],
    [
      'a directive in lines of Windows',
      '%YAML 1.1\r\n---\na: no\n',
      '%YAML 1.1',
      'unsupported-yaml',
    ],
    ['an unknown directive', '%YAML 9.9\n---\na: 1\n', '%YAML 9.9', 'unsupported-yaml'],
    ['a second document', 'a: 1\n---\nb: 2\n', '---', 'unsupported-yaml'],
    ['content after the end', 'a: 1\n...\nb: 2\n', 'b: ', 'unsupported-yaml'],
    ['a second document after a strange text', '---a\n---\n', '---', 'unsupported-yaml'],
    ['an explicit key', '? a\n: 1\n', '?', 'unsupported-yaml'],
    ['a list as a key', '[a]: 1\n', '[', 'yaml-syntax'],
    ['a map as a key', '{ { a: 1 }: 2 }\n', '{', 'yaml-syntax'],
    ['a tab for indentation', 'a:\n\tb: 1\n', '\t', 'yaml-syntax'],
    ['a quote that is never closed', 'a: "b\nc: 1\n', '"', 'yaml-syntax'],
    ['a second colon', 'a: b: c\n', 'b: c', 'yaml-syntax'],
    ['a text', 'just text\n', 'just text', 'wrong-value'],
    ['a list', '- a\n', '- a\n', 'wrong-value'],
    ['a no-break space for a space', 'a:\u00a0b\n', '\u00a0', 'hidden-character'],
    ['nothing', '', '', 'empty-file'],
    ['nothing but comments', '# a\n# b\n', '', 'empty-file'],
    ['nothing behind a mark', '--- # a\n', '', 'empty-file'],
    ['a list of pairs without a space', '- a:b\n', '- a:b\n', 'wrong-value'],
  ])('%s', (_, text, place, code) => {
    const { root, diagnostics } = parseDocument({ path: 'a.yaml', text })
    expect(root).toBeUndefined()
    expect(diagnostics[0]).toMatchObject({ code, severity: 'error' })
    const { start = 0, end = 0 } = diagnostics[0]?.span ?? {}
    expect(text.slice(start, end)).toBe(place)
  })
})

describe('what is read and reported', () => {
  test.each([
    ['a key twice', 'a: 1\na: 2\n', 'a', 'duplicate-key'],
    ['a key twice, once in quotes', '1: a\n"1": b\n', '"1"', 'duplicate-key'],
    ['a byte order mark in the middle', 'a: 1\n\ufeffb: 2\n', '\ufeff', 'hidden-character'],
    ['a no-break space in a key', 'a: 1\n\u00a0b: 2\n', '\u00a0', 'hidden-character'],
    ['a no-break space in a plain text', 'a: b\u00a0c\n', '\u00a0', 'hidden-character'],
    ['a zero-width space at the start', '\u200ba: 1\n', '\u200b', 'hidden-character'],
    ['one behind a byte order mark', '\ufeffa: b\u200b\n', '\u200b', 'hidden-character'],
    ['a null character', 'a: b\0c\n', '\0', 'hidden-character'],
    ['an escape character', 'a: b\u001bc\n', '\u001b', 'hidden-character'],
    ['a next line', 'a: b\u0085c\n', '\u0085', 'hidden-character'],
    ['a line separator', 'a: b\u2028c\n', '\u2028', 'hidden-character'],
    ['a bidirectional override', 'a: \u202eb\n', '\u202e', 'hidden-character'],
    ['a zero-width space', 'a\u200bb: 1\n', '\u200b', 'hidden-character'],
    ['a lone surrogate', 'a: b\ud800\n', '\ud800', 'hidden-character'],
    ['a lone return', 'a: b\rc\n', '\r', 'hidden-character'],
    ['a blank letter', 'a: \u3164\n', '\u3164', 'hidden-character'],
    ['a tag', 'a: b\u{e0041}\n', '\u{e0041}', 'hidden-character'],
    ['a noncharacter', 'a: b\uffff\n', '\uffff', 'hidden-character'],
    ['an ideographic space in front', '\u3000a: b\n', '\u3000', 'hidden-character'],
    ['a thin space behind', 'a: b\u2009\n', '\u2009', 'hidden-character'],
    ['an escape that is written out', 'a: "b\\x1bc"\n', '"b\\x1bc"', 'hidden-character'],
    ['a surrogate that is written out', 'a: "\\ud800"\n', '"\\ud800"', 'hidden-character'],
    ['an override written out in a key', '"a\\u202eb": 1\n', '"a\\u202eb"', 'hidden-character'],
  ])('%s', (_, text, place, code) => {
    const { root, diagnostics } = parseDocument({ path: 'a.yaml', text })
    expect(root?.kind).toBe('map')
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({ code, severity: 'error' })
    const { start = 0, end = 0 } = diagnostics[0]?.span ?? {}
    expect(text.slice(start, end)).toBe(place)
  })
})

const wales = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}'

describe('what is read and may not be what was meant', () => {
  test.each([
    ['an accent of its own', 'name: Zoe\u0308\n', 'Zoe\u0308', 'not-nfc'],
    ['a second accent of its own', 'a: a\u0327\u0301\n', 'a\u0327\u0301', 'not-nfc'],
    ['one that is written out', 'a: "Zoe\\u0308"\n', '"Zoe\\u0308"', 'not-nfc'],
    ['one in a key', 'Gro\u0308\u00dfe: 1\n', 'Gro\u0308\u00dfe', 'not-nfc'],
    ['Korean in parts', 'name: \u1100\u1161\n', '\u1100\u1161', 'not-nfc'],
    ['dashes without spaces', 'a:\n  -b\n  -c\n', '-b\n  -c', 'list-as-text'],
    ['long dashes', 'a:\n  – b\n  – c\n', '– b\n  – c', 'list-as-text'],
    ['a number sign', 'cite: a #p3\n', '#p3', 'swallowed-text'],
    ['a number sign far off', 'cite: a   #p3\n', '#p3', 'swallowed-text'],
    ['a number sign below no value', 'a:\nb: c #12\n', '#12', 'swallowed-text'],
    ['a long number sign in front', 'name: #12\nb: c\n', '#12', 'swallowed-text'],
    ['a number sign in front', 'name: #1\nb: c\n', '#1', 'swallowed-text'],
    ['a number sign in front, beside a tab', 'name: #1\nb:\tc\n', '#1', 'swallowed-text'],
  ])('%s', (_, text, place, code) => {
    const { root, diagnostics } = parseDocument({ path: 'a.yaml', text })
    expect(root?.kind).toBe('map')
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({ code, severity: 'warning' })
    const { start = 0, end = 0 } = diagnostics[0]?.span ?? {}
    expect(text.slice(start, end)).toBe(place)
  })

  test.each([
    ['Arabic as it is typed', 'a: \u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f\n'],
    ['Bengali as it is typed', 'a: \u09b0\u09be\u09dc\n'],
    ['an old form of a Chinese character', 'a: \ufa19\n'],
    ['an accent that Unicode has no letter for', 'a: x\u0323\n'],
    ['a text that goes on with a dash', 'a: between five\n  -seven men\n'],
    ['a comment', 'a: b # c\nd: #\ne:\n'],
    ['dashes within lines', 'a: b -c\n  d -e\nf: g\n  -h\n'],
    ['one line with a dash', 'a: -b\nc:\n  – d\n'],
  ])('%s is no reason to warn', (_, text) => {
    expect(parseDocument({ path: 'a.yaml', text }).diagnostics).toEqual([])
  })

  test('a file of many such letters is warned of once', () => {
    const text = 'a: e\u0301\nb: e\u0301\nc: e\u0301\n'
    const { diagnostics } = parseDocument({ path: 'a.yaml', text })
    expect(diagnostics.map(({ message }) => /for 2 other texts of/.test(message))).toEqual([true])
  })
})

describe('what is allowed', () => {
  test.each([
    ['a mark before all content', '# comment\n---\na: b\n', { a: 'b' }],
    ['a mark after all content', 'a: b\n...\n# comment\n', { a: 'b' }],
    ['a byte order mark at the start', '\ufeffa: b\n', { a: 'b' }],
    ['CRLF', 'a: |\r\n  b\r\n  c\r\nd: "e\r\n  f"\r\n', { a: 'b\nc\n', d: 'e f' }],
    [
      'joiners',
      'a: \u0645\u06cc\u200c\u062e 👩\u200d👧\n',
      { a: '\u0645\u06cc\u200c\u062e 👩\u200d👧' },
    ],
    ['a thin space within', 'a: b\u2009c\n', { a: 'b\u2009c' }],
    ['the flag of Wales', `a: ${wales}\n`, { a: wales }],
    ['a no-break space in quotes', 'a: "b\u00a0c"\n', { a: 'b\u00a0c' }],
    [
      'signs that mean something elsewhere',
      'a: b*c&d!e\nf: what? yes\n',
      { a: 'b*c&d!e', f: 'what? yes' },
    ],
    ['JSON', '{"a":{"b":["c",1]}}', { a: { b: ['c', '1'] } }],
    ['a tilde and nothing as keys', '~: a\n"": b\n', { '~': 'a', '': 'b' }],
    [
      'keys that are numbers elsewhere',
      '1: a\n0x1: b\n1.0: c\n',
      { 1: 'a', '0x1': 'b', '1.0': 'c' },
    ],
    ['keys without values', '{a, b: }\n', { a: '', b: '' }],
    [
      'keys that a program could trip over',
      '__proto__: a\nconstructor: b\n',
      { constructor: 'b', ['__proto__']: 'a' },
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('what looks like a number, a date or a truth value stays text', () => {
    const words = [
      'NO',
      '012',
      '1.10',
      '12345678901234567890',
      '5e7',
      'Null',
      '0o12',
      '1:30',
      '2012-03',
    ]
    expect(read(`a: [${words.join(', ')}]\n`)).toEqual({ a: words })
  })
})

test.each([
  ['a:', true],
  ['a: ~', true],
  ['a: NULL', true],
  ['{ a }', true],
  ['a: "null"', false],
  ["a: ''", false],
  ['a: []', false],
  ['a: nullable', false],
])('%s says nothing: %s', (text, expected) => {
  const value = parseDocument({ path: 'a.yaml', text }).root?.entries[0]?.value
  expect(value && isEmpty(value)).toBe(expected)
})

function read(text: string): unknown {
  const { root, diagnostics } = parseDocument({ path: 'a.yaml', text })
  expect(diagnostics).toEqual([])
  return root && treeOf(root)
}

function treeOf(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.text
  if (node.kind === 'list') return node.items.map(treeOf)
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, treeOf(value)]))
}

test('of very many mistakes the first twenty are shown, and how many follow', () => {
  const text = Array.from({ length: 50 }, (_, index) => `key-${index}: a\u200bb\n`).join('')
  const { diagnostics } = parseDocument({ path: 'a.yaml', text })
  expect(diagnostics).toHaveLength(20)
  expect(diagnostics.at(-1)?.notes.at(-1)?.message).toContain('30 more mistakes')
  const starts = diagnostics.map(({ span }) => span.start)
  expect(starts).toEqual(
    Array.from({ length: 20 }, (_, index) => text.indexOf('\u200b', text.indexOf(`key-${index}:`))),
  )
})

test('the stack traces of those who call are as long as before', () => {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 7
  parseDocument({ path: 'a.yaml', text: 'a: @\n' })
  expect(Error.stackTraceLimit).toBe(7)
  Error.stackTraceLimit = stackTraceLimit
})
