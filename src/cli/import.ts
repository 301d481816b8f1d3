import { basename, relative, resolve } from 'node:path'
import { type WrittenBase, writeBase } from '../imports/base/write-base.ts'
import { importFormats } from '../imports/formats.ts'
import type { ImportFormat } from '../imports/import-format.ts'
import { type ImportReport, openReport } from '../imports/import-report.ts'
import type { Imported } from '../imports/imported.ts'
import { readImport } from '../imports/read-import.ts'
import { formatNamed } from './format-named.ts'
import { filesNamed, importInputs, readMapping } from './import-inputs.ts'
import { hashOfText, type Manifest, type WrittenFile } from './import-manifest.ts'
import { type ImportTarget, importTarget, type LastImport, textInFolder } from './import-target.ts'
import { printJson } from './output.ts'
import { type ImportPlan, planImport } from './plan-import.ts'
import { type ProgressLine, progressLine } from './progress-line.ts'
import { type ImportOutcome, outcomeAsJson, sayOutcome } from './say-import.ts'
import { writeNewFolder, writePlan } from './write-import.ts'
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
  const target = await importTarget(options.output, name)
  const report = openReport()
  const files = filesNamed(paths, format)
  const imported = await read(format, files, options, report, progress)
  const known = target.last && {
    ...{ ids: target.last.manifest.ids, taken: target.last.taken, folders: target.last.folders },
  }
  const base = writeBase(imported, {
    ...{ name: nameOf(paths), report },
    ...(known && { known }),
  })
  const from = files.map((path) => basename(path))
  const manifest = (written: Manifest['files']): Manifest => ({
    ...{ format: name, from, files: written, ids: base.ids },
  })
  const plan = target.last
    ? await writeAgain(target.folder, target.last, base, manifest, options, progress)
    : await writeFirst(target, base, manifest, options, progress)
  return {
    ...{
      format: name,
      from,
      plan,
      isFirst: target.last === undefined,
      isDry: options.dryRun === true,
    },
    folder: relative(process.cwd(), target.folder) || '.',
    entities: base.entities,
    remarks: report.remarks(),
  }
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
  { folder }: ImportTarget,
  { files }: WrittenBase,
  manifest: (files: Manifest['files']) => Manifest,
  { dryRun }: Options,
  progress: ProgressLine,
): Promise<ImportPlan> {
  const written = new Map<string, WrittenFile>()
  const tell = (path: string, text: string) => {
    written.set(path, { written: hashOfText(text) })
    progress.tell(`Writing: ${written.size} files`)
  }
  if (dryRun) for (const { path, text } of files) tell(path, text)
  else await writeNewFolder(folder, files, () => manifest(written), tell)
  const changes = Array.from(written.keys(), (path) => ({ path, before: undefined, after: '' }))
  return { changes, unchanged: 0, left: [], files: written }
}

async function writeAgain(
  folder: string,
  last: LastImport,
  base: WrittenBase,
  manifest: (files: Manifest['files']) => Manifest,
  { dryRun, replace, output }: Options,
  progress: ProgressLine,
): Promise<ImportPlan> {
  const known = [...base.ids.keys()].filter((key) => last.manifest.ids.has(key)).length
  if (!replace && known * 2 < last.manifest.ids.size) {
    throw new WrongUse(
      `Of the ${last.manifest.ids.size} things that "${output}" was imported from (${last.manifest.from.join(', ')}), this file has ${known}. Import it into another folder, or add "--replace" to take what is gone away.`,
    )
  }
  const plan = planImport(base.files, last.manifest, (path) => textInFolder(folder, path))
  progress.tell(`Writing: ${plan.changes.length} files`)
  if (!dryRun) await writePlan(folder, plan, manifest(plan.files))
  return plan
}
