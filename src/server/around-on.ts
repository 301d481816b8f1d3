import type { Engine } from '../engines/engine.ts'
import { inBatches } from '../engines/in-batches.ts'
import { byDegree } from '../queries/standing.ts'
import { edgesAt } from './edges-at.ts'
import type { AroundAnswer, AroundQuestion } from './graph-question.ts'

/** So many relations are looked at from one hop to the next; of a hub with more, those that come first by key. */
const mostOfHop = 20_000

/** Who lies around an entity of a base on a server: hop by hop, until there are as many as were asked for. */
export async function aroundOn(
  engine: Engine,
  { id, hops, most, here }: AroundQuestion,
): Promise<Omit<AroundAnswer, 'version'>> {
  const known = new Set(here)
  const reached = new Set([id])
  const found: string[] = []
  let [frontier, total] = [[id], 0]
  for (let hop = 0; hop < hops && frontier.length > 0 && found.length < most; hop++) {
    frontier = await nextHop(engine, frontier, reached)
    for (const node of frontier) reached.add(node)
    total += frontier.length
    found.push(...frontier.filter((node) => !known.has(node)))
  }
  return { ids: found.slice(0, most), total }
}

/** The neighbours that were not reached yet, the best connected first. */
async function nextHop(
  engine: Engine,
  frontier: readonly string[],
  reached: ReadonlySet<string>,
): Promise<string[]> {
  const { edges } = await edgesAt(engine, frontier, mostOfHop)
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]))
  const fresh = [...ends].filter((end) => !reached.has(end))
  const standings: { id: string; degree: number }[] = []
  for (const some of inBatches(fresh, batch)) {
    for (const [id, degree] of await engine.degrees(some)) standings.push({ id, degree })
  }
  return standings.sort(byDegree).map(({ id }) => id)
}

/** How many ids a server is asked about at once: a hub has thousands of neighbours. */
const batch = 5000
