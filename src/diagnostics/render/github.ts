import { escapeForTerminal } from '../../text/escape-for-terminal.ts'
import type { LocatedDiagnostic } from './json.ts'

/** GitHub shows no more annotations of a level than this for one step. */
const mostShown = 10

/**
 * Workflow commands that GitHub turns into annotations on the lines of a pull request: errors first, because it
 * shows ten of each level and no more. Each line ends with a newline.
 */
export function renderForGithub(diagnostics: readonly LocatedDiagnostic[], folder: string): string {
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

function annotation(d: LocatedDiagnostic, folder: string): string {
  const file = folder === '' || folder === '.' ? d.file : `${folder}/${d.file}`
  const properties = [
    ['file', file],
    ['line', String(d.line)],
    ['col', String(d.column)],
    ['endColumn', String(d.endColumn)],
    ['title', d.code],
  ]
  const told = properties.map(([key, value]) => `${key}=${escapeProperty(value ?? '')}`).join(',')
  return `::${d.severity} ${told}::${escapeMessage(d.message)}\n`
}

/** `%` begins an escape of GitHub's own; line ends, which end a command, are shown as what they are. */
function escapeMessage(text: string): string {
  return escapeForTerminal(text).replaceAll('%', '%25')
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
