import fc from 'fast-check'

/** A file with comments wherever a person may put one; each has a number of its own, and so has each value. */
export interface CommentedText {
  readonly path: string
  readonly text: string
  /** The numbers of the values that a comment stands by, for those that must stay there. */
  readonly owners: ReadonlyMap<string, ReadonlySet<string>>
  readonly comments: readonly string[]
}

type Value = Scalar | Group

interface Scalar {
  readonly kind: 'scalar'
  readonly style: Style
}

/** How a value with a number is written: behind its key or dash, on lines below that, and in brackets. */
interface Style {
  readonly inline: (number: string) => string
  readonly lines?: (number: string) => readonly string[]
  readonly inFlow: boolean
}

interface Group {
  readonly kind: 'map' | 'list'
  readonly layout: 'lines' | 'compact' | 'brackets' | 'brackets over lines'
  readonly step: number
  readonly items: readonly Item[]
  readonly tail: boolean
}

interface Item {
  readonly key: string | undefined
  readonly value: Value
  readonly above: number
  readonly blank: boolean
  readonly parted: boolean
  readonly beside: boolean
  readonly below: boolean
  readonly after: boolean
  readonly gap: number
}

const inline = (inline: Style['inline'], inFlow = true): Style => ({ inline, inFlow })

const lines = (header: string, written: (number: string) => readonly string[]): Style => ({
  inline: (number) => header.replace('%', number),
  lines: written,
  inFlow: false,
})

const styles: readonly Style[] = [
  inline((n) => n),
  inline((n) => `${n} of two words`),
  inline((n) => `"${n}"`),
  inline((n) => `'${n}'`),
  inline((n) => `"${n}: x # y"`),
  inline((n) => `'${n} it''s'`),
  inline((n) => `'${n} "so"'`),
  inline((n) => `"${n} \\"so\\" \\\\ \\u00e9 \\n"`),
  inline((n) => `"{${n}}, [x]"`),
  inline((n) => `" ${n} "`),
  inline((n) => `${n}, [in] {brackets}`, false),
  inline((n) => `${n} 名前 😀 أوزبكستان ${'sehr lang '.repeat(12)}`),
  inline((n) => `"${n}: ${'名前名前 '.repeat(14)}"`),
  inline((n) => `${n}${'x'.repeat(130)}`),
  lines('% one', () => ['two', 'three']),
  lines('"% one', () => ['two: x', '', '  three"']),
  lines("'% one", () => ["it''s two'"]),
  lines('', (n) => [n]),
  lines('|', (n) => [n, '  set in', '', '# no comment']),
  lines('|-', (n) => [n, 'x: "']),
  lines('|+', (n) => [n, '', '']),
  lines('|2', (n) => [`  ${n}`, 'back']),
  lines('>', (n) => [n, 'folded', '', '  set in', '- more']),
  lines('>-', (n) => [n, `${'long '.repeat(30)}end`]),
  lines('>+', (n) => ['', n, 'folded', '']),
]

/** Without a number: what is typed by how it is written, or has no characters at all. */
const bare = [
  '~',
  '20',
  '"20"',
  'no',
  '"no"',
  '""',
  "''",
  '../2012',
  'true',
  '"true"',
  '1.10',
  '-1',
]
const bareStyles: readonly Style[] = [
  ...bare.map((text) => inline(() => text)),
  inline(() => '', false),
  inline(() => '[]'),
  inline(() => '{ }'),
]

const scalar = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...styles) },
    { weight: 1, arbitrary: fc.constantFrom(...bareStyles) },
  )
  .map<Value>((style) => ({ kind: 'scalar', style }))

const rare = fc.nat(7).map((n) => n === 7)

function itemOf(
  key: fc.Arbitrary<string | undefined>,
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Item> {
  return fc.record({
    key,
    value,
    above: fc.constantFrom(0, 0, 0, 0, 1, 2),
    blank: rare,
    parted: rare,
    beside: rare,
    below: rare,
    after: rare,
    gap: fc.constantFrom(1, 1, 2, 9),
  })
}

function groupOf(kind: Group['kind'], items: fc.Arbitrary<Item[]>): fc.Arbitrary<Group> {
  return fc.record({
    kind: fc.constant(kind),
    layout: fc.constantFrom('lines', 'lines', 'compact', 'brackets', 'brackets over lines'),
    step: fc.constantFrom(0, 1, 2, 2, 4),
    items,
    tail: rare,
  })
}

function mapWith(keys: readonly string[], value: fc.Arbitrary<Value>): fc.Arbitrary<Group> {
  const item = itemOf(fc.constantFrom(...keys), value)
  const selector = ({ key }: Item) => key?.replace(/["']/g, '')
  return groupOf(
    'map',
    fc.uniqueArray(item, { minLength: 1, maxLength: 4, selector, depthIdentifier: 'format' }),
  )
}

function listWith(value: fc.Arbitrary<Value>): fc.Arbitrary<Group> {
  const items = fc.array(itemOf(fc.constant(undefined), value), {
    minLength: 1,
    maxLength: 3,
    depthIdentifier: 'format',
  })
  return groupOf('list', items)
}

const evidence = ['when', 'cite', 'said-by', 'confidence', '"inferred"', 'note', 'x-y', "'12'"]

const { any } = fc.letrec<{ any: Value }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'format' },
    { weight: 3, arbitrary: scalar },
    mapWith(['source', 'at', 'quote', 'value', 'a b', ...evidence], tie('any')),
    listWith(tie('any')),
  ),
}))

const claim = fc.oneof(
  { weight: 1, arbitrary: scalar },
  { weight: 3, arbitrary: mapWith(['value', 'rivals', ...evidence], any) },
  { weight: 3, arbitrary: mapWith(['leads', 'as', 'rivals', ...evidence], any) },
)

const entityKeys = [
  ...['relations', 'attributes', 'allow', 'cite', 'when', 'summary', 'aliases', 'name', '"count"'],
  ...['unnamed', 'type', 'strange', 'from', 'kind', 'says'],
]

const entity = mapWith(
  entityKeys,
  fc.oneof(any, listWith(claim), mapWith(['status', 'rank', 'value', 'cite'], claim)),
)

const root = fc.oneof(
  { weight: 4, arbitrary: entity },
  {
    weight: 1,
    arbitrary: mapWith(['entities', 'cite', 'relations'], mapWith(['b', 'a', 'no'], entity)),
  },
  { weight: 1, arbitrary: mapWith(['same', 'undecided', 'title', 'pages'], listWith(claim)) },
)

const paths = ['people/a.yaml', 'sources/a.yaml', 'identity.yaml', 'ontology.yaml']

export const commentedText: fc.Arbitrary<CommentedText> = fc
  .record({
    root,
    path: fc.constantFrom(...paths),
    before: fc.constantFrom('', '', '', '\ufeff', '---\n', '--- # c0\n', '\n\n'),
    after: fc.constantFrom('', '', '', '\n\n', '...\n'),
    isWindows: rare,
  })
  .map(({ root, path, before, after, isWindows }) => {
    const page: Page = { lines: [], owners: new Map(), comments: [], values: 0 }
    writeGroup(page, root, 0, new Set())
    const text = `${before}${page.lines.join('\n')}\n${after}`
    return {
      path,
      text: isWindows ? text.replaceAll('\n', '\r\n') : text,
      owners: page.owners,
      comments: before.includes('c0') ? ['c0', ...page.comments] : page.comments,
    }
  })

/** What is written so far, and the book of the comments in it. */
interface Page {
  readonly lines: string[]
  readonly owners: Map<string, Set<string>>
  readonly comments: string[]
  values: number
}

/** The lines of a group that is not in brackets, from a column on. */
function writeGroup(page: Page, group: Group, column: number, owner: Set<string>): void {
  for (const [index, item] of group.items.entries()) {
    const own = new Set<string>()
    const isFirst = index === 0
    writeAbove(page, item, column, isFirst, own)
    writeItem(page, item, column, own)
    if (item.below) ownLine(page, column + 1, own)
    // A blank line that ends a text parts the comment from it.
    const isBelow = item.after && page.lines.at(-1) !== ''
    if (isBelow && index < group.items.length - 1) ownLine(page, column, own, '')
    for (const value of own) owner.add(value)
  }
  if (hasTail(group)) ownLine(page, column, column === 0 ? undefined : owner)
}

/** Below a list in the column of its key a comment may as well be about the next key. */
function hasTail({ kind, step, tail }: Group): boolean {
  return tail && (kind === 'map' || step > 0)
}

function writeAbove(page: Page, item: Item, column: number, isFirst: boolean, own: Set<string>) {
  const { blank, parted, above } = item
  if (blank && !isFirst) page.lines.push('')
  // What is parted from the first item is about all of them.
  const owner = isFirst && parted ? undefined : own
  for (let n = 0; n < above; n++) ownLine(page, column, owner)
  if (parted && above > 0 && (isFirst || blank)) page.lines.push('')
}

function writeItem(page: Page, item: Item, column: number, own: Set<string>): void {
  const { value, key } = item
  const head = `${' '.repeat(column)}${key === undefined ? '-' : `${key}:`}`
  if (value.kind === 'scalar') {
    writeScalar(page, item, value.style, head, column, own)
    return
  }
  if (value.layout.startsWith('brackets') && canBeFlow(value)) {
    const [first, ...rest] = flowLines(page, value, column, own)
    page.lines.push(`${head} ${first}`, ...rest)
    appendToLast(page.lines, beside(page, item, own))
    return
  }
  const isCompact = key === undefined && value.layout === 'compact' && isBareOnTop(value)
  const at = page.lines.length
  const step = key !== undefined && value.kind === 'list' ? value.step : Math.max(1, value.step)
  if (!isCompact) page.lines.push(`${head}${beside(page, item, own)}`)
  writeGroup(page, value, column + (isCompact ? 2 : step), own)
  if (isCompact) page.lines[at] = `${head} ${page.lines[at]?.trimStart()}`
}

function writeScalar(
  page: Page,
  item: Item,
  style: Style,
  head: string,
  column: number,
  own: Set<string>,
): void {
  const number = numberFor(page, style, own)
  const written = style.inline(number)
  const set = ' '.repeat(column + (written === '|2' ? 2 : 3))
  const rest = style.lines?.(number).map((line) => line && set + line) ?? []
  page.lines.push(written === '' ? head : `${head} ${written}`)
  const isBelow = written === '' || /^[|>]/.test(written)
  if (isBelow) appendToLast(page.lines, beside(page, item, own))
  page.lines.push(...rest)
  if (!isBelow) appendToLast(page.lines, beside(page, item, own))
}

/** The lines of a group in brackets. */
function flowLines(page: Page, group: Group, column: number, own: Set<string>): string[] {
  const [open, close] = group.kind === 'map' ? ['{', '}'] : ['[', ']']
  const isLong = group.layout === 'brackets over lines'
  const indent = ' '.repeat(column + 5)
  const lines = [open]
  for (const [index, item] of group.items.entries()) {
    const inner = new Set<string>()
    const comma = index < group.items.length - 1 ? ',' : ''
    if (isLong) lines.push(...longItem(page, item, comma, column, inner))
    else appendLines(lines, flowItem(page, item, column, inner), comma)
    for (const value of inner) own.add(value)
  }
  if (isLong && group.tail) lines.push(indent + comment(page, own))
  if (isLong) lines.push(indent + close)
  else appendToLast(lines, close)
  return lines
}

function longItem(page: Page, item: Item, comma: string, column: number, own: Set<string>) {
  const indent = ' '.repeat(column + 5)
  const above = Array.from({ length: item.above }, () => indent + comment(page, own))
  const [first, ...rest] = flowItem(page, item, column, own)
  const lines = [...above, indent + first, ...rest]
  appendToLast(lines, comma + beside(page, item, own))
  return lines
}

function flowItem(page: Page, item: Item, column: number, own: Set<string>): string[] {
  const [first, ...rest] = flowValue(page, item, column, own)
  return [`${item.key === undefined ? '' : `${item.key}: `}${first}`, ...rest]
}

function appendLines(lines: string[], [first, ...rest]: readonly string[], comma: string): void {
  appendToLast(lines, ` ${first}`)
  lines.push(...rest)
  appendToLast(lines, comma)
}

function flowValue(page: Page, { value }: Item, column: number, own: Set<string>): string[] {
  if (value.kind !== 'scalar') return flowLines(page, value, column + 2, own)
  return [value.style.inline(numberFor(page, value.style, own))]
}

function appendToLast(lines: string[], text: string): void {
  lines.push(`${lines.pop()}${text}`)
}

function numberFor(page: Page, style: Style, own: Set<string>): string {
  const number = `v${++page.values}`
  if (!bareStyles.includes(style)) own.add(number)
  return number
}

function beside(page: Page, item: Item, owner: Set<string>): string {
  return item.beside ? `${' '.repeat(item.gap)}${comment(page, owner)}  ` : ''
}

function ownLine(page: Page, column: number, owner: Set<string> | undefined, ...rest: string[]) {
  page.lines.push(' '.repeat(column) + comment(page, owner), ...rest)
}

function comment({ comments, owners }: Page, owner: Set<string> | undefined): string {
  const name = `c${comments.length + 1}`
  comments.push(name)
  if (owner) owners.set(name, owner)
  return comments.length % 5 === 0 ? `#  ${name} : [ "` : `# ${name}`
}

function isBareOnTop({ items: [first] }: Group): boolean {
  return first?.above === 0 && first.value.kind === 'scalar'
}

function canBeFlow({ items }: Group): boolean {
  return items.every(({ value }) =>
    value.kind === 'scalar' ? value.style.inFlow : canBeFlow(value),
  )
}
