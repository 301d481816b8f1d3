import type { Ask } from '../engines/ask-engine.ts'
import type { AskedEngine } from '../engines/asked-engine.ts'
import type { FoundOn } from '../engines/find-on.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { Statistics } from '../queries/statistics.ts'
import { openGraph } from './open-folder.ts'
import { print, printJson, say } from './output.ts'
import { WrongUse } from './wrong-use.ts'

export interface BaseOptions {
  readonly data?: string
  /** The address of a server to ask in place of the files. */
  readonly on?: string
}

/** The base that a command asks. */
export interface AskedBase {
  readonly ask: Ask
  readonly find: (text: string, limit: number) => Promise<FoundOn>
  /** Those of the whole base, where they are known without a look at it. */
  readonly statistics?: Statistics
}

/** Opens the base that a command is about, the data folder or one on a server, and closes it afterwards. */
export async function withBase(
  { data, on }: BaseOptions,
  work: (base: AskedBase) => Promise<void>,
): Promise<void> {
  if (on === undefined) return work(await baseOfFiles(data))
  const { asking, find, facts, close } = await openBaseOn(on, data)
  try {
    await work({ ask: asking(), find, statistics: facts.statistics })
  } finally {
    await close()
  }
}

/** Opens the base at an address, and says on stderr where it is not whole. Nobody may have named a folder, too. */
export async function openBaseOn(on: string, data: string | undefined): Promise<AskedEngine> {
  if (data !== undefined) {
    throw new WrongUse('"--on" asks a server and "--data" a folder. Give one of the two.')
  }
  const { openAskedEngine } = await import('../engines/asked-engine.ts')
  const base = await openAskedEngine(on, process.env)
  if (base.unfinished) {
    say(
      'A push to this base is under way, or was broken off: the answer may lack something. "dossier push" goes on with it.',
    )
  }
  return base
}

async function baseOfFiles(data: string | undefined): Promise<AskedBase> {
  const { graph } = await openGraph(data)
  return {
    ask: async (question) => question(graph),
    find: async (text, limit) => {
      const { entitySearch } = await import('../queries/search-entities.ts')
      return { found: entitySearch(graph)(text, limit), truncated: false }
    },
  }
}

/** Prints what a question of the graph gives: as JSON where that is asked for, else in words. */
export async function printAnswer<Answer extends object>(
  options: BaseOptions & { readonly json?: boolean },
  question: (graph: KnowledgeGraph) => Answer,
  tell: (graph: KnowledgeGraph, answer: Answer) => string,
): Promise<void> {
  await withBase(options, async ({ ask }) => {
    const answer = await ask(question)
    if (options.json) printJson({ version: 1, ...answer })
    else print(await ask((graph) => tell(graph, answer)))
  })
}
