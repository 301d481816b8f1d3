import { check as checkSources } from '../compile.ts'
import { renderForGithub } from '../diagnostics/render/github.ts'
import { locateDiagnostic, placeDiagnostic } from '../diagnostics/render/json.ts'
import { renderAsSarif } from '../diagnostics/render/sarif.ts'
import { renderForTerminal } from '../diagnostics/render/terminal.ts'
import { version } from '../graph/generator.ts'
import type { CheckedModel } from '../model/check-model.ts'
import { exitCodes } from './exit-codes.ts'
import { type OpenFolder, openFolder } from './open-folder.ts'
import { counted, print, printJson, wantsColour } from './output.ts'

interface Options {
  readonly data?: string
  readonly strict?: boolean
  readonly maxWarnings?: number
  readonly json?: boolean
  readonly format: 'pretty' | 'json' | 'github' | 'sarif'
}

interface Found extends OpenFolder, CheckedModel {}

interface Counts {
  readonly errors: number
  readonly warnings: number
}

export async function check(_words: readonly string[], options: Options): Promise<void> {
  const opened = await openFolder(options.data)
  const found = { ...opened, ...checkSources(opened.sources) }
  const count = (severity: string) =>
    found.diagnostics.filter((d) => d.severity === severity).length
  const counts = { errors: count('error'), warnings: count('warning') }
  printAs(options.json ? 'json' : options.format, found, counts)
  const mostWarnings = options.strict ? 0 : (options.maxWarnings ?? Infinity)
  const failed = counts.errors > 0 || counts.warnings > mostWarnings
  if (failed) process.exitCode = exitCodes.errorsInData
}

function printAs(format: Options['format'], found: Found, counts: Counts): void {
  const { folder, textOf } = found
  const place = () => found.diagnostics.map((d) => placeDiagnostic(d, textOf))
  const locate = () => found.diagnostics.map((d) => locateDiagnostic(d, textOf))
  if (format === 'json') printJson({ version: 1, ...counts, diagnostics: place() })
  else if (format === 'sarif') printJson(renderAsSarif(locate(), folder, version))
  else if (format === 'github') process.stdout.write(renderForGithub(locate(), folder))
  else printForPeople(found, counts)
}

function printForPeople(found: Found, { errors, warnings }: Counts): void {
  const colour = wantsColour(process.stdout)
  // Diagnostics escape what they take from the data themselves, so that their colours survive.
  for (const diagnostic of found.diagnostics) {
    process.stdout.write(`${renderForTerminal(diagnostic, found.textOf, colour)}\n\n`)
  }
  const { entities, relations, sources } = found.base
  const size = [
    counted(entities.size, 'entity', 'entities'),
    counted(relations.length, 'relation'),
    counted(sources.size, 'source'),
  ].join(', ')
  const problems = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ]
  const verdict = problems.length === 0 ? 'no problems' : problems.join(' and ')
  print(`${found.folder}: ${size} in ${counted(found.sources.files.length, 'file')}: ${verdict}.`)
}
