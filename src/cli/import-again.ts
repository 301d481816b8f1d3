import { type WrittenBase, writeBase } from '../imports/base/write-base.ts'
import type { ImportReport } from '../imports/import-report.ts'
import type { Imported } from '../imports/imported.ts'
import type { HandWork } from './hand-work.ts'
import { idIn, type Manifest } from './import-manifest.ts'
import { knownForImport } from './known-for-import.ts'
import { withKeysOf, withLastingKeys } from './lasting-keys.ts'
import { type ImportPlan, planImport } from './plan-import.ts'

interface AgainOptions {
  /** The names of the files that were read. */
  readonly from: readonly string[]
  /** Of the base, where the files do not tell. */
  readonly name: string
  readonly report: ImportReport
  /** The text of a file in the data folder, where it can be read. */
  readonly textOf: (path: string) => string | undefined
}

export interface ImportedAgain {
  readonly base: WrittenBase
  readonly plan: ImportPlan
  readonly manifest: Manifest
}

/** What an import does to a base that one before it has made and on which people have worked since. */
export function importAgain(
  imported: Imported,
  work: HandWork,
  { from, name, report, textOf }: AgainOptions,
): ImportedAgain {
  const { things } = imported
  const last = withKeysOf(things, work.manifest)
  const { known, needed } = knownForImport({ ...work, manifest: last }, imported, textOf)
  const base = writeBase(imported, { name, report, known })
  const plan = planImport(base.files, last, needed, textOf)
  const { ids, merged, folders } = last
  const there = new Set([...plan.files.keys()].map(idIn))
  const given = new Set(base.ids.values())
  const others = [...ids].filter(([, id]) => !given.has(id))
  const manifest = {
    ...{ ...last, from, files: plan.files },
    reliedOn: known.standing !== undefined,
    ids: withLastingKeys(new Map([...base.ids, ...others]), things),
    merged: withLastingKeys(merged, things),
    folders: new Map([...folders].filter(([id]) => there.has(id))),
  }
  return { base, plan, manifest }
}
