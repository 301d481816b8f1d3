import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../documents/document.ts'
import type { Allowance } from './allowances.ts'
import type { Base } from './base.ts'
import { changedFiles } from './changed-files.ts'
import { type Declared, declaredIndex } from './declared.ts'
import { factsIndex } from './facts-index.ts'
import type { FileFacts } from './file-facts.ts'
import { mentionIndex, type Unresolved } from './mention-index.ts'
import { fileName } from './read-entity.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What all files say together, before names are compared and relations resolved. */
export interface Said {
  readonly declared: Declared
  readonly unresolved: Unresolved
  /** The ids that stand for another entity than the last time, or for none any longer. */
  readonly changed: ReadonlySet<string>
  /** Of single files. */
  readonly diagnostics: readonly Diagnostic[]
  /** Of ids that are declared several times. */
  readonly duplicates: readonly Diagnostic[]
  readonly allowances: readonly Allowance[]
}

export interface SaidIndex {
  /** Takes all files as they are now, in order of path, and what is to be told of those that could not be read. */
  readonly update: (files: readonly SourceFile[], unread: readonly Diagnostic[]) => Said
}

export function saidIndex(ontology: FileFacts, vocabulary: Vocabulary): SaidIndex {
  const files = factsIndex(ontology, vocabulary)
  const items = declaredIndex()
  const mentions = mentionIndex()
  let last: readonly SourceFile[] = []
  let entities: Base['entities'] = new Map()

  /** A function of its own, because the list of what has changed may be long and is not needed any longer. */
  const take = (now: readonly SourceFile[], unread: readonly Diagnostic[]) => {
    const changes = files.update(changedFiles(last, now))
    last = now
    const touched = items.update(changes, promisedBy(unread))
    const declared = items.declared()
    const unresolved = mentions.update(changes, touched, declared, files.all())
    const changed = differing(touched, entities, declared.entities)
    entities = declared.entities
    return { declared, unresolved, changed }
  }
  const update: SaidIndex['update'] = (now, unread) => {
    const taken = take(now, unread)
    const duplicates: Diagnostic[] = []
    const report: Report = (diagnostic) => void duplicates.push(diagnostic)
    items.report(report)
    const diagnostics = files.diagnostics()
    return { ...taken, diagnostics, duplicates, allowances: files.allowances() }
  }
  return { update }
}

/** The ids in files that are there and cannot be read, which is the one thing to be told of them. */
function promisedBy(unread: readonly Diagnostic[]): readonly string[] {
  return unread.flatMap(({ severity, span }) =>
    severity === 'error' && span.file.endsWith('.yaml') ? [fileName(span.file)] : [],
  )
}

function differing<T>(
  ids: ReadonlySet<string>,
  before: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
): ReadonlySet<string> {
  return new Set([...ids].filter((id) => before.get(id) !== now.get(id)))
}
