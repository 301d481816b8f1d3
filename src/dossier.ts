import type { MultiDirectedGraph } from 'graphology'
import { type Compilation, compile } from './compile.ts'
import { BadData } from './diagnostics/bad-data.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import { renderForTerminal } from './diagnostics/render/terminal.ts'
import { readBase } from './documents/read-base.ts'
import type { Sources } from './documents/read-sources.ts'
import type { RemoteQuestions } from './engines/remote-questions.ts'
import { filterGraph } from './graph/filter-graph.ts'
import type {
  EdgeAttributes,
  GraphAttributes,
  KnowledgeGraph,
  NodeAttributes,
} from './graph/knowledge-graph.ts'
import { layoutGraph } from './graph/layout-graph.ts'
import { checkedOptions } from './queries/checked-options.ts'
import type { InNames, Names, OptionsIn } from './queries/names.ts'
import { type Questions, questionsOf } from './queries/questions.ts'
import { type PartOptions, partKinds, readPart } from './queries/read-filter.ts'
import { counted } from './text/counted.ts'
import { lineIndexes } from './text/line-indexes.ts'

/** A knowledge base, compiled: its graph, and questions asked of it. */
export interface Dossier<N extends Names = Names> extends Questions<N> {
  /** What the ontology calls the base. */
  readonly name: string
  /** The graph, a graphology MultiDirectedGraph with positions: what `dossier export json` writes. Yours to read, not to change. */
  readonly graph: GraphIn<N>
  /** What the checker says about the data. The graph holds all that could be resolved, even with errors here. */
  readonly diagnostics: readonly Diagnostic[]
}

/** The graph in the names of a base. */
export type GraphIn<N extends Names> = MultiDirectedGraph<
  InNames<NodeAttributes, N>,
  InNames<EdgeAttributes, N>,
  GraphAttributes
>

export interface OpenOptions<N extends Names = Names> {
  /** Ask of a part alone: what these filters keep. The graph is that part, and its entities stand where they did. */
  readonly only?: OptionsIn<PartOptions, N>
  /** Reject with `BadData` where the data has errors, or even warnings. Otherwise they stand in `diagnostics`. */
  readonly throwOn?: 'errors' | 'warnings'
  /** Stops the opening; rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/** A knowledge base on a server, asked there: every answer is a promise. */
export interface RemoteDossier<N extends Names = Names> extends RemoteQuestions<N> {
  /** What the ontology calls the base. */
  readonly name: string
  /** Differs whenever what was pushed differs. */
  readonly version: string
  /** A push was under way when it was opened, or had been broken off: answers may lack something. */
  readonly unfinished: boolean
  /** Ends the connection, without which the process goes on waiting. */
  readonly close: () => Promise<void>
}

/** Where a base was pushed to. */
export interface RemoteBase {
  /** Such as `bolt://localhost:7687/database?base=name`. The name may be left out where there is one base alone. */
  readonly engine: string
  /** Stops the opening; rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/**
 * Opens a knowledge base that `dossier push` has loaded into a server. Who asks stands in the address or in
 * DOSSIER_ENGINE_USER and DOSSIER_ENGINE_PASSWORD. Rejects with `EngineProblem` where the server or the base will not do.
 */
export async function openDossier<N extends Names = Names>(
  base: RemoteBase,
): Promise<RemoteDossier<N>>
/**
 * Reads and compiles a knowledge base, given by its folder or by the `graph-data` in it. Bad data does not throw unless
 * `throwOn` says so. Rejects with `NoBase` where the folder cannot be read.
 *
 * `N` is what `dossier types` writes: with it, a misspelt id or relation is a mistake in the editor.
 */
export async function openDossier<N extends Names = Names>(
  folder: string,
  options?: OpenOptions<N>,
): Promise<Dossier<N>>
export async function openDossier<N extends Names = Names>(
  base: string | RemoteBase,
  options: OpenOptions<N> = {},
): Promise<Dossier<N> | RemoteDossier<N>> {
  // Only the names in the types differ: the same functions answer whatever they are.
  if (typeof base !== 'string') return (await openRemote(base)) as unknown as RemoteDossier<N>
  return (await openFolder(base, options as OpenOptions)) as unknown as Dossier<N>
}

async function openRemote({ engine, signal }: RemoteBase): Promise<RemoteDossier> {
  const { openAskedEngine } = await import('./engines/asked-engine.ts')
  const { remoteQuestions } = await import('./engines/remote-questions.ts')
  const base = await openAskedEngine(engine, process.env, signal)
  const { facts, unfinished, close } = base
  const { version, graph } = facts
  return { name: graph.name, version, unfinished, close, ...remoteQuestions(base) }
}

async function openFolder(folder: string, options: OpenOptions): Promise<Dossier> {
  const { only, throwOn, signal } = options
  signal?.throwIfAborted()
  const sources = await readBase(folder)
  signal?.throwIfAborted()
  const compilation = compile(sources)
  if (throwOn !== undefined) refuse(compilation, sources, throwOn)
  return dossierOf(compilation, only)
}

function dossierOf({ graph, diagnostics }: Compilation, only: PartOptions | undefined): Dossier {
  const part =
    only === undefined
      ? graph
      : filterGraph(graph, readPart(graph, checkedOptions(only, partKinds)))
  let isLaidOut = false
  return {
    name: graph.getAttribute('name'),
    diagnostics,
    get graph() {
      if (!isLaidOut) layOut(graph, part)
      isLaidOut = true
      return part
    },
    ...questionsOf(part),
  }
}

/** The whole is laid out and not the part, so that entities stay where people know them. */
function layOut(whole: KnowledgeGraph, part: KnowledgeGraph): void {
  layoutGraph(whole)
  if (part === whole) return
  part.updateEachNodeAttributes((id, attributes) => {
    const { x = 0, y = 0, size = 0, color = '' } = whole.getNodeAttributes(id)
    return { ...attributes, x, y, size, color }
  })
}

const mostShown = 3

function refuse({ diagnostics }: Compilation, { files }: Sources, throwOn: string): void {
  const refused = diagnostics.filter(
    ({ severity }) => throwOn === 'warnings' || severity === 'error',
  )
  if (refused.length === 0) return
  const textOf = lineIndexes(files)
  const more = refused.length - mostShown
  const told = [
    `The data has ${counted(refused.length, throwOn === 'warnings' ? 'problem' : 'error')}.`,
    ...refused.slice(0, mostShown).map((diagnostic) => renderForTerminal(diagnostic, textOf)),
    ...(more > 0 ? [`${more} more: "dossier check" shows them all.`] : []),
  ]
  throw new BadData(told.join('\n\n'), diagnostics)
}
