import type { SourceFile } from '../documents/document.ts'
import { parseDocument } from '../documents/parse-document.ts'
import type { Sources } from '../documents/read-sources.ts'
import { declaredIds } from '../edits/written-ids.ts'
import { readOntologyFile } from '../model/file-facts.ts'
import { groupBy } from '../model/group-by.ts'
import type { Ontology } from '../model/ontology.ts'
import { ontologyPath } from '../model/own-files.ts'
import { fileName } from '../model/read-entity.ts'
import { type Vocabulary, vocabularyOf } from '../model/vocabulary.ts'
import { isEntityId } from '../text/entity-id.ts'
import {
  folderIn,
  hashOfText,
  idIn,
  isUntouched,
  type Manifest,
  withFreed,
} from './import-manifest.ts'
import { type StandingFile, standingFile } from './standing-file.ts'

/** What people have made of a base since it was imported. */
export interface HandWork {
  /** With the files that were moved or renamed since, where they are now. */
  readonly manifest: Manifest
  /** Ids that are no longer free: those of files made by hand, and those that were deleted. */
  readonly taken: ReadonlySet<string>
  /** Ids whose files were deleted. */
  readonly deleted: ReadonlySet<string>
  /** By id, the folders of files that an import has written and that stay as they are. */
  readonly folders: ReadonlyMap<string, string>
  /** What the files say that were made or edited by hand. */
  readonly standing: readonly StandingFile[]
  readonly vocabulary: Vocabulary
  readonly isOntologyEdited: boolean
}

/** Compares a data folder with what the last import left there; nothing where the ontology is missing or has errors. */
export function handWork(before: Manifest, sources: Sources): HandWork | undefined {
  const { files } = sources
  const ontologyFile = files.find(({ path }) => path === ontologyPath)
  const ontology = soundOntology(ontologyFile)
  if (ontology === undefined) return undefined
  const { manifest, own, unread, hidden, missing } = followed(before, sources)
  const isOurs = (path: string) => manifest.files.has(path)
  const declared = new Map(
    own.flatMap(({ path, ids }) => (isOurs(path) ? [] : ids.map((id) => [id, path] as const))),
  )
  for (const path of unread) if (!isOurs(path)) declared.set(fileName(path), path)
  const gone = missing.filter((path) => isOurs(path) && idIn(path) !== undefined)
  // Into a file with others, for instance.
  const elsewhere = gone.filter((path) => {
    const place = declared.get(fileName(path))
    return place !== undefined && isSource(place) === isSource(path)
  })
  const successors = new Set(elsewhere.map(fileName))
  const deleted = gone.map(fileName).filter((id) => !successors.has(id))
  const edited = files.filter(({ path, text }) => !isUntouched(text, manifest.files.get(path)))
  const staying = [...edited.map(({ path }) => path), ...hidden, ...elsewhere].filter(
    (path) => isOurs(path) && idIn(path) !== undefined,
  )
  const vocabulary = vocabularyOf(ontology)
  return {
    ...{ manifest, vocabulary, deleted: new Set(deleted) },
    taken: new Set([...declared.keys(), ...deleted].filter((id) => !successors.has(id))),
    folders: new Map(staying.map((path) => [fileName(path), folderIn(path)])),
    standing: edited
      .filter((file) => file !== ontologyFile)
      .map((file) => standingFile(file, vocabulary)),
    isOntologyEdited: edited.some((file) => file === ontologyFile),
  }
}

/** The manifest with the files that were moved or renamed by hand, where they are now. */
export function withMovedFiles(manifest: Manifest, sources: Sources): Manifest {
  return followed(manifest, sources).manifest
}

/**
 * `unread` are the files and folders that are there and cannot be read, and `hidden` the files of before that are among
 * or in them; `missing` are those that are gone.
 */
function followed(before: Manifest, { files, diagnostics }: Sources) {
  const unread = new Set(diagnostics.map(({ span }) => span.file))
  const there = new Set(files.map(({ path }) => path))
  const isUnread = (path: string): boolean =>
    path !== '' && (unread.has(path) || isUnread(folderIn(path)))
  const lacking = [...before.files.keys()].filter((path) => !there.has(path))
  const hidden = lacking.filter(isUnread)
  const missing = lacking.filter((path) => !isUnread(path))
  const own = files.filter(({ path }) => !before.files.has(path)).map(ownFile)
  const manifest = withMoves(before, movesOf(before, missing, own))
  return { manifest, own, unread, hidden, missing }
}

function soundOntology(file: SourceFile | undefined): Ontology | undefined {
  const { ontology, facts } = readOntologyFile(file)
  return facts.rest.diagnostics.some(({ severity }) => severity === 'error') ? undefined : ontology
}

interface OwnFile extends SourceFile {
  /** That it declares; the name of a file that cannot be read is the best guess. */
  readonly ids: readonly string[]
}

function ownFile(file: SourceFile): OwnFile {
  const document = parseDocument(file)
  const declared = declaredIds(document).map(({ id }) => id)
  return { ...file, ids: document.root === undefined ? [fileName(file.path)] : declared }
}

/**
 * Finds what was moved or renamed by hand, by the paths of before: the same id in another place, or the same text under
 * another name.
 */
function movesOf(
  { files }: Manifest,
  missing: readonly string[],
  own: readonly OwnFile[],
): ReadonlyMap<string, string> {
  const single = own.filter(({ path, ids: [id = '', ...others] }) => {
    return others.length === 0 && id === fileName(path) && isEntityId(id)
  })
  const kindOf = (path: string) => (isSource(path) ? 'source' : 'entity')
  const left = new Set(missing.filter((path) => idIn(path) !== undefined))
  const byId = new Map([...left].map((path) => [`${kindOf(path)} ${idIn(path)}`, path]))
  const byText = groupBy(left, (path) => `${kindOf(path)} ${files.get(path)?.written}`)
  const moved = new Map<string, string>()
  const follow = (from: string | undefined, to: string) => {
    if (from !== undefined && left.delete(from)) moved.set(from, to)
    return moved.get(from ?? '') === to
  }
  const renamed = single.filter(({ path }) => {
    return !follow(byId.get(`${kindOf(path)} ${fileName(path)}`), path)
  })
  for (const { path, text } of renamed) {
    const alike = left.size === 0 ? [] : byText.get(`${kindOf(path)} ${hashOfText(text)}`)
    follow(
      alike?.find((one) => left.has(one)),
      path,
    )
  }
  return moved
}

function isSource(path: string): boolean {
  return path.startsWith('sources/')
}

function withMoves(manifest: Manifest, moved: ReadonlyMap<string, string>): Manifest {
  const { files, ids, merged, folders } = manifest
  const renamed = new Map(Array.from(moved, (paths) => paths.map(fileName) as [string, string]))
  const now = (id: string) => renamed.get(id) ?? id
  const given = new Set(renamed.values())
  const isGone = (id: string) => given.has(id) && !renamed.has(id)
  const places = [...moved.values()].map((path) => [fileName(path), folderIn(path)] as const)
  return {
    ...manifest,
    files: new Map(Array.from(files, ([path, file]) => [moved.get(path) ?? path, file])),
    ids: new Map([...ids].filter(([, id]) => !isGone(id)).map(([key, id]) => [key, now(id)])),
    freed: withFreed(manifest.freed, renamed.keys(), renamed.values()),
    merged: new Map(Array.from(merged, ([key, id]) => [key, now(id)])),
    folders: new Map([...Array.from(folders, ([id, at]) => [now(id), at] as const), ...places]),
  }
}
