import { renderForGithub } from '../diagnostics/render/github.ts'
import { placeDiagnostic } from '../diagnostics/render/json.ts'
import { renderAsSarif } from '../diagnostics/render/sarif.ts'
import { renderForTerminal } from '../diagnostics/render/terminal.ts'
import { version } from '../graph/generator.ts'
import { exitCodes } from './exit-codes.ts'
import { type OpenBase, openBase } from './open-base.ts'
import { counted, print, printJson, wantsColour } from './output.ts'

interface Options {
  readonly data?: string
  readonly strict?: boolean
  readonly maxWarnings?: number
  readonly json?: boolean
  readonly format: 'pretty' | 'json' | 'github' | 'sarif'
}

interface Counts {
  readonly errors: number
  readonly warnings: number
}

export async function check(_words: readonly string[], options: Options): Promise<void> {
  const base = await openBase(options.data)
  const count = (severity: string) => base.diagnostics.filter((d) => d.severity === severity).length
  const counts = { errors: count('error'), warnings: count('warning') }
  printAs(options.json ? 'json' : options.format, base, counts)
  const mostWarnings = options.strict ? 0 : (options.maxWarnings ?? Infinity)
  const failed = counts.errors > 0 || counts.warnings > mostWarnings
  if (failed) process.exitCode = exitCodes.errorsInData
}

function printAs(format: Options['format'], base: OpenBase, counts: Counts): void {
  const place = () => base.diagnostics.map((d) => placeDiagnostic(d, base.textOf))
  if (format === 'json') printJson({ version: 1, ...counts, diagnostics: place() })
  else if (format === 'sarif') printJson(renderAsSarif(place(), base.folder, version))
  else if (format === 'github') process.stdout.write(renderForGithub(place(), base.folder))
  else printForPeople(base, counts)
}

function printForPeople(base: OpenBase, { errors, warnings }: Counts): void {
  const colour = wantsColour(process.stdout)
  // Diagnostics escape what they take from the data themselves, so that their colours survive.
  for (const diagnostic of base.diagnostics) {
    process.stdout.write(`${renderForTerminal(diagnostic, base.textOf, colour)}\n\n`)
  }
  const { entities, relations, sources } = base.graph.getAttribute('counts')
  const size = [
    counted(entities, 'entity', 'entities'),
    counted(relations, 'relation'),
    counted(sources, 'source'),
  ].join(', ')
  const problems = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ]
  const verdict = problems.length === 0 ? 'no problems' : problems.join(' and ')
  print(`${base.folder}: ${size} in ${counted(base.fileCount, 'file')}: ${verdict}.`)
}
