import { counted } from '../text/counted.ts'
import type { Code } from './codes.ts'
import type { Diagnostic } from './diagnostic.ts'

/** Who has so many problems of one kind in one file mends these first. */
const mostAlike = 20

/** Errors of one cause: some show what it is. */
const mostOfOneCause = 5

/**
 * Their message names what is wrong in another place, such as a source that is gone, so those that say the very same
 * are mended together. Others that say the same, such as conflicts that git left, are each mended in their own place.
 */
const codesOfCauses: ReadonlySet<Code> = new Set<Code>([
  'broken-reference',
  'unknown-source',
  'unknown-locator',
  'unknown-type',
  'unknown-relation',
  'unknown-attribute',
  'abstract-type',
  'undated-type',
  'wrong-domain',
  'wrong-range',
])

/**
 * As many diagnostics as a person reads, in their order: errors before warnings, of one code in one file only the first
 * ones, and fewer of errors of one cause, of which the last then tells how many there are, and in how many files.
 */
export function mostImportant(
  diagnostics: readonly Diagnostic[],
  most: number,
): readonly Diagnostic[] {
  if (diagnostics.length <= mostAlike) return diagnostics
  const errors = firstOnes(diagnostics, 'error', most)
  const warnings = firstOnes(diagnostics, 'warning', most - errors.length)
  const kept = new Set(errors.concat(warnings))
  const last = new Map(errors.filter(hasCause).map((error) => [error.message, error]))
  const alike = new Map<Diagnostic, Diagnostic[]>(Array.from(last.values(), (error) => [error, []]))
  for (const error of diagnostics.filter(hasCause)) {
    const shown = last.get(error.message)
    if (shown !== undefined) alike.get(shown)?.push(error)
  }
  return diagnostics
    .filter((diagnostic) => kept.has(diagnostic))
    .map((diagnostic) => {
      const all = alike.get(diagnostic)
      return all === undefined ? diagnostic : withTotal(diagnostic, all)
    })
}

function firstOnes(
  diagnostics: readonly Diagnostic[],
  severity: Diagnostic['severity'],
  most: number,
): readonly Diagnostic[] {
  const inFile = new Room(mostAlike, ({ code, span }) => `${code} ${span.file}`)
  const ofCause = new Room(mostOfOneCause, ({ message }) => message)
  const chosen: Diagnostic[] = []
  for (const each of diagnostics) {
    if (chosen.length >= most) break
    if (each.severity !== severity || !inFile.isLeft(each)) continue
    if (hasCause(each)) {
      if (!ofCause.isLeft(each)) continue
      ofCause.take(each)
    }
    inFile.take(each)
    chosen.push(each)
  }
  return chosen
}

/** For so many diagnostics of each kind. */
class Room {
  readonly #most: number
  readonly #kindOf: (diagnostic: Diagnostic) => string
  readonly #taken = new Map<string, number>()

  constructor(most: number, kindOf: (diagnostic: Diagnostic) => string) {
    this.#most = most
    this.#kindOf = kindOf
  }

  isLeft(diagnostic: Diagnostic): boolean {
    return this.#takenOf(diagnostic) < this.#most
  }

  take(diagnostic: Diagnostic): void {
    this.#taken.set(this.#kindOf(diagnostic), this.#takenOf(diagnostic) + 1)
  }

  #takenOf(diagnostic: Diagnostic): number {
    return this.#taken.get(this.#kindOf(diagnostic)) ?? 0
  }
}

function hasCause({ code }: Diagnostic): boolean {
  return codesOfCauses.has(code)
}

function withTotal(error: Diagnostic, alike: readonly Diagnostic[]): Diagnostic {
  if (alike.length <= mostOfOneCause) return error
  const files = new Set(alike.map(({ span }) => span.file))
  const message = `${alike.length} places in ${counted(files.size, 'file')} have this error.`
  return { ...error, notes: [...error.notes, { message }] }
}
