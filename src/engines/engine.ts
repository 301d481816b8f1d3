import type { Day } from '../dates/calendar.ts'
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from '../graph/knowledge-graph.ts'
import type { Direction } from '../queries/rows.ts'
import type { SearchTotals, SoughtWord } from '../queries/search-entities.ts'
import type { Standing } from '../queries/standing.ts'
import type { Statistics } from '../queries/statistics.ts'

/**
 * Where one base is kept and asked: memory, or a server. All questions are written once above this (`ask-engine.ts`), so
 * an engine answers only these few. Several bases live in one server under different namespaces; an engine sees its own,
 * and touches nothing else. Ids, keys and names of relations are ASCII, and their order is that of their characters.
 *
 * Every function that talks to a server tries again by itself what fails for the moment only, rejects with `EngineProblem`
 * where the server or the base in it will not do, and with the reason of the signal where that is aborted.
 */
export interface Engine {
  /** What is known of the base as a whole; undefined where nothing was ever pushed under its namespace. */
  readonly state: (signal?: AbortSignal) => Promise<BaseState | undefined>
  /** Changes whenever a push begins or ends: to be asked more often than the state, which may be long. */
  readonly version: (signal?: AbortSignal) => Promise<string>
  /** Those of the nodes that there are, in any order. */
  readonly nodes: (ids: readonly string[], signal?: AbortSignal) => Promise<readonly StoredNode[]>
  /** The edges that lead on from some nodes, each once, in order of key, a page of them. Ids that are none are skipped. */
  readonly expand: (
    ids: readonly string[],
    expansion: EngineExpansion,
    signal?: AbortSignal,
  ) => Promise<EnginePage>
  /** The edges of which both ends are among some nodes, in order of key. */
  readonly between: (ids: readonly string[], signal?: AbortSignal) => Promise<readonly StoredEdge[]>
  /** How many edges begin or end at each of the nodes that there are; one that leads back to its node counts twice. */
  readonly degrees: (
    ids: readonly string[],
    signal?: AbortSignal,
  ) => Promise<ReadonlyMap<string, number>>
  /** Ids of nodes that bear one of the words, which have no spaces and at most 2 edits, in any order; where there are more than `limit`, the likeliest if it can tell. */
  readonly search: (
    words: readonly SoughtWord[],
    limit: number,
    signal?: AbortSignal,
  ) => Promise<readonly string[]>
  /** Everything of one kind, page by page, in any order. */
  readonly scan: Scan
  readonly writer: EngineWriter
}

/** A server to which there is a connection. */
export interface EngineServer {
  /** The namespaces under which bases were pushed, in order. */
  readonly bases: (signal?: AbortSignal) => Promise<readonly string[]>
  /** The base of a namespace, which matches `isKebabName` and need not be there yet. */
  readonly engine: (namespace: string) => Engine
  readonly close: () => Promise<void>
}

/** Where a server is and who asks it. */
export interface EngineAddress {
  /** Without user, password, path and query. */
  readonly url: string
  /** Of several databases in one server. */
  readonly database?: string
  readonly user?: string
  readonly password?: string
}

/** How records are laid out in engines. Who finds a higher number was overtaken by a newer Dossier and must not go on. */
export const layoutVersion = 3

export interface BaseState {
  /** The `layoutVersion` of who wrote the base. */
  readonly layout: number
  /** A push has begun and has not ended. */
  readonly unfinished: boolean
  /** As the last push that ended told them. */
  readonly facts?: BaseFacts
}

/** What holds for the base as a whole. Engines keep it as JSON text, in as many pieces as they like. */
export interface BaseFacts {
  /** A hash of all that is stored: the same data, the same version. */
  readonly version: string
  /** Name, ontology, sources, identity decisions, generator and counts. */
  readonly graph: GraphAttributes
  /** The answer to `stats` without filters. */
  readonly statistics: Statistics
  readonly search: SearchTotals
  /** Who stands out, and the best connected of all: those are the first to be looked at where all are too many. Absent in what older ones pushed. */
  readonly standing?: {
    readonly best: readonly Standing[]
    readonly connected: readonly string[]
  }
}

export interface EngineReach {
  /** Ids of relations, none of them an inverse; all where absent. */
  readonly relations?: readonly string[]
  readonly direction: Direction
  /** Leaves out edges whose `last` is before `from`, or whose `first` is after `to`. */
  readonly from?: Day
  readonly to?: Day
}

export interface EngineExpansion extends EngineReach {
  /** At least 1. */
  readonly limit: number
  /** Only edges whose key comes after this one: the `next` of the page before. */
  readonly cursor?: string
}

export interface EnginePage {
  readonly edges: readonly StoredEdge[]
  /** The key of the last edge; absent on the last page. */
  readonly next?: string
}

export interface StoredNode {
  readonly id: string
  readonly attributes: NodeAttributes
}

export interface StoredEdge {
  readonly key: string
  readonly source: string
  readonly target: string
  readonly attributes: EdgeAttributes
}

/** A file of the data folder, so that the base can be written back as it was. */
export interface StoredFile {
  /** Below the data folder, with slashes. */
  readonly path: string
  readonly text: string
}

export type RecordKind = 'nodes' | 'edges' | 'files'

export interface Scan {
  (kind: 'nodes', signal?: AbortSignal): AsyncIterable<readonly StoredNode[]>
  (kind: 'edges', signal?: AbortSignal): AsyncIterable<readonly StoredEdge[]>
  (kind: 'files', signal?: AbortSignal): AsyncIterable<readonly StoredFile[]>
}

/** What `push` needs. Each call can be made again after it was broken off, and then leaves what one call leaves. */
export interface EngineWriter {
  /** Makes constraints and indexes and marks the base, which may be new, as unfinished. */
  readonly begin: (signal?: AbortSignal) => Promise<void>
  /** What is stored: keys (ids of nodes, keys of edges, paths of files) with their hashes, page by page, in any order. */
  readonly stored: (kind: RecordKind, signal?: AbortSignal) => AsyncIterable<readonly StoredKey[]>
  /** Adds or replaces records. The ends of edges are there already. A batch is at most `batchSize` long. */
  readonly putNodes: (nodes: readonly NodeRecord[], signal?: AbortSignal) => Promise<void>
  readonly putEdges: (edges: readonly EdgeRecord[], signal?: AbortSignal) => Promise<void>
  readonly putFiles: (files: readonly FileRecord[], signal?: AbortSignal) => Promise<void>
  /** Removes records by key, if they are there; a node goes with its edges. */
  readonly remove: (
    kind: RecordKind,
    keys: readonly string[],
    signal?: AbortSignal,
  ) => Promise<void>
  /** Comes last: the facts, and the mark that the push has ended. */
  readonly finish: (facts: BaseFacts, signal?: AbortSignal) => Promise<void>
  /** How many records a call takes at most. */
  readonly batchSize: number
}

export interface StoredKey {
  readonly key: string
  readonly hash: string
}

export interface NodeRecord extends StoredNode {
  readonly hash: string
  /** What a search finds it by: letters, digits and marks, one of `~` and `=` before some; each once. */
  readonly words: readonly string[]
}

export interface EdgeRecord extends StoredEdge {
  readonly hash: string
  /** The first and the last day on which it may hold; absent where open or unknown. */
  readonly first?: Day
  readonly last?: Day
}

export interface FileRecord extends StoredFile {
  readonly hash: string
}
