import type { PlacedDiagnostic } from './json.ts'

/** GitHub shows no more annotations of a level than this for one step. */
const mostShown = 10

/**
 * Workflow commands that GitHub turns into annotations on the lines of a pull request: errors first, because it
 * shows ten of each level and no more. Each line ends with a newline.
 */
export function renderForGithub(diagnostics: readonly PlacedDiagnostic[], folder: string): string {
  const of = (severity: string) => diagnostics.filter((d) => d.severity === severity)
  return (['error', 'warning'] as const)
    .flatMap((severity) => {
      const all = of(severity)
      const hidden = all.length - mostShown
      const more = `::notice::${hidden} more ${severity}s; "dossier check" shows them all.\n`
      return [
        ...all.slice(0, mostShown).map((d) => annotation(d, folder)),
        ...(hidden > 0 ? [more] : []),
      ]
    })
    .join('')
}

function annotation(d: PlacedDiagnostic, folder: string): string {
  const file = folder === '' || folder === '.' ? d.file : `${folder}/${d.file}`
  const [from, to] = d.mark
  const properties = [
    ['file', file],
    ['line', String(d.line)],
    ['col', String(from)],
    ['endColumn', String(to)],
    ['title', d.code],
  ]
  const told = properties.map(([key, value]) => `${key}=${escapeProperty(value ?? '')}`).join(',')
  return `::${d.severity} ${told}::${escapeMessage(d.message)}\n`
}

/** A message ends at a line end, and `%` begins an escape: GitHub's own rules for workflow commands. */
function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
