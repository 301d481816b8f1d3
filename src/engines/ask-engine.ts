import { MultiDirectedGraph } from 'graphology'
import type { ClaimAttributes, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { type Lack, Lacking, type PartialGraph, partialGraph } from '../queries/partial-graph.ts'
import { soughtWords } from '../queries/search-entities.ts'
import { compareText } from '../text/compare-text.ts'
import { counted } from '../text/counted.ts'
import type { BaseFacts, Engine, StoredEdge, StoredNode } from './engine.ts'
import { EngineProblem } from './engine-problem.ts'
import { inBatches } from './in-batches.ts'
import { nameWord, soughtWord } from './records.ts'

/** An answer would need more of the base than may be fetched for it. */
export class BudgetSpent extends EngineProblem {}

interface AskOptions {
  readonly signal?: AbortSignal
  /** How many nodes and edges may be fetched for one asking. */
  readonly budget?: number
}

/** Asks a question that is written for a graph. It may be run many times, so it only reads. */
export type Ask = <Answer>(
  question: (graph: KnowledgeGraph) => Answer,
  options?: AskOptions,
) => Promise<Answer>

/**
 * Asks of an engine what is written for a graph in memory: the question runs on what has been fetched, and where that is
 * not enough, what it lacks is fetched and it runs again. What one question has fetched serves the next.
 */
export function askEngine(engine: Engine, facts: BaseFacts): Ask {
  const part = partialGraph(facts.graph)
  const fetched: Fetched = { part, mentioned: new Set(), count: 0, whole: undefined }
  return async (question, { signal, budget = defaultBudget } = {}) => {
    const most = fetched.count + budget
    const asking: Asking = { engine, facts, fetched, signal, most, rounds: 0 }
    for (;;) {
      signal?.throwIfAborted()
      try {
        return question(fetched.whole ?? part.graph)
      } catch (error) {
        if (!(error instanceof Lacking)) throw error
        await fetchLack(asking, error.lack)
      }
    }
  }
}

const defaultBudget = 500_000

interface Fetched {
  readonly part: PartialGraph
  /** Ids that claims name, as those who said it: a question that tells one of them tells the others too. */
  readonly mentioned: Set<string>
  /** How many nodes and edges have come. */
  count: number
  whole: KnowledgeGraph | undefined
}

interface Asking {
  readonly engine: Engine
  readonly facts: BaseFacts
  readonly fetched: Fetched
  readonly signal: AbortSignal | undefined
  readonly most: number
  /** How many times rows have been fetched. */
  rounds: number
}

async function fetchLack(asking: Asking, lack: Lack): Promise<void> {
  if (lack.kind === 'nodes') await fetchNodes(asking, [...lack.ids, ...mentionedBeside(asking)])
  else if (lack.kind === 'rows') await fetchRows(asking, lack)
  else if (lack.kind === 'name') await fetchNamed(asking, lack.name)
  else await fetchWhole(asking)
}

function mentionedBeside({ fetched }: Asking): string[] {
  const { mentioned, part } = fetched
  const unknown = [...mentioned].filter((id) => !part.isKnown(id)).slice(0, batch)
  mentioned.clear()
  return unknown
}

/** Engines are asked for so many ids, and so many edges, at once. */
const batch = 1000
const page = 10_000

/** How often a question may come back for rows before others are fetched beside them, and how many. */
const patience = 16
const fewest = 100
const widest = 8 * batch

async function fetchNodes(asking: Asking, ids: readonly string[]): Promise<void> {
  const { engine, fetched, signal } = asking
  const unknown = [...new Set(ids)].filter((id) => !fetched.part.isKnown(id))
  for (const some of inBatches(unknown, batch)) {
    spend(asking, some.length)
    const nodes = await engine.nodes(some, signal)
    fetched.part.addNodes(some, nodes)
    for (const { attributes } of nodes) {
      for (const claims of Object.values(attributes.attributes)) claims.forEach(mention(fetched))
    }
  }
}

async function fetchRows(asking: Asking, lack: Lack & { readonly kind: 'rows' }): Promise<void> {
  const { engine, fetched, signal } = asking
  const { direction, filter } = lack
  for (const ids of inBatches(widened(asking, lack), batch)) {
    let cursor: string | undefined
    do {
      const limit = Math.min(page, asking.most - fetched.count + 1)
      const reach = { direction, ...filter, limit, ...(cursor !== undefined && { cursor }) }
      const { edges, next } = await engine.expand(ids, reach, signal)
      // Edges come again from their other ends.
      spend(asking, edges.filter(({ key }) => !fetched.part.hasEdge(key)).length)
      await addEdges(asking, edges)
      cursor = next
    } while (cursor !== undefined)
    fetched.part.coverRows(direction, filter, ids)
  }
}

/**
 * A search asks for what it will look at next, too. One that comes again and again all the same, as it tries way after
 * way, gets twice as much beside that each time: first what is known from its other side, then what was met first.
 */
function widened(asking: Asking, lack: Lack & { readonly kind: 'rows' }): readonly string[] {
  const { part } = asking.fetched
  const { ids, direction, filter } = lack
  const beyond = ++asking.rounds - patience
  if (beyond <= 0) return ids
  const asked = new Set(ids)
  const others: string[][] = [[], []]
  for (const id of part.ids()) {
    if (asked.has(id) || part.isCovered(direction, filter, id)) continue
    const isKnownBehind = part.isCovered(direction === 'out' ? 'in' : 'out', filter, id)
    others[isKnownBehind ? 0 : 1]?.push(id)
  }
  const most = Math.min(fewest * 2 ** beyond, widest)
  return [...ids, ...others.flat().slice(0, most)]
}

/** An edge whose end has just been removed from the server goes with it. */
async function addEdges(asking: Asking, edges: readonly StoredEdge[]): Promise<void> {
  const { part } = asking.fetched
  await fetchNodes(
    asking,
    edges.flatMap(({ source, target }) => [source, target]),
  )
  part.addEdges(edges.filter(({ source, target }) => part.hasNode(source) && part.hasNode(target)))
  for (const { attributes } of edges) mention(asking.fetched)(attributes)
}

function mention({ mentioned }: Fetched): (claim: ClaimAttributes) => void {
  return ({ saidBy, rivals }) => {
    for (const id of saidBy) mentioned.add(id)
    for (const { saidBy: others, target } of rivals) {
      for (const id of others) mentioned.add(id)
      if (target !== undefined) mentioned.add(target)
    }
  }
}

const mostNamesakes = 1000
const mostSuggested = 100

/** All that bear a name; where none does, those that may have been meant. */
async function fetchNamed(asking: Asking, name: string): Promise<void> {
  const { engine, fetched, signal } = asking
  const exactly = [soughtWord({ text: nameWord(name), prefix: false, edits: 0 })]
  const ids = await engine.search(exactly, mostNamesakes, signal)
  if (ids.length > 0) await fetchNodes(asking, ids)
  else {
    const near = soughtWords(name, 'far').map(soughtWord)
    await fetchNodes(asking, await engine.search(near, mostSuggested, signal))
  }
  fetched.part.coverName(name)
}

/** For questions that look at everything. */
async function fetchWhole(asking: Asking): Promise<void> {
  const { engine, facts, fetched, signal, most } = asking
  const { entities, relations } = facts.graph.counts
  if (entities + relations > most) {
    throw new BudgetSpent(
      `This question looks at all of the base, which has ${counted(entities, 'entity', 'entities')} and ${counted(relations, 'relation')}: too many to fetch. Ask a question about one entity, or "dossier pull" the base and ask there.`,
    )
  }
  const nodes: readonly StoredNode[] = await allOf(engine.scan('nodes', signal))
  const edges: readonly StoredEdge[] = await allOf(engine.scan('edges', signal))
  const graph: KnowledgeGraph = new MultiDirectedGraph()
  for (const { id, attributes } of nodes.toSorted((a, b) => compareText(a.id, b.id))) {
    graph.addNode(id, attributes)
  }
  for (const edge of edges.toSorted((a, b) => compareText(a.key, b.key))) {
    const { key, source, target, attributes } = edge
    if (graph.hasNode(source) && graph.hasNode(target)) {
      graph.addEdgeWithKey(key, source, target, attributes)
    }
  }
  graph.replaceAttributes(facts.graph)
  fetched.count += nodes.length + edges.length
  fetched.whole = graph
}

/** A page may be as large as the base: too large to be the arguments of one call. */
async function allOf<Item>(pages: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const all: Item[] = []
  for await (const page of pages) for (const item of page) all.push(item)
  return all
}

function spend({ fetched, most }: Asking, count: number): void {
  fetched.count += count
  if (fetched.count <= most) return
  throw new BudgetSpent(
    'The answer needs more of the base than may be fetched for one question. Ask for fewer relations, a shorter time or fewer hops.',
  )
}
