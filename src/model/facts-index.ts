import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Allowance } from './allowances.ts'
import type { ChangedFile } from './changed-files.ts'
import type { ChangedFacts } from './declared.ts'
import { type FileFacts, readFile } from './file-facts.ts'
import { collisionsIn, unfoldedPaths } from './path-collisions.ts'
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
  const unfolded = unfoldedPaths()

  const put = (path: string, now: FileFacts | undefined) => {
    if (now) facts.set(path, now)
    else facts.delete(path)
    if (now) unfolded.add(path)
    else unfolded.remove(path)
    diagnostics.set(path, now?.rest.diagnostics ?? [])
    allowances.set(path, now?.rest.allowances ?? [])
  }
  put(ontology.path, ontology)
  facts.delete(ontology.path)

  const update = (files: readonly ChangedFile[]) =>
    files
      .filter(({ path }) => path !== ontology.path)
      .map(({ path, now: file }) => {
        const before = facts.get(path)
        const now = file && readFile(file, vocabulary)
        put(path, now)
        return { path, before, now }
      })
  const isThere = (path: string) => path === ontology.path || facts.has(path)
  const collisions = () =>
    unfolded.areDistinct(isThere) ? [] : collisionsIn([ontology.path, ...facts.keys()])
  return {
    update,
    all: () => facts,
    diagnostics: () => [...diagnostics.all(), ...collisions()],
    allowances: allowances.all,
  }
}
