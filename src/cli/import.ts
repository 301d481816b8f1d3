import { basename, relative, resolve } from 'node:path'
import { writeBase } from '../imports/base/write-base.ts'
import { importFormats } from '../imports/formats.ts'
import type { ImportFormat } from '../imports/import-format.ts'
import { type ImportReport, openReport } from '../imports/import-report.ts'
import type { Imported } from '../imports/imported.ts'
import { readImport } from '../imports/read-import.ts'
import { formatNamed } from './format-named.ts'
import type { HandWork } from './hand-work.ts'
import { importAgain } from './import-again.ts'
import { filesNamed, importInputs, readMapping } from './import-inputs.ts'
import { hashOfText, idIn, type WrittenFile } from './import-manifest.ts'
import { importTarget, textInFolder } from './import-target.ts'
import { withLastingKeys } from './lasting-keys.ts'
import { counted, printJson } from './output.ts'
import type { ImportPlan } from './plan-import.ts'
import { type ProgressLine, progressLine } from './progress-line.ts'
import { type ImportOutcome, outcomeAsJson, sayOutcome } from './say-import.ts'
import { writeNewImport, writePlan } from './write-import.ts'
import { WrongUse } from './wrong-use.ts'

interface Options {
  readonly output: string
  readonly mapping?: string
  readonly raw?: boolean
  readonly replace?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
}

export async function importBase(words: readonly string[], options: Options): Promise<void> {
  const [name = '', ...paths] = words.flat()
  const format = formatNamed<ImportFormat>(importFormats, name, ' to import')
  if (paths.length > 1 && !format.takesMany) {
    throw new WrongUse(`${name} takes one file. Import the others into folders of their own.`)
  }
  const progress = progressLine()
  try {
    const outcome = await run(name, format, paths, options, progress)
    progress.end()
    if (options.json) printJson(outcomeAsJson(outcome))
    sayOutcome(outcome)
  } finally {
    progress.end()
  }
}

async function run(
  name: string,
  format: ImportFormat,
  paths: readonly string[],
  options: Options,
  progress: ProgressLine,
): Promise<ImportOutcome> {
  const target = await importTarget(options.output, name, options.dryRun === true)
  const report = openReport()
  const files = filesNamed(paths, format)
  const imported = await read(format, files, options, report, progress)
  const from = files.map((path) => basename(path))
  const told = { name: nameOf(paths), from, report }
  const { entities, plan } = target.last
    ? await writeAgain(imported, target.folder, target.last, told, options, progress)
    : await writeFirst(imported, target.folder, name, told, options, progress)
  const isFirst = target.last === undefined
  return {
    ...{ format: name, from, plan, isFirst, isDry: options.dryRun === true },
    ...{ folder: relative(process.cwd(), target.folder) || '.', entities },
    remarks: report.remarks(),
  }
}

/** What is told beside the things that were read. */
interface Told {
  readonly name: string
  readonly from: readonly string[]
  readonly report: ImportReport
}

interface Done {
  readonly entities: number
  readonly plan: ImportPlan
}

async function read(
  format: ImportFormat,
  paths: readonly string[],
  { mapping, raw = false }: Options,
  report: ImportReport,
  progress: ProgressLine,
): Promise<Imported> {
  if (mapping !== undefined && !format.takesMapping) {
    throw new WrongUse('"--mapping" tells what the columns of a table mean. Leave it out here.')
  }
  if (raw && !format.takesRaw) {
    throw new WrongUse('"--raw" tells how tables were exported. Leave it out here.')
  }
  const result = await readImport(format, importInputs(paths), {
    ...{ report, raw },
    progress: (bytes) => progress.tell(`Reading: ${(bytes / 2 ** 20).toFixed(1)} MiB`),
    ...(mapping !== undefined && { mapping: { path: mapping, text: await readMapping(mapping) } }),
  })
  if (result.ok) return result.imported
  throw new WrongUse(result.problem)
}

/** What the base and its source are called where the file does not say. */
function nameOf([path = '']: readonly string[]): string {
  return path === '-' ? 'import' : basename(resolve(path)).replace(/(?<=.)\.[^.]*$/, '')
}

async function writeFirst(
  imported: Imported,
  folder: string,
  format: string,
  { name, from, report }: Told,
  { dryRun }: Options,
  progress: ProgressLine,
): Promise<Done> {
  const { files, ids, entities } = writeBase(imported, { name, report })
  const written = new Map<string, WrittenFile>()
  const tell = (path: string, text: string) => {
    written.set(path, { written: hashOfText(text) })
    progress.tell(`Writing: ${counted(written.size, 'file')}`)
  }
  const manifest = () => ({
    ...{ format, from, reliedOn: false, files: written },
    ids: withLastingKeys(ids, imported.things),
    ...{ freed: new Set<string>(), merged: new Map(), folders: new Map() },
  })
  if (dryRun) for (const { path, text } of files) tell(path, text)
  else await writeNewImport(folder, files, manifest, tell)
  const changes = Array.from(written.keys(), (path) => ({ path, before: undefined, after: '' }))
  return { entities, plan: { changes, unchanged: 0, left: [], files: written } }
}

async function writeAgain(
  imported: Imported,
  folder: string,
  last: HandWork,
  told: Told,
  { dryRun, replace, output }: Options,
  progress: ProgressLine,
): Promise<Done> {
  const textOf = (path: string) => textInFolder(folder, path)
  const { base, plan, manifest } = importAgain(imported, last, { ...told, textOf })
  const there = new Set(Array.from(last.manifest.files.keys(), idIn))
  const isThere = (id: string) => there.has(id) && !last.deleted.has(id)
  const before = [...last.manifest.ids].filter(([, id]) => isThere(id))
  const given = new Set(base.ids.values())
  const known = before.filter(([, id]) => given.has(id)).length
  if (!replace && known * 2 < before.length) {
    throw new WrongUse(
      `"${output}" was imported from ${counted(before.length, 'thing')} (${last.manifest.from.join(', ')}), of which this file has ${known}. Import it into another folder, or add "--replace" to take what is gone away.`,
    )
  }
  progress.tell(`Writing: ${counted(plan.changes.length, 'file')}`)
  if (!dryRun) await writePlan(folder, plan, manifest)
  return { entities: base.entities, plan }
}
