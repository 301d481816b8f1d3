import { bySourceOrder, type Diagnostic, type Report } from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../documents/document.ts'
import type { Sources } from '../documents/read-sources.ts'
import { compareText } from '../text/compare-text.ts'
import { withoutAllowed } from './allowances.ts'
import type { Base } from './base.ts'
import { changedFiles } from './changed-files.ts'
import { declaredIndex } from './declared.ts'
import { factsIndex } from './facts-index.ts'
import { readOntologyFile } from './file-facts.ts'
import { mentionIndex } from './mention-index.ts'
import { nameWatch } from './name-watch.ts'
import { ontologyPath } from './own-files.ts'
import { fileName } from './read-entity.ts'
import { relationIndex } from './relation-index.ts'
import { relationWatch } from './relation-watch.ts'
import { baseRules } from './rules/rules.ts'
import { vocabularyOf } from './vocabulary.ts'

export interface CheckedModel {
  readonly base: Base
  /** In order of place. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads all files, in whatever order they come, as one base and holds every rule against it. */
export function checkSources(sources: Sources): CheckedModel {
  return openChecker()(sources)
}

export type Checker = (sources: Sources) => CheckedModel

/**
 * A checker that remembers: given all files again after an edit, it looks only at what the edit can touch. The answer
 * is always the one that a new checker would give.
 */
export function openChecker(): Checker {
  let memory: Memory | undefined
  return (sources) => {
    const files = inOrder(sources.files)
    const ontologyFile = files.find(({ path }) => path === ontologyPath)
    const isSame = memory !== undefined && memory.ontologyText === ontologyFile?.text
    const now = isSame && memory ? memory : beginWith(ontologyFile)
    // Were a mistake of ours to end the check half way, the next one would begin from nothing.
    memory = undefined
    const result = now.check(files, sources.diagnostics)
    memory = now
    return result
  }
}

/** What is known of a base, as long as its ontology is the same. */
interface Memory {
  readonly ontologyText: string | undefined
  readonly check: (files: readonly SourceFile[], unread: readonly Diagnostic[]) => CheckedModel
}

function beginWith(ontologyFile: SourceFile | undefined): Memory {
  const { ontology, facts } = readOntologyFile(ontologyFile)
  const files = factsIndex(facts, vocabularyOf(ontology))
  const items = declaredIndex()
  const mentions = mentionIndex()
  const names = nameWatch(ontology)
  const relations = relationIndex(ontology)
  const watched = relationWatch(ontology)
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
    return { declared, unresolved, changed }
  }
  const update = (now: readonly SourceFile[], unread: readonly Diagnostic[]): Base => {
    const { declared, unresolved, changed } = take(now, unread)
    entities = declared.entities
    names.update(entities, changed, declared.identity)
    relations.update(entities, changed, watched.put)
    return { ontology, ...declared, ...unresolved, relationsFrom: relations.from() }
  }
  const check: Memory['check'] = (now, unread) => {
    const base = update(now, unread)
    const diagnostics = [...unread, ...files.diagnostics(), ...relations.diagnostics()]
    const report: Report = (diagnostic) => void diagnostics.push(diagnostic)
    items.report(report)
    for (const diagnostic of names.diagnostics()) report(diagnostic)
    for (const diagnostic of watched.diagnostics()) report(diagnostic)
    for (const rule of baseRules) rule(base, report)
    const shown = withoutAllowed(withoutFollowers(diagnostics), files.allowances())
    return { base, diagnostics: shown.toSorted(bySourceOrder) }
  }
  return { ontologyText: ontologyFile?.text, check }
}

/** The ids in files that are there and cannot be read, which is the one thing to be told of them. */
function promisedBy(unread: readonly Diagnostic[]): readonly string[] {
  return unread.flatMap(({ severity, span }) =>
    severity === 'error' && span.file.endsWith('.yaml') ? [fileName(span.file)] : [],
  )
}

/** An ontology that is there and cannot be read is not missing. */
function withoutFollowers(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const ofOntology = diagnostics.filter(({ span }) => span.file === ontologyPath)
  if (ofOntology.length < 2 || ofOntology.every(({ code }) => code !== 'ontology-missing')) {
    return diagnostics
  }
  return diagnostics.filter(({ code }) => code !== 'ontology-missing')
}

/** The reader gives them so; to see that is quicker than to sort them. */
function inOrder(files: readonly SourceFile[]): readonly SourceFile[] {
  const isSorted = files.every(({ path }, at) => at === 0 || (files[at - 1]?.path ?? '') < path)
  return isSorted ? files : files.toSorted((a, b) => compareText(a.path, b.path))
}

function differing<T>(
  ids: ReadonlySet<string>,
  before: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
): ReadonlySet<string> {
  return new Set([...ids].filter((id) => before.get(id) !== now.get(id)))
}
