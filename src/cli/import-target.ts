import { existsSync, lstatSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { readSource, readSources } from '../documents/read-sources.ts'
import { type HandWork, handWork } from './hand-work.ts'
import { readManifest } from './import-manifest.ts'
import { isNewFolder } from './is-new-folder.ts'
import { finishInterrupted } from './open-to-write.ts'
import { refuseLinks } from './refuse-links.ts'
import { refuseUnreadable } from './refuse-unreadable.ts'
import { WrongUse } from './wrong-use.ts'

/** The data folder that an import writes. */
export interface ImportTarget {
  readonly folder: string
  /** What has become of what an import before this one wrote; absent where the folder is new or empty. */
  readonly last: HandWork | undefined
}

/**
 * `named` is the folder of a base, whose data go to `graph-data` in it, or a data folder itself. What was interrupted in
 * it is finished first, unless nothing is to be written.
 */
export async function importTarget(
  named: string,
  format: string,
  isDry: boolean,
): Promise<ImportTarget> {
  const base = resolve(named)
  const there = statSync(base, { throwIfNoEntry: false })
  if (there && !there.isDirectory()) {
    throw new WrongUse(`"${named}" is a file. Name a folder to write the knowledge base to.`)
  }
  const isData = basename(base) === 'graph-data' || existsSync(join(base, 'ontology.yaml'))
  const folder = isData ? base : join(base, 'graph-data')
  refuseLinks([folder, join(folder, '.import')])
  if (isNewFolder(folder)) return { folder, last: undefined }
  await finishInterrupted(folder, isDry)
  const manifest = readManifest(folder)
  if (manifest === undefined) {
    throw new WrongUse(
      `"${named}" has files already that no import has made. Import into a new folder; from there you can move what you want to keep.`,
    )
  }
  if (manifest.format !== format) {
    throw new WrongUse(
      `"${named}" holds an import of ${manifest.format} (${manifest.from.join(', ')}). Import ${format} into another folder.`,
    )
  }
  const sources = await readSources(folder)
  refuseUnreadable(sources)
  const last = handWork(manifest, sources)
  if (last) return { folder, last }
  throw new WrongUse(
    `The ontology in "${named}" is missing or has errors, so nobody can tell what fits it. "dossier check" shows them; mend it first.`,
  )
}

/** The text of a file in the data folder; nothing where there is none. One that the disk does not give is refused. */
export function textInFolder(folder: string, path: string): string | undefined {
  const source = readSource(folder, path)
  if ('text' in source) return source.text
  const there = lstatSync(join(folder, path), { throwIfNoEntry: false })
  if (there?.isFile()) refuseUnreadable({ diagnostics: [source] })
  return undefined
}
