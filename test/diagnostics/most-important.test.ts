import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { mostImportant } from '../../src/diagnostics/most-important.ts'

const most = 100

const someProblem = fc.record({
  code: fc.constantFrom('unknown-source', 'yaml-syntax', 'uncited-claim'),
  message: fc.nat(12).map((at) => `Wrong ${at}.`),
  file: fc.nat(8).map((at) => `${at}.yaml`),
} as const)

const someDiagnostics = fc.array(someProblem, { maxLength: 400, size: 'max' }).map((problems) =>
  problems.map(({ code, message, file }, at): Diagnostic => {
    const severity = code === 'uncited-claim' ? 'warning' : 'error'
    return { code, severity, message, span: { file, start: at, end: at }, notes: [] }
  }),
)

const isOfOneCause = (one: Diagnostic) => (other: Diagnostic) =>
  one.code === 'unknown-source' && other.code === one.code && other.message === one.message

test('what is left out has enough like it that are shown, or there are too many errors', () => {
  fc.assert(
    fc.property(someDiagnostics, (diagnostics) => {
      const shown = mostImportant(diagnostics, most)
      const starts = shown.map(({ span }) => span.start)
      expect(starts).toEqual([...starts].sort((a, b) => a - b))
      expect(shown.length).toBeLessThanOrEqual(diagnostics.length > 20 ? most : 20)
      const errors = shown.filter(({ severity }) => severity === 'error')
      for (const one of diagnostics.filter(({ span }) => !starts.includes(span.start))) {
        const before = one.severity === 'error' ? errors : shown
        const alike = shown.filter((d) => d.code === one.code && d.span.file === one.span.file)
        const ofCause = shown.filter(isOfOneCause(one))
        expect(before.length === most || alike.length === 20 || ofCause.length === 5).toBe(true)
      }
    }),
  )
})

test('the last that is shown of a cause tells how many there are, and no other one does', () => {
  fc.assert(
    fc.property(someDiagnostics, (diagnostics) => {
      fc.pre(diagnostics.length > 20)
      const shown = mostImportant(diagnostics, most)
      for (const [at, one] of shown.entries()) {
        const alike = diagnostics.filter(isOfOneCause(one))
        const files = new Set(alike.map(({ span }) => span.file)).size
        const isLast = !shown.slice(at + 1).some(isOfOneCause(one))
        const where = `${alike.length} places in ${files} ${files === 1 ? 'file' : 'files'}`
        const notes = isLast && alike.length > 5 ? [`${where} have this error.`] : []
        expect(one.notes.map(({ message }) => message)).toEqual(notes)
      }
    }),
  )
})

test('where all are in one file, it is told so', () => {
  const diagnostics = Array.from({ length: 30 }, (_, at): Diagnostic => {
    const span = { file: 'a.yaml', start: at, end: at }
    return { code: 'unknown-source', severity: 'error', message: 'Wrong.', span, notes: [] }
  })
  const [{ message } = { message: '' }] = mostImportant(diagnostics, most).at(-1)?.notes ?? []
  expect(message).toBe('30 places in 1 file have this error.')
})
