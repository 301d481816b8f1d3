import { bySourceOrder, type Diagnostic, type Report } from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../documents/document.ts'
import type { Sources } from '../documents/read-sources.ts'
import { compareText } from '../text/compare-text.ts'
import { withoutAllowed } from './allowances.ts'
import type { Base } from './base.ts'
import { readOntologyFile } from './file-facts.ts'
import { findingsOnNames, nameWatch } from './name-watch.ts'
import type { Ontology } from './ontology.ts'
import { ontologyPath } from './own-files.ts'
import { relationIndex } from './relation-index.ts'
import { relationWatch } from './relation-watch.ts'
import { baseRules } from './rules/rules.ts'
import { type Said, saidIndex } from './said-index.ts'
import { vocabularyOf } from './vocabulary.ts'

export interface CheckedModel {
  readonly base: Base
  /** In order of place. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads all files, in whatever order they come, as one base and holds every rule against it. */
export function checkSources(sources: Sources): CheckedModel {
  const files = inOrder(sources.files)
  return beginWith(ontologyIn(files), { lasts: false }).check(files, sources.diagnostics)
}

/** What the files declare, right or wrong: for those who need what there is, and no verdict on it. */
export function declaredIn({
  files,
  diagnostics,
}: Sources): Pick<Base, 'ontology' | 'entities' | 'sources'> {
  const all = inOrder(files)
  const { ontology, facts } = readOntologyFile(ontologyIn(all))
  const { declared } = saidIndex(facts, vocabularyOf(ontology)).update(all, diagnostics)
  return { ontology, ...declared }
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
    const ontologyFile = ontologyIn(files)
    const isSame = memory !== undefined && memory.ontologyText === ontologyFile?.text
    const now = isSame && memory ? memory : beginWith(ontologyFile, { lasts: true })
    // Were a mistake of ours to end the check half way, the next one would begin from nothing.
    memory = undefined
    const result = now.check(files, sources.diagnostics)
    memory = now
    return result
  }
}

function ontologyIn(files: readonly SourceFile[]): SourceFile | undefined {
  return files.find(({ path }) => path === ontologyPath)
}

/** What is known of a base, as long as its ontology is the same. */
interface Memory {
  readonly ontologyText: string | undefined
  readonly check: (files: readonly SourceFile[], unread: readonly Diagnostic[]) => CheckedModel
}

/** Gives an index whenever it is asked for one. */
type Keep = <T>(make: () => T) => () => T

/** For edits: what was known the last time is needed again. */
const makeOnce: Keep = (make) => {
  const made = make()
  return () => made
}

/** For one check: what an index knows goes when the next step begins, or it would be a third of the memory. */
const makeAnew: Keep = (make) => make

function beginWith(ontologyFile: SourceFile | undefined, { lasts }: { lasts: boolean }): Memory {
  const keep = lasts ? makeOnce : makeAnew
  const { ontology, facts } = readOntologyFile(ontologyFile)
  const said = keep(() => saidIndex(facts, vocabularyOf(ontology)))
  const onNames = lasts ? watchedNames(ontology) : namesOnce(ontology)
  const ties = keep(() => ({
    relations: relationIndex(ontology),
    watched: relationWatch(ontology),
  }))

  // A function for each step, so that nothing of it is left when it has ended.
  const onTies = ({ declared: { entities }, changed }: Said) => {
    const { relations, watched } = ties()
    relations.update(entities, changed, watched.put)
    return {
      relationsFrom: relations.from(),
      ofEach: relations.diagnostics(),
      ofAll: watched.diagnostics(),
    }
  }
  const look = (now: readonly SourceFile[], unread: readonly Diagnostic[]) => {
    const all = said().update(now, unread)
    const ofNames = onNames(all)
    const { relationsFrom, ofEach, ofAll } = onTies(all)
    const { declared, unresolved, diagnostics: ofFiles, duplicates, allowances } = all
    const base: Base = { ontology, ...declared, ...unresolved, relationsFrom }
    return { base, allowances, found: [unread, ofFiles, ofEach, duplicates, ofNames, ofAll] }
  }
  const check: Memory['check'] = (now, unread) => {
    const { base, allowances, found } = look(now, unread)
    const diagnostics = found.flat()
    const report: Report = (diagnostic) => void diagnostics.push(diagnostic)
    for (const rule of baseRules) rule(base, report)
    const shown = withoutAllowed(withoutFollowers(diagnostics), allowances)
    return { base, diagnostics: shown.toSorted(bySourceOrder) }
  }
  return { ontologyText: ontologyFile?.text, check }
}

type OnNames = (said: Said) => readonly Diagnostic[]

function watchedNames(ontology: Ontology): OnNames {
  const watch = nameWatch(ontology)
  return ({ declared: { entities, identity }, changed }) => {
    watch.update(entities, changed, identity)
    return watch.diagnostics()
  }
}

function namesOnce(ontology: Ontology): OnNames {
  return ({ declared: { entities, identity } }) => findingsOnNames(ontology, entities, identity)
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
