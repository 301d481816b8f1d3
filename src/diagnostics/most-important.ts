import type { Diagnostic } from './diagnostic.ts'

/** Who has so many problems of one kind in one file mends these first. */
const mostAlike = 20

/** Errors that say the very same have one cause, such as a source that is gone: some show what it is. */
const mostOfOneCause = 5

/**
 * As many diagnostics as a person reads, in their order: errors before warnings, of one code in one file only the first
 * ones, and fewer of errors that say the very same, of which the last then tells how many there are.
 */
export function mostImportant(
  diagnostics: readonly Diagnostic[],
  most: number,
): readonly Diagnostic[] {
  if (diagnostics.length <= mostAlike) return diagnostics
  const inFile = new Tally(({ code, span }) => `${code} ${span.file}`)
  const ofCause = new Tally(({ message }) => message)
  const chosen = diagnostics.filter((diagnostic) => {
    // What warnings say is put together when it is asked for, and may be long for millions of them.
    const isShownYet =
      diagnostic.severity === 'warning' || ofCause.count(diagnostic) <= mostOfOneCause
    return isShownYet && inFile.count(diagnostic) <= mostAlike
  })
  const errors = chosen.filter(({ severity }) => severity === 'error')
  const warnings = chosen.filter(({ severity }) => severity === 'warning')
  const kept = new Set(errors.concat(warnings).slice(0, most))
  const last = new Map(errors.filter((error) => kept.has(error)).map((e) => [e.message, e]))
  return chosen
    .filter((diagnostic) => kept.has(diagnostic))
    .map((diagnostic) => {
      const isLast = last.get(diagnostic.message) === diagnostic
      return isLast ? withTotal(diagnostic, ofCause.of(diagnostic)) : diagnostic
    })
}

/** Counts diagnostics by kind. */
class Tally {
  readonly #counts = new Map<string, number>()
  readonly #kindOf: (diagnostic: Diagnostic) => string

  constructor(kindOf: (diagnostic: Diagnostic) => string) {
    this.#kindOf = kindOf
  }

  of(diagnostic: Diagnostic): number {
    return this.#counts.get(this.#kindOf(diagnostic)) ?? 0
  }

  /** With this one. */
  count(diagnostic: Diagnostic): number {
    const count = this.of(diagnostic) + 1
    this.#counts.set(this.#kindOf(diagnostic), count)
    return count
  }
}

function withTotal(error: Diagnostic, total: number): Diagnostic {
  if (total <= mostOfOneCause) return error
  const message = `This is told of ${total} places.`
  return { ...error, notes: [...error.notes, { message }] }
}
