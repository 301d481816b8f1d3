import { compile } from './compile.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import { readSources } from './documents/read-sources.ts'
import type { KnowledgeGraph } from './graph/knowledge-graph.ts'
import { layoutGraph } from './graph/layout-graph.ts'
import { describePath } from './queries/describe-path.ts'
import { findPaths, type Path, type PathAnswer } from './queries/find-paths.ts'
import { type Neighbour, neighbours } from './queries/neighbours.ts'
import { entityId, type FilterOptions, readFilter } from './queries/read-filter.ts'
import { type PathOptions, readPathQuestion } from './queries/read-path-question.ts'
import { entitySearch, type Found, type Search } from './queries/search-entities.ts'

/** A knowledge base, compiled: its graph, and questions asked of it. */
export interface Dossier {
  /** The whole graph, a graphology MultiDirectedGraph with positions; made by design 5. Yours to read, not to change. */
  readonly graph: KnowledgeGraph
  /** What the checker says about the data. The graph holds all that could be resolved, even with errors here. */
  readonly diagnostics: readonly Diagnostic[]
  /**
   * The chains of claims between two entities, given by id or by name; without options the shortest ones.
   * Throws `WrongQuestion` where a name is not known.
   */
  readonly paths: (from: string, to: string, options?: PathOptions) => Paths
  /** Every claim that ties an entity to another. Throws `WrongQuestion` where a name is not known. */
  readonly neighbours: (entity: string, options?: FilterOptions) => readonly Neighbour[]
  /** Entities by name, alias, id or summary, best first; case, diacritics and transliterations do not matter. */
  readonly find: (text: string, limit?: number) => readonly Found[]
}

/** An answer that can be walked with `for … of`; each path prints as numbered, cited sentences. */
export interface Paths extends PathAnswer, Iterable<ReadablePath> {
  readonly paths: readonly ReadablePath[]
}

export interface ReadablePath extends Path {
  readonly toString: () => string
}

/**
 * Reads and compiles a data folder, such as `graph-data`. Bad data does not throw: see `diagnostics`.
 * Rejects with the system's error where the folder itself cannot be read.
 */
export async function openDossier(folder: string): Promise<Dossier> {
  const { graph, diagnostics } = compile(await readSources(folder))
  let isLaidOut = false
  let search: Search | undefined
  return {
    get graph() {
      if (!isLaidOut) layoutGraph(graph)
      isLaidOut = true
      return graph
    },
    diagnostics,
    paths: (from, to, options) =>
      readable(graph, findPaths(graph, readPathQuestion(graph, from, to, options))),
    neighbours: (entity, options = {}) =>
      neighbours(graph, entityId(graph, entity), readFilter(graph, options)),
    find: (text, limit) => {
      search ??= entitySearch(graph)
      return search(text, limit)
    },
  }
}

function readable(graph: KnowledgeGraph, answer: PathAnswer): Paths {
  const paths = answer.paths.map((path) => ({ ...path, toString: () => describePath(graph, path) }))
  return { ...answer, paths, [Symbol.iterator]: () => paths[Symbol.iterator]() }
}
