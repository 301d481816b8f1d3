import type { Diagnostic } from './diagnostic.ts'

/** Who has so many problems of one kind in one file mends these first. */
const mostAlike = 20

/**
 * As many diagnostics as a person reads, in their order: errors before warnings, and of one code in one file only the
 * first ones.
 */
export function mostImportant(
  diagnostics: readonly Diagnostic[],
  most: number,
): readonly Diagnostic[] {
  if (diagnostics.length <= mostAlike) return diagnostics
  const alike = new Map<string, number>()
  const chosen = diagnostics.filter(({ code, span }) => {
    const kind = `${code} ${span.file}`
    const before = alike.get(kind) ?? 0
    alike.set(kind, before + 1)
    return before < mostAlike
  })
  const errors = chosen.filter(({ severity }) => severity === 'error')
  const warnings = chosen.filter(({ severity }) => severity === 'warning')
  const kept = new Set(errors.concat(warnings).slice(0, most))
  return chosen.filter((diagnostic) => kept.has(diagnostic))
}
