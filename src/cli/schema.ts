import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Base } from '../model/base.ts'
import { checkSources } from '../model/check-model.ts'
import { type SchemaName, schemaFor, schemas } from '../schema/schemas.ts'
import { nearest } from '../text/nearest.ts'
import { exitCodes } from './exit-codes.ts'
import { makeWithAbove } from './make-with-above.ts'
import { openFolder } from './open-folder.ts'
import { counted, printJson, say } from './output.ts'
import { refuseLinks } from './refuse-links.ts'
import { refuseUnreadable } from './refuse-unreadable.ts'
import { addToSettings } from './vscode-settings.ts'
import { writeFile } from './write-file.ts'
import { WrongUse } from './wrong-use.ts'

interface Options {
  readonly data?: string
  readonly output?: string
  readonly vscode?: boolean
}

export const schemaNames = Object.keys(schemas) as SchemaName[]

export async function schema([kind]: readonly string[], options: Options): Promise<void> {
  const name = kind === undefined ? undefined : nameOf(kind)
  if (name !== undefined && (options.output !== undefined || options.vscode))
    throw new WrongUse(`Leave out "${kind}" to write the schemas of all kinds of files.`)
  const { folder: data, sources } = await openFolder(options.data)
  refuseUnreadable(sources)
  const path = resolve(data)
  const { base, diagnostics } = checkSources(sources)
  if (diagnostics.some(({ severity, span }) => severity === 'error' && span.file === ontology)) {
    say(`${ontology} has errors, so the schema may lack something. "dossier check" shows them.`)
    process.exitCode = exitCodes.errorsInData
  }
  if (name !== undefined) return printJson(schemaFor(name, base))
  const folder = resolve(options.output ?? join(path, '.schema'))
  if (options.output === undefined) {
    refuseLinks([folder, ...schemaNames.map((one) => join(folder, `${one}.json`))])
  }
  await writeSchemas(folder, base)
  const root = workspaceOf(path)
  const settings = settingsFor(asPath(root, folder), asPath(root, path))
  if (options.vscode) await addToVscode(root, settings)
  else tell(settings, asPath(join(path, 'people'), join(folder, 'entity.json')))
}

const ontology = 'ontology.yaml'

function nameOf(kind: string): SchemaName {
  const name = schemaNames.find((one) => one === kind)
  if (name !== undefined) return name
  const meant = nearest(kind, schemaNames)
  throw new WrongUse(
    `There is no schema of "${kind}". ${meant ? `Did you mean "${meant}"?` : `There are ${schemaNames.join(', ')}.`}`,
  )
}

async function writeSchemas(folder: string, base: Base): Promise<void> {
  await makeWithAbove(folder).catch((error: NodeJS.ErrnoException) => {
    throw new WrongUse(`The folder "${folder}" cannot be made (${error.code}).`)
  })
  for (const name of schemaNames) {
    const text = JSON.stringify(schemaFor(name, base), null, 1)
    await writeFile(join(folder, `${name}.json`), [text, '\n'])
  }
  say(
    `Wrote ${counted(schemaNames.length, 'schema')} to ${relative(process.cwd(), folder) || '.'}.`,
  )
}

/** What an editor has opened: the terminal in it begins there, above the data; or else the folder of the base. */
function workspaceOf(data: string): string {
  const below = relative(process.cwd(), data)
  return below === '..' || below.startsWith(`..${sep}`) ? dirname(data) : process.cwd()
}

function asPath(root: string, path: string): string {
  return relative(root, path).replaceAll(sep, '/')
}

/** The setting of the YAML extension: which schema is for which files. */
function settingsFor(folder: string, data: string): Readonly<Record<string, readonly string[]>> {
  const below = (glob: string) => {
    const [not, path] = glob.startsWith('!') ? ['!', glob.slice(1)] : ['', glob]
    return `${not}${data === '' ? '' : `${data}/`}${path}`
  }
  return Object.fromEntries(
    schemaNames.map((name) => [
      `${folder === '' ? '' : `${folder}/`}${name}.json`,
      schemas[name].files.map(below),
    ]),
  )
}

async function addToVscode(root: string, settings: object): Promise<void> {
  const file = join(root, '.vscode', 'settings.json')
  const shown = relative(process.cwd(), file)
  if (await addToSettings(file, 'yaml.schemas', settings)) {
    say(`Added them to ${shown}. VS Code needs the extension "YAML" by Red Hat.`)
    return
  }
  say(`${shown} is no plain JSON (it may have comments), so it is left as it is. Add this to it:`)
  printJson({ 'yaml.schemas': settings })
  process.exitCode = exitCodes.wrongUse
}

function tell(settings: object, example: string): void {
  say('For VS Code with the extension "YAML" by Red Hat: run this again with "--vscode", or put')
  say('what follows into .vscode/settings.json. For other editors, begin a file in people/ with')
  say(`# yaml-language-server: $schema=${example}`)
  printJson({ 'yaml.schemas': settings })
}
