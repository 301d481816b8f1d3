import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeDocument } from '../../src/documents/parse-document.ts'
import { readStrict } from '../../src/documents/read-strict.ts'
import type { YamlNode } from '../../src/documents/yaml-node.ts'
import { changedText, changesOf, commonText, scribble } from './strict-texts.ts'

const seed = Number(process.env.FC_SEED ?? 20120317)
const runs = Number(process.env.FC_RUNS ?? 5000)

describe('what is read, with the place of every key and value', () => {
  test.each([
    ['a map', 'a: b\ncd: e f \n', '{a@0-1: b@3-4, cd@5-7: e f@9-12}@0-14'],
    ['no line end at the end', 'a: b', '{a@0-1: b@3-4}@0-4'],
    ['CRLF', 'a: b\r\nc:\r\n- d\r\n', '{a@0-1: b@3-4, c@6-7: [d@12-13]@10-15}@0-15'],
    ['a byte order mark', '\ufeffa: b\n', '{a@1-2: b@4-5}@1-6'],
    ['a mark before the content', '# x\n--- # y\na: b\n', '{a@12-13: b@15-16}@12-17'],
    [
      'maps in maps',
      'a:\n  b:\n    c: d\n',
      '{a@0-1: {b@5-6: {c@12-13: d@15-16}@12-17}@5-17}@0-17',
    ],
    [
      'a map ends with its last line',
      'a:\n  b: c\n\nd: e\n',
      '{a@0-1: {b@5-6: c@8-9}@5-10, d@11-12: e@14-15}@0-16',
    ],
    [
      'a list in its key’s column',
      'a:\n- b\n- c\nd: e\n',
      '{a@0-1: [b@5-6, c@9-10]@3-11, d@11-12: e@14-15}@0-16',
    ],
    ['a deeper list', 'a:\n  - b\n', '{a@0-1: [b@7-8]@5-9}@0-9'],
    [
      'maps in a list',
      'a:\n  - b: c\n    d: e\n  - f: g\n',
      '{a@0-1: [{b@7-8: c@10-11, d@16-17: e@19-20}@7-21, {f@25-26: g@28-29}@25-30]@5-30}@0-30',
    ],
    ['lists in a list', 'a:\n- - b\n  - c\n', '{a@0-1: [[b@7-8, c@13-14]@5-15]@3-15}@0-15'],
    ['an item in the next line', 'a:\n-\n  b: c\n', '{a@0-1: [{b@7-8: c@10-11}@7-12]@3-12}@0-12'],
    ['a value in the next line', 'a:\n  b\n', '{a@0-1: b@5-6}@0-7'],
    [
      'comments and empty lines',
      '# x\na: b # y\n\n   \n# z\nc: d\n',
      '{a@4-5: b@7-8, c@22-23: d@25-26}@4-27',
    ],
    [
      'a comment as deep as what follows',
      'a:\n  # x\n  b: c\n',
      '{a@0-1: {b@11-12: c@14-15}@11-16}@0-16',
    ],
    ['no value', 'a:\nb:  \nc: d\n', '{a@0-1: @2-2, b@3-4: @7-7, c@8-9: d@11-12}@0-13'],
    ['no value and no line end at the end', 'a:\nb:', '{a@0-1: @2-2, b@3-4: @5-5}@0-5'],
    [
      'an item behind no value',
      'a:\n- b:\n- c\n',
      '{a@0-1: [{b@5-6: @7-7}@5-7, c@10-11]@3-12}@0-12',
    ],
    ['a comment behind a key', 'a: # b\n  c: d\n', '{a@0-1: {c@9-10: d@12-13}@9-14}@0-14'],
    ['a text below its dash', 'a:\n-\n  b\n', '{a@0-1: [b@7-8]@3-9}@0-9'],
    [
      'signs of brackets in keys',
      'a, b: c\nd[e]: f\n',
      '{a, b@0-4: c@6-7, d[e]@8-12: f@14-15}@0-16',
    ],
    ['text below its dash', 'a:\n  - |\n    b\n', '{a@0-1: ["b\\n"@7-15]@5-15}@0-15'],
    ['no value at the end', 'a:\n  b:\n', '{a@0-1: {b@5-6: @7-7}@5-7}@0-7'],
    ['quotes', 'a: "b: #" # x\n"c": \'d\'\n', '{a@0-1: "b: #"@3-9, c@14-17: "d"@19-22}@0-23'],
    [
      'quotes in quotes',
      "a: \"\\\"b\\\\\"\nc: 'd'''\n",
      '{a@0-1: "\\"b\\\\"@3-10, c@11-12: "d\'"@14-19}@0-20',
    ],
    ['nothing in quotes', 'a: ""\nb: \'\'\n', '{a@0-1: ""@3-5, b@6-7: ""@9-11}@0-12'],
    [
      'a list in brackets',
      'a: [b, "c" , [ ], {}]\n',
      '{a@0-1: [b@4-5, "c"@7-10, []@13-16, {}@18-20]@3-21}@0-22',
    ],
    ['a comma before the bracket', 'a: [b, ]\n', '{a@0-1: [b@4-5]@3-8}@0-9'],
    [
      'a map in brackets',
      'a: { b: c, "d": e }\n',
      '{a@0-1: {b@5-6: c@8-9, d@11-14: e@16-17}@3-19}@0-20',
    ],
    ['brackets over lines', 'a: [\n  b,\n  c\n ]\n', '{a@0-1: [b@7-8, c@12-13]@3-16}@0-17'],
    [
      'signs that mean something elsewhere',
      'a: b#c -d *e &f ?:g\n',
      '{a@0-1: b#c -d *e &f ?:g@3-19}@0-20',
    ],
    [
      'text as it stands',
      'a: |\n  b\n   c\n\n  d\n\ne: f\n',
      '{a@0-1: "b\\n c\\n\\nd\\n"@3-19, e@20-21: f@23-24}@0-25',
    ],
    ['text that is folded', 'a: >-\n  b\n  c\n\n  d\n', '{a@0-1: "b c\\nd"@3-19}@0-19'],
    ['text in a list', 'a:\n- >\n  b\n- c\n', '{a@0-1: ["b\\n"@5-11, c@13-14]@3-15}@0-15'],
  ])('%s', (_, text, expected) => {
    const root = readStrict(sourceOf(text))?.root
    expect(root && shown(root)).toBe(expected)
    expectAgreement(text)
  })
})

describe('what is handed to the judge', () => {
  test.each([
    ['nothing', ''],
    ['a comment', '# a\n'],
    ['a list', '- a\n'],
    ['a text', 'a\n'],
    ['JSON', '{ "a": 1 }\n'],
    ['an indented map', '  a: b\n'],
    ['an anchor', 'a: &b c\n'],
    ['an alias', 'a: *b\n'],
    ['a tag', 'a: !b c\n'],
    ['a tag on a key', '!b a: c\n'],
    ['a directive', '%YAML 1.2\n---\na: b\n'],
    ['an explicit key', '? a\n: b\n'],
    ['an empty key', ': a\n'],
    ['a merge key', '<<: { a: b }\n'],
    ['a merge key in brackets', 'a: { <<: b }\n'],
    ['several documents', 'a: b\n---\nc: d\n'],
    ['an end mark', 'a: b\n...\n'],
    ['a second mark', '---\n---\na: b\n'],
    ['content behind a second mark', 'a: b\n--- c: d\n'],
    ['content behind an end mark', 'a: b\n... c: d\n'],
    ['content behind an end mark in front', '... a: b\n'],
    ['a map behind a mark', '--- a: b\n'],
    ['a mark that is indented', ' ---\na: b\n'],
    ['a key twice', 'a: b\na: c\n'],
    ['a key twice, once in quotes', 'a: b\n"a": c\n'],
    ['a key twice in brackets', 'a: { b: c, b: d }\n'],
    ['a key twice among many', `${[...'abcdefghijkl'].map((key) => `${key}: x\n`).join('')}a: y\n`],
    ['a key too long', `${'a'.repeat(1100)}: b\n`],
    ['too many levels', Array.from({ length: 34 }, (_, n) => `${' '.repeat(n)}a:\n`).join('')],
    ['too many brackets', `a: ${'['.repeat(34)}${']'.repeat(34)}\n`],
    ['a tab', 'a:\tb\n'],
    ['a tab in front', 'a:\n\tb: c\n'],
    ['a tab behind', 'a: b\t\n'],
    ['a no-break space', 'a: b\u00a0c\n'],
    ['a no-break space in quotes', 'a: "b\u00a0c"\n'],
    ['a lone return', 'a: b\rc\n'],
    ['a null character', 'a: b\0c\n'],
    ['a byte order mark in the middle', 'a: b\n\ufeffc: d\n'],
    ['an override', 'a: "\u202eb"\n'],
    ['a zero-width space in a comment', 'a: b # \u200b\n'],
    ['a lone surrogate', 'a: b\ud800\n'],
    ['a delete character', 'a: b\u007f\n'],
    ['an escape', 'a: "\\x1b"\n'],
    ['an open quote', 'a: "b\n'],
    ['an open single quote', "a: 'b\n"],
    ['an open bracket', 'a: [b\n'],
    ['the wrong bracket', 'a: [b}\n'],
    ['more behind a quote', 'a: "b" c\n'],
    ['a comment that touches a quote', 'a: "b"# c\n'],
    ['a second colon', 'a: b: c\n'],
    ['a colon at the end', 'a: b:\n'],
    ['a list behind its key', 'a: - b\n'],
    ['a dash in brackets', 'a: [-]\n'],
    ['a pair in a list in brackets', 'a: [b: c]\n'],
    ['a key without a value in brackets', 'a: { b }\n'],
    ['keys without values in brackets', 'a: {b, c}\n'],
    ['a bracket that touches a colon', 'a: { b:[c] }\n'],
    ['an empty item in brackets', 'a: [b, , c]\n'],
    ['a comma in front', 'a: [, b]\n'],
    ['a comment in brackets', 'a: [b, # c\n  d]\n'],
    ['brackets that end too early in the line', 'a: [\nb\n]\n'],
    ['a map in brackets that goes on too early in the line', 'a: {\nb: c }\n'],
    ['a list as a key', '[a]: b\n'],
    ['an item without a value', 'a:\n-\n- b\n'],
    ['a text over lines', 'a: b\n  c\n'],
    ['a quoted text over lines', 'a: "b\n  c"\n'],
    ['a text over lines in single quotes', "a: 'b\n  c'\n"],
    ['too many lists', `a:\n  ${'- '.repeat(34)}b\n`],
    ['a map deeper than its first key', 'a: b\n  c: d\n'],
    ['a map less deep than its first key', 'a:\n    b: c\n  d: e\n'],
    ['a list among keys', 'a: b\n- c\n'],
    ['a key among items', 'a:\n  - b\n  c: d\n'],
    ['a key without a colon', 'a: b\nc\n'],
    ['a key whose colon lacks a space', 'a: b\nc:d\n'],
    ['a comment deeper than what follows', 'a:\n  b: c\n  # d\ne: f\n'],
    ['a comment before a value in the next line', 'a:\n#b\n  c\nd: e\n'],
    ['a comment before an item in the next line', 'a:\n  -\n#b\n    c\n'],
    ['a comment deeper than the next one', 'a:\n  b: c\n  # d\n# e\nf: g\n'],
    ['a comment behind a key of a text below', 'a: # b\n  c\nd: e\n'],
    ['a comment below no value', 'a:\n# b\nc: d\n'],
    ['text that says its indent', 'a: |2\n   b\n'],
    ['text that keeps its end', 'a: |+\n  b\n\n'],
    ['text without a line end', 'a: |\n  bc'],
    ['text without indent', 'a: |\nb\n'],
    ['text that begins with an empty line', 'a: |\n\n  b\n'],
    ['text with a line of spaces', 'a: |\n  b\n     \n  c\n'],
    ['text with a line of few spaces before one of more', 'a: |\n  b\n \n   \n\nc: d\n'],
    ['deeper lines to fold', 'a: >\n  b\n    c\n'],
    ['text with a line less deep', 'a: |\n    b\n  c\n'],
    ...[...'|>@`%,]}?=\\'].map((sign) => [`a value that begins with ${sign}`, `a: ${sign}b\n`]),
  ])('%s', (_, text) => {
    expect(readStrict(sourceOf(text))).toBeUndefined()
  })
})

test('a common file is read as the judge reads it', () => {
  fc.assert(
    fc.property(commonText, (text) => {
      expect(readStrict(sourceOf(text)), 'handed over').toBeDefined()
      expectAgreement(text)
    }),
    { seed, numRuns: runs / 5 },
  )
})

const ownFiles = readdirSync('graph-data', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => readFileSync(join('graph-data', path), 'utf8'))

test('no file of the shipped base is handed over', () => {
  for (const text of ownFiles) {
    expect(readStrict(sourceOf(text)), text).toBeDefined()
    expectAgreement(text)
  }
})

describe('what is accepted is what the judge reads, without a diagnostic', () => {
  test.each([
    ['a common file that is changed', changedText, 0.5],
    ['a file of the shipped base that is changed', changesOf(fc.constantFrom(...ownFiles)), 0.2],
    ['scribble', scribble, 0.3],
  ])('%s', (_, text, share) => {
    fc.assert(fc.property(text, expectAgreement), { seed, numRuns: runs * share })
  })
})

function sourceOf(text: string) {
  return { path: 'a.yaml', text }
}

/** Only what is accepted is compared: the judge reads the rest. */
function expectAgreement(text: string): void {
  const root = readStrict(sourceOf(text))?.root
  if (root === undefined) return
  const judged = judgeDocument(sourceOf(text))
  expect(judged.diagnostics).toEqual([])
  expect(root).toStrictEqual(judged.root)
}

/** A tree in one line; quotes stand around what is not plain. */
function shown(node: YamlNode): string {
  const place = `@${node.span.start}-${node.span.end}`
  if (node.kind === 'scalar') return (node.plain ? node.text : JSON.stringify(node.text)) + place
  if (node.kind === 'list') return `[${node.items.map(shown).join(', ')}]${place}`
  const entries = node.entries.map(
    ({ key: { value, span }, value: item }) => `${value}@${span.start}-${span.end}: ${shown(item)}`,
  )
  return `{${entries.join(', ')}}${place}`
}
