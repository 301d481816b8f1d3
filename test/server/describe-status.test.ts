import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { describeStatus } from '../../src/server/describe-status.ts'
import { lineIndexes } from '../../src/text/line-indexes.ts'

const file = 'people/ada.yaml'

function diagnostic(start: number, end: number, more: Partial<Diagnostic> = {}): Diagnostic {
  const span = { file, start, end }
  return { code: 'yaml-syntax', severity: 'error', message: 'Wrong.', span, notes: [], ...more }
}

function describe(text: string, diagnostics: readonly Diagnostic[]) {
  return describeStatus('hash', false, diagnostics, lineIndexes([{ path: file, text }]), [])
}

/** What the viewer will mark. */
function marked({ source, mark }: { source: string; mark: readonly [number, number] }): string {
  return source.slice(mark[0] - 1, mark[1] - 1)
}

test('a diagnostic has its place, its line and its mark', () => {
  const text = 'type: person\r\nname: Ada\r\n'
  const start = text.indexOf('Ada')
  const [shown] = describe(text, [diagnostic(start, start + 3)]).diagnostics
  expect(shown).toEqual({
    code: 'yaml-syntax',
    severity: 'error',
    message: 'Wrong.',
    file,
    line: 2,
    column: 7,
    source: 'name: Ada',
    mark: [7, 10],
    notes: [],
  })
})

test.each([
  ['over several lines ends with its line', 'name: Ada\nmore', 6, 14, 'Ada', [7, 10]],
  ['of nothing is one wide', 'name: Ada', 6, 6, 'A', [7, 8]],
  ['at the end of the file is one wide', 'name: Ada', 9, 9, '', [10, 11]],
  ['in an empty file is one wide', '', 0, 0, '', [1, 2]],
] as const)('a mark %s', (_name, text, start, end, expected, mark) => {
  const [shown] = describe(text, [diagnostic(start, end)]).diagnostics
  expect(shown && marked(shown)).toBe(expected)
  expect(shown?.mark).toEqual(mark)
})

test.each([
  ['at the start', 0],
  ['in the middle', 50_000],
  ['near the end', 99_990],
])('a line as long as its file is cut around the mark %s', (_name, at) => {
  const text = `${'a'.repeat(at)}MARK${'b'.repeat(100_000 - at)}`
  const [shown] = describe(text, [diagnostic(at, at + 4)]).diagnostics
  expect(shown?.source.length).toBeLessThan(300)
  expect(shown?.column).toBe(at + 1)
  expect(shown && marked(shown)).toBe('MARK')
})

test('a mark as long as a long line ends where the line is cut', () => {
  const [shown] = describe('x'.repeat(100_000), [diagnostic(0, 100_000)]).diagnostics
  expect(shown && marked(shown)).toBe('x'.repeat(240))
})

test('a file that could not be read has a place all the same', () => {
  const span = { file: 'gone.yaml', start: 0, end: 0 }
  const [shown] = describe('', [diagnostic(0, 0, { span })]).diagnostics
  expect(shown).toMatchObject({ file: 'gone.yaml', line: 1, column: 1, source: '' })
})

test('a note may have a place of its own', () => {
  const notes = [{ message: 'Here.', span: { file, start: 2, end: 3 } }, { message: 'So.' }]
  const [shown] = describe('a\nb', [diagnostic(0, 1, { notes })]).diagnostics
  expect(shown?.notes).toEqual([{ message: 'Here.', file, line: 2, column: 1 }, { message: 'So.' }])
})

test('where there are too many, errors stay, in their order, and the numbers stay true', () => {
  const diagnostics = Array.from({ length: 500 }, (_, start) => {
    const severity = start % 5 === 4 ? ('error' as const) : ('warning' as const)
    const one = diagnostic(start, start + 1, { severity })
    const message = `Wrong ${start}.`
    return { ...one, message, span: { ...one.span, file: `${1000 + start}.yaml` } }
  })
  const status = describe('x'.repeat(500), diagnostics)
  expect(status).toMatchObject({ errors: 100, warnings: 400 })
  expect(status.diagnostics).toHaveLength(200)
  expect(status.diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(100)
  const files = status.diagnostics.map(({ file }) => file)
  expect(files).toEqual([...files].sort())
})

test('of one problem that a file has many times, the first ones are enough', () => {
  const diagnostics = Array.from({ length: 500 }, (_, start) =>
    diagnostic(start, start + 1, { message: `Wrong ${start}.` }),
  )
  const columns = describe('x'.repeat(500), diagnostics).diagnostics.map(({ column }) => column)
  expect(columns).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
})

test('of errors of one cause a few are enough, and the last tells how many there are', () => {
  const diagnostics = Array.from({ length: 300 }, (_, at) => {
    const message = at === 250 ? 'Something else.' : 'No such source.'
    const span = { file: `${1000 + at}.yaml`, start: 0, end: 1 }
    return diagnostic(0, 1, { code: 'unknown-source', message, span })
  })
  const status = describe('', diagnostics)
  expect(status.errors).toBe(300)
  const told = status.diagnostics.map(({ message, notes }) => [
    message,
    ...notes.map((n) => n.message),
  ])
  expect(told).toEqual([
    ...Array.from({ length: 4 }, () => ['No such source.']),
    ['No such source.', '299 places in 299 files have this error.'],
    ['Something else.'],
  ])
})

test.each([
  ['warnings', { code: 'uncited-claim', severity: 'warning' }],
  ['errors that are each mended in their own place', { code: 'yaml-syntax' }],
] as const)('%s are all told, though they say the same', (_name, more) => {
  const diagnostics = Array.from({ length: 100 }, (_, at) =>
    diagnostic(0, 1, { ...more, span: { file: `${at}.yaml`, start: 0, end: 1 } }),
  )
  const told = describe('', diagnostics).diagnostics
  expect(told).toHaveLength(100)
  expect(told.flatMap(({ notes }) => notes)).toEqual([])
})
