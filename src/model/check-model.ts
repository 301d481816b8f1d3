import { bySourceOrder, type Diagnostic, type Report } from '../diagnostics/diagnostic.ts'
import { pathCollision } from '../diagnostics/problems/files.ts'
import type { SourceFile } from '../documents/document.ts'
import type { Sources } from '../documents/read-sources.ts'
import { compareText } from '../text/compare-text.ts'
import { withoutAllowed } from './allowances.ts'
import type { Base } from './base.ts'
import { declare } from './declared.ts'
import { type FileFacts, ontologyPath, readFile, readOntologyFile } from './file-facts.ts'
import { type RelationIndex, relationIndex } from './relation-index.ts'
import { baseRules } from './rules/rules.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

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
    const last = memory
    // Were a mistake of ours to end the check half way, the next one would begin from nothing.
    memory = undefined
    memory = recheck(last, sources)
    return memory.result
  }
}

interface Memory {
  readonly ontologyText: string | undefined
  readonly ontology: FileFacts
  readonly vocabulary: Vocabulary
  /** By path. */
  readonly files: ReadonlyMap<string, KnownFile>
  readonly relations: RelationIndex
  readonly result: CheckedModel
}

interface KnownFile {
  readonly text: string
  readonly facts: FileFacts
}

function recheck(last: Memory | undefined, sources: Sources): Memory {
  const files = sources.files.toSorted((a, b) => compareText(a.path, b.path))
  const ontologyFile = files.find(({ path }) => path === ontologyPath)
  const isSame = last !== undefined && last.ontologyText === ontologyFile?.text
  const began = isSame ? last : beginWith(ontologyFile)
  const { ontology, vocabulary, relations } = began
  const known = readChanged(files, isSame ? last.files : new Map(), vocabulary)
  const facts = [ontology, ...Array.from(known.values(), (file) => file.facts)]

  const diagnostics = [...sources.diagnostics, ...facts.flatMap((file) => file.diagnostics)]
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic)
  for (const [path, other] of collisions(facts)) report(pathCollision(path, other))
  const declared = declare(facts, isSame ? last.result.base : undefined, report)
  relations.update(declared.entities)
  for (const diagnostic of relations.diagnostics()) report(diagnostic)
  const base: Base = {
    ...declared,
    ontology: vocabulary.ontology,
    relations: relations.all(),
    mentions: facts.map((file) => file.mentions),
  }
  for (const rule of baseRules) rule(base, report)
  const allowances = facts.flatMap((file) => file.allowances)
  const shown = withoutAllowed(diagnostics, allowances).toSorted(bySourceOrder)
  return { ...began, files: known, result: { base, diagnostics: shown } }
}

function beginWith(file: SourceFile | undefined) {
  const { ontology, facts } = readOntologyFile(file)
  return {
    ontologyText: file?.text,
    ontology: facts,
    vocabulary: vocabularyOf(ontology),
    relations: relationIndex(ontology),
  }
}

/** By path: what is known of a file holds as long as its text is the same. */
function readChanged(
  files: readonly SourceFile[],
  known: ReadonlyMap<string, KnownFile>,
  vocabulary: Vocabulary,
): ReadonlyMap<string, KnownFile> {
  const now = new Map<string, KnownFile>()
  for (const file of files) {
    if (file.path === ontologyPath) continue
    const before = known.get(file.path)
    const isSame = before?.text === file.text
    now.set(file.path, isSame ? before : { text: file.text, facts: readFile(file, vocabulary) })
  }
  return now
}

/** Paths that a disk which ignores case and forms of accents takes for one, each with the first of them. */
function collisions(
  facts: readonly FileFacts[],
): readonly (readonly [path: string, other: string])[] {
  const first = new Map<string, string>()
  const found: (readonly [path: string, other: string])[] = []
  for (const { path, foldedPath } of facts) {
    const other = first.get(foldedPath)
    if (other === undefined) first.set(foldedPath, path)
    else found.push([path, other])
  }
  return found
}
