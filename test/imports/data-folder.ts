import { handWork } from '../../src/cli/hand-work.ts'
import { importAgain } from '../../src/cli/import-again.ts'
import {
  hashOfText,
  type Manifest,
  manifestText,
  parseManifest,
} from '../../src/cli/import-manifest.ts'
import { withLastingKeys } from '../../src/cli/lasting-keys.ts'
import type { LeftFile } from '../../src/cli/plan-import.ts'
import type { FileChange } from '../../src/edits/file-change.ts'
import { writeBase } from '../../src/imports/base/write-base.ts'
import { openReport, type Remark } from '../../src/imports/import-report.ts'
import type { Imported } from '../../src/imports/imported.ts'
import { filesOf } from '../edits/applied.ts'

/** A data folder in memory that an import has made. */
export interface DataFolder {
  /** Texts by path. */
  readonly files: Map<string, string>
  manifest: Manifest
  /** The texts that the last import has put beside files that were edited. */
  offered: ReadonlyMap<string, string>
}

export interface Outcome {
  readonly changes: readonly FileChange[]
  readonly left: readonly LeftFile[]
  readonly remarks: readonly Remark[]
}

const name = 'sample'

export function importedFolder(imported: Imported): DataFolder {
  const { files, ids } = writeBase(imported, { name, report: openReport() })
  const texts = new Map(Array.from(files, ({ path, text }) => [path, text]))
  const manifest: Manifest = {
    ...{
      format: 'json',
      from: [name],
      reliedOn: false,
      ids: withLastingKeys(ids, imported.things),
      freed: new Set(),
      merged: new Map(),
      folders: new Map(),
    },
    files: new Map(Array.from(texts, ([path, text]) => [path, { written: hashOfText(text) }])),
  }
  return { files: texts, manifest: asRead(manifest), offered: new Map() }
}

/** Imports into a folder again, as the command does; nothing where it refuses, because the ontology has errors. */
export function importInto(folder: DataFolder, imported: Imported): Outcome | undefined {
  const { files, manifest } = folder
  const sources = { files: filesOf(Object.fromEntries(files)), diagnostics: [] }
  const work = handWork(manifest, sources)
  if (work === undefined) return undefined
  const report = openReport()
  const textOf = (path: string) => files.get(path)
  const again = importAgain(imported, work, { from: [name], name, report, textOf })
  const { changes, left } = again.plan
  applyTo(folder, changes)
  folder.manifest = asRead(again.manifest)
  folder.offered = new Map(left.map(({ path, offered = '' }) => [path, offered]))
  return { changes, left, remarks: report.remarks() }
}

export function applyTo({ files }: DataFolder, changes: readonly FileChange[]): void {
  for (const { path, before, after } of changes) {
    if (files.get(path) !== before) throw new Error(`${path} is not what was changed.`)
    if (after === undefined) files.delete(path)
    else files.set(path, after)
  }
}

/** What the next command reads of it. */
function asRead(manifest: Manifest): Manifest {
  const read = parseManifest(manifestText(manifest))
  if (read === undefined) throw new Error('A manifest that was written cannot be read.')
  return read
}
