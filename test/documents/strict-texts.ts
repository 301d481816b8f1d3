import fc from 'fast-check'

/** What stands behind `key:` or `-`, to the end of its last line, for a block at a column. */
type Block = (column: number) => string

const words = [
  ...['Ada', 'Lovelace the first', '2012-03-17', '../2012', '2012~', '012', '~', 'NO', '-1', 'x:y'],
  ...['lwj-nusrat#p2', "isn't", 'it is "so"', 'https://example.org/?a=1&b=2#c', '(one)', '…', '.5'],
  ...[
    'Šīrīn أوزبكستان 😀',
    'a\u200cb',
    'what? yes!',
    'a - b',
    '--',
    '..',
    'AT&T',
    'x*y',
    '100 %',
    '$',
  ],
]
const quoted = [
  ...['""', "''", '"a: b"', "'# no comment'", '"[1..2]"', "'it''s'", '"say \\"so\\""', '"\\\\"'],
  ...['" spaced "', "' '", '"- a"', "'{'", '"*a &b !c"', '"<<"', "'---'", '"é 😀"', "''''"],
]
const keys = [
  ...[
    'type',
    'name',
    'led-by',
    'in',
    'a b',
    '2012',
    '~',
    'x#y',
    '"q"',
    "'it''s'",
    'a?',
    'Šīrīn',
    'x:y',
  ],
  ...[
    'cite',
    'when',
    'as',
    'note',
    '"a: b"',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
  ],
]
const wordsInFlow = words.filter((word) => !/[,[\]{}]/.test(word))

const tail = fc.constantFrom('', '', '', ' ', ' # comment', '   # [ "', '  ')
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\n\n', '\n   \n', '\n\n\n')

const { flow } = fc.letrec<{ flow: string; item: string }>((tie) => ({
  flow: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'flow' },
    fc
      .tuple(fc.array(tie('item'), { maxLength: 3 }), spacing())
      .map(([items, between]) => wrapped('[]', items, between)),
    fc
      .tuple(uniqueKeys(fc.tuple(fc.constantFrom(...keys), tie('item')), 3), spacing())
      .map(([items, between]) =>
        wrapped(
          '{}',
          items.map(([key, value]) => `${key}: ${value}`),
          between,
        ),
      ),
  ),
  item: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'flow' },
    fc.constantFrom(...wordsInFlow),
    fc.constantFrom(...quoted),
    tie('flow'),
  ),
}))

function spacing() {
  return fc.constantFrom('', ' ', ' ', '  ', `\n${' '.repeat(40)}`)
}

function wrapped([open, close]: string, items: readonly string[], between: string): string {
  return `${open}${between}${items.join(`,${between || ' '}`)}${between}${close}`
}

const inline = fc
  .tuple(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...quoted), flow), tail, lineEnd)
  .map<Block>(
    ([value, after, end]) =>
      () =>
        ` ${value}${after}${end}`,
  )

const below = fc.tuple(fc.constantFrom(...words, ...quoted), tail, lineEnd).map<Block>(
  ([value, after, end]) =>
    (column) =>
      `\n${' '.repeat(column)}${value}${after}${end}`,
)

const textBlock = fc
  .tuple(fc.constantFrom('|', '|-', '>', '>-'), fc.constantFrom(...textLines()), lineEnd)
  .map<Block>(([header, lines, end]) => (column) => {
    const text = lines.map((line) => (line === '' ? '' : `${' '.repeat(column + 1)}${line}`))
    return ` ${header}\n${text.join('\n')}${end.replaceAll(' ', '')}`
  })

function textLines(): string[][] {
  return [
    ['one'],
    ['one', 'two'],
    ['one', '', 'two', '', '', 'three'],
    ['# text', 'a: b'],
    ['- "', '[ '],
  ]
}

interface Entry {
  readonly gap: string
  readonly value: Block
  readonly step: number
}

const { node } = fc.letrec<{ node: Block; entry: Entry }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    { weight: 4, arbitrary: inline },
    textBlock,
    below,
    uniqueKeys(fc.tuple(fc.constantFrom(...keys), tie('entry')), 4).map(mapOf),
    fc.array(tie('entry'), { minLength: 1, maxLength: 4, depthIdentifier: 'block' }).map(listOf),
  ),
  entry: fc.record({
    gap: fc.constantFrom('', '', '', '# comment: [\n', '\n', '  \n', '#a\n\n# b\n'),
    value: tie('node'),
    step: fc.constantFrom(1, 2, 2, 4),
  }),
}))

function uniqueKeys<T>(entry: fc.Arbitrary<[string, T]>, maxLength: number) {
  const constraints = { minLength: 1, maxLength, depthIdentifier: 'block' } as const
  return fc.uniqueArray(entry, { ...constraints, selector: ([key]) => key })
}

function mapOf(entries: readonly [string, Entry][]): Block {
  return (column) =>
    `\n${entries
      .map(([key, { gap, value, step }]) => {
        const written = value(column + step)
        return `${shifted(gap, column)}${' '.repeat(column)}${key}:${written}`
      })
      .join('')}`
}

function listOf(entries: readonly Entry[]): Block {
  return (column) =>
    `\n${entries
      .map(({ gap, value, step }) => {
        const written = value(column + step + 1)
        const item = isCompact(written) ? written.replace(/^\n */, ' '.repeat(step)) : written
        return `${shifted(gap, column)}${' '.repeat(column)}-${item}`
      })
      .join('')}`
}

function isCompact(written: string): boolean {
  return /^\n +[^ #\n]/.test(written) && written.length % 2 === 0
}

function shifted(gap: string, column: number): string {
  return gap.replace(/^#/gm, `${' '.repeat(column)}#`)
}

/** A file that is written as most are. */
export const commonText = fc
  .record({
    entries: uniqueKeys(
      fc.tuple(
        fc.constantFrom(...keys),
        fc.record({
          gap: fc.constantFrom('', '', '# comment\n', '\n'),
          value: node,
          step: fc.constantFrom(1, 2, 2, 4),
        }),
      ),
      5,
    ),
    before: fc.constantFrom('', '', '\ufeff', '---\n', '# comment\n--- # comment\n', '\n\n'),
    isWindows: fc.boolean(),
  })
  .map(({ entries, before, isWindows }) => {
    const text = `${before}${mapOf(entries)(0).slice(1)}`
    return isWindows ? text.replaceAll('\n', '\r\n') : text
  })

const pieces = [
  ...['#c\n', '\n#c', '\n#c\n', '#\n'],
  ...[
    '\n',
    '\n\n',
    ' ',
    '  ',
    '\t',
    ' \t',
    '- ',
    '-',
    ': ',
    ':',
    ':\n',
    ' :',
    '#',
    ' #',
    '"',
    "'",
    '""',
    "''",
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    ',',
    ', ',
    '[]',
    '{}',
    '|',
    '>',
    '|-',
    '>-',
    '|+',
    '|2',
    '\\',
    '\\"',
    '\\x1b',
    '\\n',
  ],
  ...[
    '&a ',
    '*a ',
    '!t ',
    '? ',
    '?',
    '%',
    '%Y',
    '@',
    '`',
    '<<',
    '<<: ',
    '---',
    '---\n',
    '...',
    '...\n',
    '=',
  ],
  ...[
    '\r',
    '\r\n',
    '\ufeff',
    '\u00a0',
    '\u2028',
    '\u200b',
    '\u0085',
    '\0',
    '\ud800',
    'a',
    'a: b\n',
    '~',
    '😀',
  ],
]

type Change = (text: string) => string

const change = fc
  .tuple(fc.nat(), fc.nat(4), fc.nat(3), fc.constantFrom(...pieces), fc.nat(9))
  .map<Change>(([place, length, other, piece, kind]) => (text) => {
    if (kind < 3) return replaced(text, place % (text.length + 1), kind === 0 ? 0 : length, piece)
    const lines = text.split('\n')
    const at = place % lines.length
    const line = lines[at] ?? ''
    const changed: readonly string[][] = [
      [`${' '.repeat(other + 1)}${line}`],
      [line.replace(new RegExp(`^ {1,${other + 1}}`), '')],
      [line.replace(/^ */, `$&${piece.replaceAll('$', '$$$$')}`)],
      [`${line}${piece}`],
      [line.replace(/([:-]) .*/, '$1')],
      [line, `${' '.repeat(other)}#c`],
      other === 0 ? [] : [line, lines[(at + other) % lines.length] ?? ''],
    ]
    lines.splice(at, 1, ...(changed[kind - 3] ?? []))
    return lines.join('\n')
  })

function replaced(text: string, at: number, length: number, piece: string): string {
  return text.slice(0, at) + (length === 4 ? '' : piece) + text.slice(at + length)
}

/** One to three small changes to a text, as a slip of the hand or a person with a grudge would make. */
export function changesOf(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([original, changes]) => changes.reduce((changed, one) => one(changed), original))
}

export const changedText = changesOf(commonText)

const beginnings = ['', '', '- ', '- ', '- - ', '-', '-  ', '  ']
const endings = [
  ...[
    '',
    '',
    ' x',
    ' x',
    ' x # c',
    ' "x"',
    ' "x" # c',
    " 'y'",
    ' [a]',
    ' { a: b }',
    ' [a,',
    ' b]',
    ' ]',
    ' # c',
  ],
  ...[
    ' |',
    ' >-',
    ' x:',
    ' # c',
    ' x: y',
    ' -',
    ' x  ',
    ' "x',
    ' y"',
    '\r',
    ' x\r',
    ' {',
    ' a: b }',
    '#',
    ' "x":',
    ' []',
  ],
]

/** A few short lines of every shape and indent: few of them are YAML, and those are like nothing above. */
export const scribble = fc
  .array(
    fc.tuple(
      fc.constantFrom(0, 0, 0, 1, 2, 2, 3, 4),
      fc.constantFrom(...beginnings),
      fc.constantFrom('', 'x', '# c', '#c', ...'abcdefgh'.split('').map((key) => `${key}:`)),
      fc.constantFrom(...endings),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((lines) => lines.map(scribbled).join('\n'))

function scribbled([indent, ...parts]: readonly [number, ...string[]], at: number): string {
  return (at === 0 ? '' : ' '.repeat(indent)) + parts.join('')
}
