import fc from 'fast-check'
import { hiddenCharacters } from '../../src/text/hidden-characters.ts'

export type Tree = string | readonly Tree[] | { readonly [key: string]: Tree }

/** A value of the allowed subset, and how it is written after `key:` or `-` in a map or list at an indent. */
interface Made {
  readonly value: Tree
  readonly block: (indent: string) => string
  /** How it is written within brackets; absent where it cannot stand there. */
  readonly flow?: string
}

export interface YamlText {
  readonly text: string
  readonly value: Tree
}

const words = [
  'Ada',
  'Lovelace the first',
  '2012-03-17',
  '../2012',
  '2012~',
  '012',
  '~',
  'null',
  'NO',
  'true',
  'x:y',
  'a#b',
  'it is "so"',
  "isn't",
  'https://example.org/?a=1&b=2#c',
  'Šīrīn أوزبكستان 😀',
  'a-b',
  '-1',
  '?x',
  'a*b&c!d',
]

const plain = fc.constantFrom(...words).map((text) => inline(text, text))

/** What shows in a file as it is: no control, no bidirectional mark, no lone return. */
const visible = fc
  .string({ unit: 'binary', maxLength: 12 })
  .filter((text) => hiddenCharacters(text).length === 0 && !/\r|\t/.test(text))

const singleQuoted = visible
  .filter((text) => !text.includes('\n'))
  .map((text) => inline(text, `'${text.replaceAll("'", "''")}'`))

const doubleQuoted = visible.map((text) => inline(text, JSON.stringify(text)))

const severalLines = fc.constantFrom<Made>(
  { value: 'one two', block: (indent) => ` one\n${indent}    two\n` },
  { value: 'one two', block: (indent) => ` "one\n${indent}    two"\n` },
  { value: 'one\ntwo', block: (indent) => ` 'one\n\n${indent}    two'\n` },
  { value: 'one\ntwo\n', block: (indent) => ` |\n${indent}    one\n${indent}    two\n` },
  { value: 'one\n two', block: (indent) => ` |-\n${indent}    one\n${indent}     two\n` },
  { value: 'one two\nthree\n', block: folded },
  { value: '# no comment\n', block: (indent) => ` | # comment\n${indent}    # no comment\n` },
  { value: '', block: () => '\n', flow: '""' },
)

const key = fc.constantFrom('type', 'name', 'led-by', '2012', '~', 'a b', "'quoted'", '"q"', 'x#y')

const { node } = fc.letrec<{ node: Made; list: Made; map: Made }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'yaml' },
    plain,
    singleQuoted,
    doubleQuoted,
    severalLines,
    tie('list'),
    tie('map'),
  ),
  list: fc
    .tuple(
      fc.array(fc.tuple(tie('node'), fc.boolean()), { maxLength: 4, depthIdentifier: 'yaml' }),
      fc.boolean(),
    )
    .map(([items, isFlow]) => listOf(items, isFlow)),
  map: fc.tuple(entriesOf(tie('node'), 0), fc.boolean()).map(([e, isFlow]) => mapOf(e, isFlow)),
}))

/** Documents of the allowed subset, with their values: blocks, brackets, quotes, folds, comments, CRLF. */
export const yamlText: fc.Arbitrary<YamlText> = fc
  .record({
    entries: entriesOf(node, 1),
    mark: fc.constantFrom('', '\ufeff', '# comment\n', '---', '\ufeff# comment\n---'),
    windows: fc.boolean(),
  })
  .map(({ entries, mark, windows }) => {
    const { block, value } = mapOf(entries, false)
    const text = `${mark}${block('')}`
    return { text: windows ? text.replaceAll('\n', '\r\n') : text, value }
  })

function inline(value: string, written: string): Made {
  return { value, block: () => ` ${written} # comment\n`, flow: written }
}

function folded(indent: string): string {
  return ` >\n${['one', 'two', '', 'three'].map((line) => `${line && `${indent}    `}${line}\n`).join('')}`
}

type Entry = readonly [key: string, value: Made, hasComment: boolean]

function entriesOf(value: fc.Arbitrary<Made>, minLength: number): fc.Arbitrary<Entry[]> {
  return fc.uniqueArray(fc.tuple(key, value, fc.boolean()), {
    minLength,
    maxLength: 4,
    selector: ([name]) => name,
    depthIdentifier: 'yaml',
  })
}

function listOf(items: readonly (readonly [Made, boolean])[], isFlow: boolean): Made {
  const value = items.map(([item]) => item.value)
  const flow = bracketed(
    items.map(([item]) => item.flow),
    '[]',
  )
  if (flow !== undefined && (isFlow || items.length === 0)) return inlineTree(value, flow)
  const block = (indent: string) =>
    `\n${items
      .map(([item, isCompact]) => {
        const text = item.block(`${indent}  `)
        const canBeCompact = isCompact && /^\n +[^ #]/.test(text) && typeof item.value !== 'string'
        return `${indent}  -${canBeCompact ? ` ${text.trimStart()}` : text}`
      })
      .join('')}`
  return { value, block, ...(flow !== undefined && { flow }) }
}

function mapOf(entries: readonly Entry[], isFlow: boolean): Made {
  const value = Object.fromEntries(entries.map(([name, made]) => [unquoted(name), made.value]))
  const flow = bracketed(
    entries.map(([name, made]) => made.flow && `${name}: ${made.flow}`),
    '{}',
  )
  if (flow !== undefined && (isFlow || entries.length === 0)) return inlineTree(value, flow)
  const block = (indent: string) =>
    `\n${entries
      .map(([name, made, hasComment]) => {
        const comment = hasComment ? `\n${indent}  # comment: [\n` : ''
        return `${comment}${indent}  ${name}:${made.block(`${indent}  `)}`
      })
      .join('')}`
  return { value, block, ...(flow !== undefined && { flow }) }
}

function inlineTree(value: Tree, flow: string): Made {
  return { value, block: () => ` ${flow}\n`, flow }
}

function bracketed(
  items: readonly (string | undefined)[],
  [open, close]: string,
): string | undefined {
  return items.includes(undefined) ? undefined : `${open}${items.join(', ')}${close}`
}

function unquoted(name: string): string {
  return name.replace(/^(['"])(.*)\1$/, '$2')
}
