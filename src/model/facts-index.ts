import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { pathCollision } from '../diagnostics/problems/files.ts'
import { compareText } from '../text/compare-text.ts'
import type { Allowance } from './allowances.ts'
import type { ChangedFile } from './changed-files.ts'
import type { ChangedFacts } from './declared.ts'
import { type FileFacts, readFile } from './file-facts.ts'
import { sparseLists } from './sparse-lists.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What each file says by itself. It holds as long as the file's text is the same. */
export interface FactsIndex {
  readonly update: (files: readonly ChangedFile[]) => readonly ChangedFacts[]
  /** By path, all but the ontology. */
  readonly all: () => ReadonlyMap<string, FileFacts>
  readonly diagnostics: () => readonly Diagnostic[]
  readonly allowances: () => readonly Allowance[]
}

export function factsIndex(ontology: FileFacts, vocabulary: Vocabulary): FactsIndex {
  const facts = new Map<string, FileFacts>()
  const diagnostics = sparseLists<Diagnostic>()
  const allowances = sparseLists<Allowance>()
  const paths = pathCounts()

  const put = (path: string, before: FileFacts | undefined, now: FileFacts | undefined) => {
    if (before) paths.count(before.foldedPath, -1)
    if (now) paths.count(now.foldedPath, 1)
    if (now) facts.set(path, now)
    else facts.delete(path)
    diagnostics.set(path, now?.diagnostics ?? [])
    allowances.set(path, now?.allowances ?? [])
  }
  put(ontology.path, undefined, ontology)
  facts.delete(ontology.path)

  const update = (files: readonly ChangedFile[]) =>
    files
      .filter(({ path }) => path !== ontology.path)
      .map(({ path, now: file }) => {
        const before = facts.get(path)
        const now = file && readFile(file, vocabulary)
        put(path, before, now)
        return { path, before, now }
      })
  const collisions = () => (paths.areDistinct() ? [] : collisionsIn([ontology, ...inOrder(facts)]))
  return {
    update,
    all: () => facts,
    diagnostics: () => [...diagnostics.all(), ...collisions()],
    allowances: allowances.all,
  }
}

/** How many files have a path, as a disk sees it that ignores case and forms of accents. */
function pathCounts() {
  const counts = new Map<string, number>()
  let excess = 0
  const count = (path: string, by: 1 | -1) => {
    const now = (counts.get(path) ?? 0) + by
    excess += by === 1 ? Number(now > 1) : -Number(now > 0)
    if (now > 0) counts.set(path, now)
    else counts.delete(path)
  }
  return { count, areDistinct: () => excess === 0 }
}

function inOrder(facts: ReadonlyMap<string, FileFacts>): readonly FileFacts[] {
  return [...facts.values()].sort((a, b) => compareText(a.path, b.path))
}

/** Paths that such a disk takes for one: each after the first is reported with it. */
function collisionsIn(facts: readonly FileFacts[]): readonly Diagnostic[] {
  const first = new Map<string, string>()
  const found: Diagnostic[] = []
  for (const { path, foldedPath } of facts) {
    const other = first.get(foldedPath)
    if (other === undefined) first.set(foldedPath, path)
    else found.push(pathCollision(path, other))
  }
  return found
}
