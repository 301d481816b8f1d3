import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseDocument } from '../../src/documents/parse-document.ts'
import { formatDocument } from '../../src/edits/format-document.ts'
import { asText } from '../documents/plain-tree.ts'
import { changedText, commonText, scribble } from '../documents/strict-texts.ts'
import { type Tree, yamlText } from '../documents/yaml-texts.ts'
import { commentedText } from './format-texts.ts'

const seed = Number(process.env.FC_SEED ?? 20120317)
const runs = Number(process.env.FC_RUNS ?? 2000)

function formatted(text: string, path = 'people/ada.yaml'): string {
  const result = formatDocument({ path, text })
  if (result.kind !== 'formatted') throw new Error(`The file is left as it is: ${result.kind}.`)
  return result.text
}

describe('the layout of an entity', () => {
  test('keys come in the order of the reference, and what nobody knows comes last', () => {
    expect(
      formatted(`strange: x
relations:
  - cite: report#p1
    as: head
    leads: guild
attributes:
  rank: { cite: report#p2, value: high }
allow: { uncited-claim: Looked at. }
summary: A person.
when: { inferred: why, value: 1398 }
aliases: [A]
cite: report
name: Ada
unnamed: true
count: 2
type: people
`),
    ).toBe(`type: people
unnamed: true
count: 2
name: Ada
aliases: [A]
summary: A person.
when: { value: 1398, inferred: why }
cite: report
allow: { uncited-claim: Looked at. }
attributes:
  rank: { value: high, cite: report#p2 }
relations:
  - leads: guild
    as: head
    cite: report#p1
strange: x
`)
  })

  test('attributes, relations and entities stay in the order of their curator', () => {
    const text = `entities:
  b:
    type: person
    name: B
    attributes: { z: 1, a: 2 }
    relations:
      - z: b
      - a: b
  a: { type: person, name: A }
`
    expect(formatted(text)).toBe(text)
  })

  test.each(['Caf\u00c3\u00a9', 'Rock &amp; Roll', 'Cafe\u0301'])(
    'a text whose letters are in doubt stands where it stands: %s',
    (name) => {
      expect(formatted(`name: ${name}\ntype: place\n`)).toBe(`type: place\nname: ${name}\n`)
    },
  )

  test('a map with two keys that may each name the relation stays as it is', () => {
    const text = 'type: person\nname: A\nrelations:\n  - cite: report\n    leads: a\n    knows: b\n'
    expect(formatted(text)).toBe(text)
  })

  test('rivals and citations are in order, too', () => {
    expect(
      formatted(`type: person
relations:
  - rivals: [{ said-by: b, cite: [{ quote: so, at: p1, source: report }], denied: true, target: c }]
    leads: a
`),
    ).toBe(`type: person
relations:
  - leads: a
    rivals: [{ target: c, denied: true, cite: [{ source: report, at: p1, quote: so }], said-by: b }]
`)
  })
})

test.each([
  ['sources/report.yaml', 'paragraphs: 3\ntitle: R\n', 'title: R\nparagraphs: 3\n'],
  [
    'identity.yaml',
    'same:\n  - reason: x\n    entities: [a, b]\nundecided: []\n',
    'undecided: []\nsame:\n  - entities: [a, b]\n    reason: x\n',
  ],
  [
    'ontology.yaml',
    'relations:\n  leads: { says: x, to: b, from: a }\nentities:\n  a: { label: A, is: b }\nname: O\n',
    'name: O\nentities:\n  a: { is: b, label: A }\nrelations:\n  leads: { from: a, to: b, says: x }\n',
  ],
  ['people/report.yaml', 'paragraphs: 3\ntitle: R\n', 'paragraphs: 3\ntitle: R\n'],
])('a file is laid out as what it is: %s', (path, text, expected) => {
  expect(formatted(text, path)).toBe(expected)
})

describe('comments', () => {
  test('go with what they stand by', () => {
    expect(
      formatted(`# about the file

# about the name
name: Ada   # beside the name
type: person   # beside the type
  # below the type

relations:
# about the group

- cite: [report#p1, # first
    report#p2]
  # about the relation
  leads: guild
  # - as: head

# about the attributes
attributes:
    status: dead
    # rank: high
# the end
`),
    ).toBe(`# about the file

type: person   # beside the type
  # below the type
# about the name
name: Ada   # beside the name

# about the attributes
attributes:
  status: dead
  # rank: high

relations:
  # about the group

  # about the relation
  - leads: guild
    cite:
      - report#p1 # first
      - report#p2
    # - as: head
# the end
`)
  })

  test('at the top that a blank line parts from the first key stay there', () => {
    expect(formatted('# about the file\n\nname: A\ntype: b\n')).toBe(
      '# about the file\n\ntype: b\nname: A\n',
    )
  })

  test('above a key that is not written go with it', () => {
    expect(formatted('b: 1\n# c\n:\ntype: a\n')).toBe('type: a\nb: 1\n# c\n:\n')
  })

  test('that are aligned stay so; others keep their distance', () => {
    expect(
      formatted(`type: 'person'                 # one
name: A name                   # two
summary: A longer text, up to here and on # three
count: '3'  # four
`),
    ).toBe(`type: person                   # one
count: "3"  # four
name: A name                   # two
summary: A longer text, up to here and on # three
`)
  })

  test('below a text in lines do not become a part of it', () => {
    expect(formatted('summary: |\n    A text.\n  # no text\nname: x\n')).toBe(
      'name: x\nsummary: |\n  A text.\n# no text\n',
    )
    expect(formatted('name: |\n    A text.\n  # no text\nsummary: x\n')).toBe(
      'name: |\n  A text.\n# no text\n\nsummary: x\n',
    )
  })

  test('without a space stand above a text that they would seem to cut short', () => {
    expect(formatted('aliases: [ # all\n  a, #1\n  "b" ] #2\n')).toBe(
      'aliases: #2\n  # all\n  #1\n  - a\n  - b\n',
    )
  })

  test('that tell an editor what to do stay on top', () => {
    expect(formatted('# yaml-language-server: $schema=x\nname: A\ntype: person\n')).toBe(
      '# yaml-language-server: $schema=x\n\ntype: person\nname: A\n',
    )
  })

  test('at both ends of what was one line: the first goes above', () => {
    expect(formatted('cite: # why\n  report#p1 # where\n')).toBe('# why\ncite: report#p1 # where\n')
    expect(formatted('cite: # why\n  report#p1\n')).toBe('cite: report#p1 # why\n')
    expect(formatted('cite:\n  - # why\n    source: report\n')).toBe(
      'cite:\n  # why\n  - source: report\n',
    )
    expect(formatted('cite: [ # why\n]\n')).toBe('# why\ncite: []\n')
  })
})

describe('one value', () => {
  test.each([
    ["'plain'", 'plain'],
    ['"plain"', 'plain'],
    ["'it''s'", "it's"],
    ["'a: b'", '"a: b"'],
    [`'say "so"'`, 'say "so"'],
    [`'"so" it is'`, `'"so" it is'`],
    ['"a\\u00e9"', 'aé'],
    ['"a\\nb"', '"a\\nb"'],
    ['"#c2410c"', '"#c2410c"'],
    ['"{source} led {target}"', '"{source} led {target}"'],
    ['"Control of {target}"', '"Control of {target}"'],
    ['"a, b"', 'a, b'],
    ["''", '""'],
    ['" a "', '" a "'],
    ['no', '"no"'],
    ['Yes', '"Yes"'],
    ['true', 'true'],
    ['"true"', '"true"'],
    ['1.10', '1.10'],
    ["'1.10'", '"1.10"'],
    ['"20"', '"20"'],
    ['20', '20'],
    ['~', '~'],
    ['"null"', '"null"'],
    ['2012-03-17', '2012-03-17'],
    ['"2012-03-17"', '"2012-03-17"'],
    ['../2012', '../2012'],
    ['"[2011..2012]"', '"[2011..2012]"'],
    ["'01:30:00'", '"01:30:00"'],
    ['one\n  two', 'one two'],
    ['"one\n\n  two"', '|-\n  one\n  two'],
    ['{a: b,c:  "d"}', '{ a: b, c: d }'],
    ['{a: "b, c"}', '{ a: "b, c" }'],
    ['{a, b: }', '{ a: , b: }'],
    ['[a,\n  b]', '[a, b]'],
    ['[ ]', '[]'],
    ['{  }', '{}'],
    ['|2\n    a\n   b', '|2\n    a\n   b'],
    ['|+\n      a\n\n', '|+\n  a\n\n'],
    ['>\n     folded\n     text\n\n     as it is', '>\n  folded\n  text\n\n  as it is'],
  ])('%s', (written, expected) => {
    expect(formatted(`note: ${written}\n`)).toBe(`note: ${expected}\n`)
  })

  test('quotes that an escape does not need go, and those of a key', () => {
    expect(formatted(`"name": 'x'\n'no': 1\n"a: b": 2\n`)).toBe('name: x\n"no": 1\n"a: b": 2\n')
  })
})

describe('lines', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')

  test('of more than 120 columns are folded at spaces', () => {
    const fitting = `summary: ${words(22)}\n`
    expect(fitting.length).toBe(9 + 109 + 1)
    expect(formatted(fitting)).toBe(fitting)
    expect(formatted(`summary: ${words(24)} # why\n`)).toBe(
      `summary: >- # why\n  ${words(23)}\n  word\n`,
    )
    expect(formatted(`summary: "${words(24)}:  x"\n`)).toBe(
      `summary: >-\n  ${words(23)}\n  word:  x\n`,
    )
    const long = `summary: ${'x'.repeat(200)}\n`
    expect(formatted(long)).toBe(long)
    expect(formatted(`summary: ${'名'.repeat(40)} ${'名'.repeat(40)}\n`)).toBe(
      `summary: >-\n  ${'名'.repeat(40)}\n  ${'名'.repeat(40)}\n`,
    )
  })

  test('that a person has folded are folded further only where they are too long', () => {
    const text = `note: >-\n  A sentence.\n  ${words(23)}\n\n    set in ${words(30)}\n`
    expect(formatted(text)).toBe(text)
    expect(formatted(`note: >\n  A sentence.\n  ${words(24)}\n  End.\n`)).toBe(
      `note: >\n  A sentence.\n  ${words(23)}\n  word\n  End.\n`,
    )
  })

  test('in brackets that would be too long become lines', () => {
    const ids = Array.from({ length: 12 }, (_, n) => `report-${n}#p10`)
    expect(formatted(`cite: [${ids.join(', ')}]\n`)).toBe(
      `cite:\n${ids.map((id) => `  - ${id}\n`).join('')}`,
    )
    expect(formatted(`relations: [{ leads: x, cite: [${ids.join(', ')}] }]\n`)).toBe(
      `relations:\n  - leads: x\n    cite:\n${ids.map((id) => `      - ${id}\n`).join('')}`,
    )
  })

  test('of spaces at the end of a text are no blank line', () => {
    expect(formatted('strange: |\n  x\n   \nname: A\nother: 1\n')).toBe(
      'name: A\nstrange: |\n  x\n   \nother: 1\n',
    )
    const text = 'strange: |\n  x\n   \nother: 1\n'
    expect(formatted(text)).toBe(text)
  })

  test('end as they do elsewhere: no return, no mark, no space, one line end', () => {
    expect(formatted('\ufeff---\r\nname: A  \r\n\r\n\r\n\r\ntype: b\r\n...\r\n\r\n')).toBe(
      'type: b\nname: A\n',
    )
    expect(formatted('\ufeff type: a\r\nname: b\r\n')).toBe('type: a\nname: b\n')
    expect(formatted('\ufeffname: A\n # c\ntype: b\n')).toBe('type: b\nname: A\n  # c\n')
    expect(formatted('name: A\n\n\n\ntype:   b')).toBe('type: b\nname: A\n')
    expect(formatted('type: b\n\n\n\nname: A')).toBe('type: b\n\nname: A\n')
  })
})

test('a file with a mistake of YAML is left as it is, and the mistake is told', () => {
  const result = formatDocument({ path: 'a.yaml', text: 'name: "x\n' })
  expect(result).toMatchObject({ kind: 'broken', diagnostic: { code: 'yaml-syntax' } })
  expect(formatDocument({ path: 'a.yaml', text: '' }).kind).toBe('broken')
  expect(formatDocument({ path: 'a.yaml', text: 'a: b\na: c\n' }).kind).toBe('broken')
})

test('a file with comments everywhere says the same, formatted once and for all, and each comment stays', () => {
  fc.assert(
    fc.property(commentedText, ({ path, text, comments, owners }) => {
      const once = formatted(text, path)
      expect(plain(once)).toEqual(plain(text))
      expect(formatted(once, path)).toBe(once)
      const lines = once.split('\n')
      const places = new Map(
        lines.flatMap((line, at) => commentsIn(line).map((c) => [c, at] as const)),
      )
      expect(lines.flatMap(commentsIn).sort()).toEqual([...comments].sort())
      for (const [comment, owner] of owners) {
        const near = valuesNear(lines, places.get(comment) ?? 0)
        const isNear = owner.size === 0 || near.some((value) => owner.has(value))
        if (!isNear) throw new Error(`${comment} is by ${near}:\n${once}`)
      }
    }),
    { seed, numRuns: runs },
  )
}, 300_000)

const others = fc.oneof(
  yamlText.map(({ text }) => text),
  commonText,
  changedText,
  scribble,
)

test('any file is left as it is for a mistake in it, or says the same, formatted once and for all', () => {
  fc.assert(
    fc.property(others, (text) => {
      const result = formatDocument({ path: 'a.yaml', text })
      const { root, diagnostics } = parseDocument({ path: 'a.yaml', text })
      const isSound = root !== undefined && diagnostics.length === 0
      expect(result.kind).toBe(isSound ? 'formatted' : 'broken')
      if (result.kind !== 'formatted') return
      expect(plain(result.text)).toEqual(plain(text))
      expect(formatted(result.text, 'a.yaml')).toBe(result.text)
    }),
    { seed, numRuns: runs },
  )
}, 300_000)

function commentsIn(line: string): string[] {
  return [...line.matchAll(/# .*\b(c[0-9]+)\b/g)].map(([, comment]) => comment ?? '')
}

/** Numbers of values in the line itself, and in the next ones up and down that have some. */
function valuesNear(lines: readonly string[], at: number): string[] {
  const inLine = (line: string | undefined) => line?.match(/\bv[0-9]+/g) ?? []
  const up = lines.slice(0, at).findLast((line) => inLine(line).length > 0)
  const down = lines.slice(at + 1).find((line) => inLine(line).length > 0)
  return [lines[at], up, down].flatMap(inLine)
}

/** What an independent reader makes of a text, with the keys of maps in order. */
function plain(text: string): unknown {
  return sorted(asText(parse(text, { schema: 'failsafe', stringKeys: true, logLevel: 'silent' })))
}

function sorted(value: Tree): unknown {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(sorted)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([key, inner]) => [key, sorted(inner)])
}
