import type { AskedEngine } from '../engines/asked-engine.ts'
import type { BaseFacts } from '../engines/engine.ts'
import { EngineProblem } from '../engines/engine-problem.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { firstPicture } from '../queries/first-picture.ts'
import { groupsInBrief } from './answer-question.ts'
import { edgesAt } from './edges-at.ts'
import type { GraphOverview, GroupsInBrief } from './graph-question.ts'
import { parts } from './part-on.ts'

/** So many relations of the best connected are looked at for the first picture. */
const mostOfBest = 50_000

/** What a reader sees first of a base on a server. */
export async function overviewOn({ engine, facts }: AskedEngine): Promise<GraphOverview> {
  const { entitiesByType, relationsByType } = facts.statistics
  const { best } = standingIn(facts)
  const ids = best.map(({ id }) => id)
  const { edges } = await edgesAt(engine, ids, mostOfBest)
  return {
    ...{ version: facts.version, attributes: facts.graph, entitiesByType, relationsByType, best },
    first: firstPicture(new Set(ids), edges),
  }
}

/** Of the best connected, which are all in a base of up to as many. */
export async function groupsOn({ engine, facts }: AskedEngine): Promise<GroupsInBrief> {
  const { connected } = standingIn(facts)
  const [nodes, edges] = await Promise.all([engine.nodes(connected), engine.between(connected)])
  const graph = buildGraph({ attributes: facts.graph, parts: parts(nodes, edges) })
  const isCut = connected.length < facts.graph.counts.entities
  return {
    ...{ version: facts.version, ...groupsInBrief(graph) },
    ...(isCut && { lookedAt: connected.length }),
  }
}

/** Throws where the base was pushed by a Dossier that told nothing of it. */
export function standingIn({ standing }: BaseFacts): NonNullable<BaseFacts['standing']> {
  if (standing !== undefined) return standing
  throw new EngineProblem(
    'The base was pushed by an older Dossier, which did not tell who stands out. Push it again: nothing else will be written.',
  )
}
