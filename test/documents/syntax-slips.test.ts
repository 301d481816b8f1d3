import { expect, test } from 'vitest'
import { parseDocument } from '../../src/documents/parse-document.ts'

// What a hurried hand writes, the place that is marked (between « and »), and words that the message must have.
const slips: readonly (readonly [slip: string, marked: string, words: string])[] = [
  ['a tab', 'relations:\n«\t»- leads: imu\n\t  cite: a#p1\n', 'and in 2 lines'],
  ['a tab behind a dash', 'relations:\n  -«\t»leads: imu\n    cite: a#p1\n', 'a tab here. Indent'],
  ['a tab behind spaces', 'a:\n  «\t»b: c\n', 'a tab here. Indent'],
  ['tabs, also where they do no harm', 'a:\n«\t»b: 1\nc:\td\n\te: f\n', 'and in 2 lines'],
  ['a tab in brackets', 'a: { b: c,\n«\t»d: e }\n', 'a tab here. Indent'],
  ['no space behind a colon', 'type: person\nname«:»Hans\nsummary: x\n', 'Write "name: Hans"'],
  ['no space behind any colon', 'type«:»person\nname:Hans\n', 'Write "type: person"'],
  ['no space in an item', 'relations:\n  - leads«:»imu\n    cite: a#p1\n', 'Write "leads: imu"'],
  ['no colon', 'type: person\n«name Hans»\nsummary: x\n', 'no ": " in this line'],
  ['no space in an item of a list of lists', 'a:\n  - - b«:»c\n      d: e\n', 'Write "b: c"'],
  ['no space behind a dash far off', 'a:\n  -   b«:»c\n   d: e\n', 'Write "b: c"'],
  ['no colon and spaces behind', 'type: person\n«name Hans»  \nsummary: x\n', 'no ": " in this'],
  ['no colon and no line end', 'type: person\n«name Hans»', 'no ": " in this line'],
  ['no colon in an item', 'a:\n  - «name Hans»\n    summary: x\n', 'no ": " in this line'],
  ['an email of old', 'a: b\n«> quoted»\n', 'no ": " in this line'],
  ['no colon in the last line', 'type: person\n«name Hans»\n', 'no ": " in this line'],
  ['a colon from an East Asian keyboard', 'type«：»person\n', 'not the colon'],
  ['a space from there', 'type:«\u3000»person\nname: Hans\n', 'U+3000'],
  ['a space from there, in a single line', 'type:«\u3000»person\n', 'U+3000'],
  ['a thin space behind a bracket', 'a: [b]«\u2003»\n', 'U+2003'],
  ['a no-break space behind a quote', 'name: "Hans"«\u00a0»# x\n', 'U+00A0'],
  ['a no-break space', 'type: person\nname:«\u00a0»Hans\nsummary: x\n', 'U+00A0'],
  ['an open quote', 'type: person\nname: «"»Hans\nsummary: "x"\n', 'opened here and never closed'],
  ['an open single quote', "name: «'»Hans\nsummary: x\n", "Add the closing '"],
  ['a quote closed by an escape', 'name: «"»a\\"\nsummary: x\n', 'never closed'],
  ['a quote closed by an escape in the last line', 'name: «"»a\\"', 'never closed'],
  ['a quote behind one with escapes', 'a: "b\\\\"\nc: «"»d\n', 'never closed'],
  ['a quote behind a single one', "a: '\\'\nb: «\"»c\n", 'Add the closing "'],
  ['a quote and nothing more', 'name: «"»', 'never closed'],
  ['a quoted text not indented', 'a:\n  b: «"»one\ntwo"\n  c: d\n', 'must be indented'],
  ['an open bracket', 'aliases: «[»Hans, Karl\nname: x\n', 'Add the "]"'],
  ['an open bracket at the end', 'aliases: «[»Hans, Karl\n', 'Add the "]"'],
  ['an open brace', 'a:\n  status: «{» value: dead, cite: a#p1\n  rank: x\n', 'Add the "}"'],
  ['brackets open in brackets', 'a: { b: «[»c, d }\ne: f\n', 'Add the "]"'],
  ['a bracket open before a quote', 'a:\n  b: «[»c\nd: "e\n', 'Add the "]"'],
  ['a quote open before a bracket', 'a: «"»b\n  c: [d\n', 'Add the closing "'],
  ['the wrong bracket for a brace', 'a: [b]\nc: {d«]»\n', 'Write "}"'],
  ['the wrong bracket', 'aliases: [Hans, Karl«}»\nname: x\n', 'Write "]"'],
  ['a bracket closed in a comment', 'a: «[»b, c # d ]\ne: f\n', 'stands in a comment'],
  ['a list in brackets not indented', 'a:\n  b: [c,\n«d]»\n', 'Indent the line deeper'],
  ['a list in braces not indented', 'a:\n  b: { c: d,\n«}»\ne: f\n', 'Indent the line deeper'],
  ['a brace closed in a comment', 'a: «{» b: c # d }\ne: f\n', 'stands in a comment'],
  ['the wrong bracket in others', 'a: [[b«}»]\nname: x\n', 'Write "]"'],
  ['a bracket too many', 'cite: [a]«]»\nname: x\n', 'Remove it'],
  ['a bracket for nothing', 'name: «]»\n', 'Nothing was opened'],
  ['text behind a brace', 'a: { b: c } «d»\n', 'The brackets close before this'],
  ['brackets for a key', '«[»a]: 1\n', 'A key cannot be a list'],
  ['a list of dashes in brackets', 'a: [«-» b, - c]\n', 'a "- " cannot stand here'],
  ['the same with pairs', 'a: [ «-» b: c ]\n', 'a "- " cannot stand here'],
  ['the same over lines', 'a: [\n  «- b»\n]\n', 'a "- " cannot stand here'],
  ['text behind a bracket', 'summary: [sic] «he said»\n', 'in quotes if the brackets'],
  ['text behind a quote', 'name: "Hans" «the merchant»\n', 'written \\"'],
  ['a quote too many', 'name: "Hans"«"»\n', 'ends before this'],
  ['an apostrophe in single quotes', "name: 'O'«Brien'»\n", "written twice: ''"],
  ['a colon in a text', 'summary: «Merchant: of cloth»\n', 'summary: "Merchant: of cloth"'],
  ['a colon and two spaces in a text', 'note: «a:  b»\n', 'Put the value in quotes: note: "a:  b"'],
  ['a colon in an item', 'a:\n  - b: «c: d»\n', 'in quotes: - b: "c: d"'],
  ['a colon behind a key with a dash', 'led-by: «Hans: x»\n', 'in quotes: led-by: "Hans: x"'],
  ['a colon in a long text', `name: «${'x'.repeat(70)}: y»\n`, 'Put the value in quotes.'],
  ['a colon behind quoted words', 'name: «Hans "x": y»\n', 'Put the value in quotes.'],
  ['a colon in curly quotes within', 'name: «Hans “x: y”»\n', 'name: "Hans “x: y”"'],
  ['a colon in curly quotes', 'name: «“»Hans: x”\n', 'Use plain quotes'],
  ['a colon at the end', 'name: Hans«:»\n', 'ends in ":"'],
  ['no comma', 'aliases: ["Hans" «"Karl"»]\n', 'A "," is missing'],
  ['no comma between pairs', 'a: { b: «dead cite: x» }\n', 'Is a "," missing?'],
  ['no comma before a bracket', 'a: ["b" «[»"c"]]\n', 'A "," is missing'],
  ['two colons in brackets', 'a: [b: «c: d»]\n', 'Is a "," missing?'],
  ['a comma too many', 'aliases: [a,«,» b]\n', 'nothing before this ","'],
  ['a list behind its key', 'aliases: «- Hans»\n', 'a line of its own'],
  ['no dash', 'relations:\n  - leads: imu\n  «leads: other»\n', 'Write "- " before it'],
  [
    'no space behind a dash',
    'relations:\n  «-»leads: imu\n   cite: a#p1\n',
    'Write "- leads: imu"',
  ],
  ['an item too far right', 'a:\n  - b: c\n   «-» b: d\n', 'column 4, those above are in'],
  ['a bare dash too far right', 'a:\n  - b: c\n   «-»\n     d: e\n', 'column 4, those above'],
  ['an item too far left', 'a:\n   - b: c\n  «-» b: d\n', 'columns 1, 4 and 6'],
  ['a key too far right', 'name: Karl\n  «summary: x»\n', 'in the column of the keys above'],
  [
    'a key too far left',
    'a:\n    b: c\n  «d: e»\n',
    'column 3, those above are in columns 1 and 5',
  ],
  ['a key with a dash too far left', 'a:\n    b: c\n  «a - b: c»\n', 'column 3, those above'],
  ['a key below a comment', 'a:\n    b: c\n        # d\n\n  «e: f»\n', 'in columns 1 and 5'],
  ['a key below an empty line', 'a:\n  - b\n\n «c: d»\n', 'columns 1, 3 and 5'],
  ['a key below an item', 'a:\n  - b: c\n  - d: e\n  «f: g»\n', 'Write "- " before it'],
  ['a key below a bare dash', 'a:\n  -\n    b: c\n  «d: e»\n', 'Write "- " before it'],
  ['a key too far left of items', '  - a\n«b: c»\n', 'those above are in columns 3 and 5'],
  [
    'a key in a text',
    'a: one text\n  that goes on\n  «b: c»\n',
    'Begin it in the column of the keys',
  ],
  ['a key without a value in a text', 'a: one\n  two\n   «b:»\n  c: d\n', 'Begin it in the column'],
  ['a key beside its column', 'a:\n  - b: c\n   «d: e»\n', 'columns 1, 3 and 5'],
  ['a first line that is indented', '  type: person\n«name: x»\n', 'those above are in column 3'],
  [
    'a text block not indented',
    'summary: |\n«line one»\nname: x\n',
    'indented deeper than its key',
  ],
  [
    'the same with signs and a comment',
    'a:  >-2 # x\n«b»\nname: x\n',
    'indented deeper than its key',
  ],
  ['the same behind a comment', 'a: |\n# b\n«c»\n', 'indented deeper than its key'],
  ['a text that ends in a bar', 'a: b |\n«c»\n', 'no ": " in this line'],
  ['text behind a bar', 'note: | «text»\n', 'begins in the next line'],
  ['a sign of comparison', 'note: > «50 people»\n', 'in quotes if the sign'],
  ['a number sign after a quote', 'name: "Hans"«#1»\n', 'needs a space before it'],
  ...[...'@`%,'].map(
    (sign) => [`a value that begins with ${sign}`, `name: «${sign}»olaf\n`, `"${sign}"`] as const,
  ),
  ['a path of Windows', 'name: "C:«\\d»ir"\n', 'a backslash'],
  ['a list of asterisks', 'aliases:\n  «*» Hans\n  * Karl\n', 'not with "*"'],
  ['a text with an asterisk', 'note: «*important*» thing\n', 'quote it if the "*" is text'],
  ['a key twice', 'name: a\n«name»: b\n', 'here twice'],
  [
    'a conflict that git left',
    'type: person\n«<<<<<<< HEAD»\nname: a\n=======\nname: b\n>>>>>>> other\n',
    'Git left a conflict',
  ],
  ['the middle of a conflict', 'name: a\n«=======»\nb: c\n', 'Git left a conflict'],
  ['the end of a conflict', 'name: a\n«>>>>>>> other»\nb: c\n', 'Git left a conflict'],
  ['a conflict with no name', 'name: a\n«<<<<<<<»\n', 'Git left a conflict'],
  ['the end of one with no name', 'name: a\n«>>>>>>>»\n', 'Git left a conflict'],
  ['a conflict in lines of Windows', 'a: b\r\n«<<<<<<< HEAD»\r\nc: d\r\n', 'Git left a conflict'],
  [
    'what looks like a conflict in a text',
    'a: «b: c»\nd:\n  <<<<<<< HEAD\n',
    'in quotes: a: "b: c"',
  ],
  ['a line of one sign', 'a: «b: c»\n=\n', 'in quotes: a: "b: c"'],
  ['colons and spaces alone', 'a: [[\n :   «»\n :   ]]\n', 'There is no ": "'],
  ['an indented conflict', 'a:\n  «<<<<<<< HEAD»\n  b: c\n  =======\n  b: d\n  >>>>>>> x\n', 'Git'],
  ['a key with no indent', 'a:\n  - b: c\n    d: e\n«f: g»\n    h: i\n', 'in column 1 and not in'],
  ['an item with no indent', 'a:\n  - b: c\n«- d: e»\n  - f: g\n', 'and not in column 3'],
  ['the first of a map with no indent', 'a:\n«b:»\n    c: d\n  e:\n    f: g\n', 'not in column 3'],
  ['no-break spaces for an indent', 'a:\n  - b: c\n«\u00a0\u00a0»d: e\n    f: g\n', 'U+00A0'],
  ['a dash of a word processor', 'a:\n  «—» b: c\n    d: e\n', 'not with "—"'],
  ['a list and no indent at all', 'a:\n- b: c\nd: e\n«-» f: g\n', 'has its value already'],
  ['a word in brackets in braces', 'a: { b: he «[»Hans] said }\n', 'In [ ] and { } a text'],
  ['a block of code', '«```yaml»\ntype: person\n', 'Markdown'],
  ['the end of a block of code', 'type: person\n«```»\n', 'Markdown'],
  ['a key too long', `«${'a'.repeat(1100)}»: b\n`, 'This key is too long'],
  ['lines of an old Mac', 'type: person«\r»name: Hans\r', 'and 1 more in this file'],
  ['text below a header', '---\ntype: person\n«---»\nSome text\n', 'one document'],
]

test.each(slips)('%s', (_, marked, words) => {
  const text = marked.replace(/[«»]/g, '')
  const [first] = parseDocument({ path: 'a.yaml', text }).diagnostics
  const { start = 0, end = 0 } = first?.span ?? {}
  expect(`${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`).toBe(marked)
  expect(first?.message).toContain(words)
  expect(first?.severity).toBe('error')
})

test('what follows a slip that misleads the parser is not told', () => {
  for (const [slip, marked] of slips) {
    if (!/^(a tab|an open|the wrong|a conflict|a bracket too many)/.test(slip)) continue
    const text = marked.replace(/[«»]/g, '')
    expect(parseDocument({ path: 'a.yaml', text }).diagnostics, slip).toHaveLength(1)
  }
})

test('a line in the wrong column is told once, whatever follows it', () => {
  const rest = '  c: d\n'.repeat(30)
  for (const text of [`a:\nb:\n    x: y\n${rest}`, 'a: |\nb\n - c\n - d\n', `b\n${rest}`]) {
    expect(parseDocument({ path: 'a.yaml', text }).diagnostics, text).toHaveLength(1)
  }
})

test('two slips in two lines are both told', () => {
  const text = 'name: Merchant: of cloth\naliases: @x\n'
  const { diagnostics } = parseDocument({ path: 'a.yaml', text })
  expect(diagnostics.map(({ span }) => span.start)).toEqual([6, 34])
})

test('what is missing at the end is told of the end, and not of what would be behind it', () => {
  const text = "\ufeff%...  'quoted':\r\n"
  const { diagnostics } = parseDocument({ path: 'a.yaml', text })
  expect(diagnostics.map(({ span }) => span.end)).toEqual([text.length])
})
