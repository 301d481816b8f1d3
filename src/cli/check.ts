import { placeDiagnostic } from '../diagnostics/render/json.ts'
import { renderForTerminal } from '../diagnostics/render/terminal.ts'
import { exitCodes } from './exit-codes.ts'
import { type OpenBase, openBase } from './open-base.ts'
import { counted, print, printJson, wantsColour } from './output.ts'

interface Options {
  readonly data?: string
  readonly strict?: boolean
  readonly json?: boolean
  readonly format: 'pretty' | 'json'
}

export async function check(_words: readonly string[], options: Options): Promise<void> {
  const base = await openBase(options.data)
  const count = (severity: string) => base.diagnostics.filter((d) => d.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  if (options.json || options.format === 'json') {
    const diagnostics = base.diagnostics.map((d) => placeDiagnostic(d, base.textOf))
    printJson({ version: 1, errors, warnings, diagnostics })
  } else printForPeople(base, errors, warnings)
  const failed = errors > 0 || (options.strict === true && warnings > 0)
  if (failed) process.exitCode = exitCodes.errorsInData
}

function printForPeople(base: OpenBase, errors: number, warnings: number): void {
  const colour = wantsColour(process.stdout)
  // Diagnostics escape what they take from the data themselves, so that their colours survive.
  for (const diagnostic of base.diagnostics) {
    process.stdout.write(`${renderForTerminal(diagnostic, base.textOf, colour)}\n\n`)
  }
  const { entities, relations, sources } = base.graph.getAttribute('counts')
  const size = `${counted(entities, 'entity', 'entities')}, ${counted(relations, 'relation')}, ${counted(sources, 'source')}`
  const verdict =
    errors + warnings === 0
      ? 'no problems.'
      : `${[errors > 0 && counted(errors, 'error'), warnings > 0 && counted(warnings, 'warning')].filter(Boolean).join(' and ')}.`
  print(`${base.folder}: ${size} in ${counted(base.fileCount, 'file')}: ${verdict}`)
}
