import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { explainPath, findPaths, type Path, type PathQuestion } from './find-paths.ts'
import { pathIndex } from './path-index.ts'
import { type PathOptions, readPathQuestion } from './read-path-question.ts'
import { longestByDefault } from './routes/find-routes.ts'
import { groundFor } from './routes/ground-for.ts'
import { monitorFor } from './routes/monitor-for.ts'
import { nearestBetween } from './routes/nearest-between.ts'

/** Why there is no path, for the one who asked. */
export interface Obstacles {
  /** The conditions of which one alone is in the way, each with the shortest path that there is without it. */
  readonly alone: readonly Obstacle[]
  /** Where no single one is: a few that are in the way together, none of which could be left out. */
  readonly joint?: { readonly conditions: readonly Condition[]; readonly path: Path }
  /** How many entities can be reached from the one end, and from how many the other can be; the ends among them. */
  readonly reached: { readonly from: number; readonly to: number }
  /** The shortest way, whatever its claims, from what the one end reaches to what reaches the other. */
  readonly gap?: Path
}

export interface Obstacle {
  readonly condition: Condition
  readonly path: Path
}

/** An option of the question by its name, or that the ontology closes some types to paths. */
export type Condition = (typeof conditions)[number]

const conditions = [
  'max',
  'transit',
  'directed',
  'via',
  'avoid',
  'along',
  'together',
  'type',
  'relation',
  'kind',
  'asOf',
  'from',
  'to',
  'certain',
  'minConfidence',
  'source',
  'withoutSource',
  'saidBy',
  'withoutSpeaker',
  'inferred',
] as const

/** What would have to give way, so that a question which has no answer had one. */
export function obstacles(
  graph: KnowledgeGraph,
  from: string,
  to: string,
  options: PathOptions,
): Obstacles {
  const read = (dropped: readonly Condition[]) =>
    readPathQuestion(graph, from, to, without(graph, options, dropped))
  const shortest = (dropped: readonly Condition[]) =>
    findPaths(graph, { ...read(dropped), top: 1 }).paths[0]
  const given = conditions.filter((condition) => isGiven(graph, options, condition))
  const alone = given.flatMap((condition) => {
    const path = shortest([condition])
    return path ? { condition, path } : []
  })
  const joint = alone.length === 0 ? leastTogether(given, shortest) : undefined
  return { alone, ...(joint && { joint }), ...between(graph, read([]), read(given)) }
}

function isGiven(graph: KnowledgeGraph, options: PathOptions, condition: Condition): boolean {
  if (condition === 'transit') return closedTypes(graph).length > 0 && !options.through
  if (condition === 'inferred') return options.inferred === false
  if (condition === 'max') return options.all === true || options.max !== undefined
  const value = options[condition]
  return value !== undefined && value !== false
}

/** The types through which no path runs unless it is asked to, without those that lie below another. */
export function closedTypes(graph: KnowledgeGraph): string[] {
  const types = Object.entries(graph.getAttribute('ontology').entities)
  const closed = types.filter(([, { transit }]) => !transit)
  const isTop = (parent: string | undefined) => closed.every(([id]) => id !== parent)
  return closed
    .filter(
      ([
        ,
        {
          types: [, parent],
        },
      ]) => isTop(parent),
    )
    .map(([id]) => id)
}

function without(
  graph: KnowledgeGraph,
  { all: _all, top: _top, weight: _weight, ...options }: PathOptions,
  dropped: readonly Condition[],
): PathOptions {
  const isKept = (name: string) => !dropped.some((condition) => condition === name)
  const kept: PathOptions = Object.fromEntries(
    Object.entries(options).filter(([name]) => isKept(name)),
  )
  const { certain, ...timeless } = kept
  const hasTime = [kept.asOf, kept.from, kept.to].some((time) => time !== undefined)
  const max = _all && options.max === undefined ? longestByDefault.all : options.max
  return {
    ...(hasTime ? kept : timeless),
    ...(isKept('max') && max !== undefined && { max }),
    ...(isKept('transit') ? {} : { through: closedTypes(graph) }),
  }
}

/** Takes every condition back for which there still is a path: what is left is needed. */
function leastTogether(
  given: readonly Condition[],
  shortest: (dropped: readonly Condition[]) => Path | undefined,
): Obstacles['joint'] {
  let path = shortest(given)
  if (path === undefined) return undefined
  let dropped = [...given]
  for (const condition of given) {
    const fewer = dropped.filter((other) => other !== condition)
    const found = shortest(fewer)
    if (found === undefined) continue
    path = found
    dropped = fewer
  }
  return { conditions: dropped, path }
}

function between(
  graph: KnowledgeGraph,
  asked: PathQuestion,
  anything: PathQuestion,
): Pick<Obstacles, 'reached' | 'gap'> {
  const index = pathIndex(graph)
  const ground = groundFor(index, asked, monitorFor(index, asked))
  const { reached, gap } = nearestBetween(ground, groundFor(index, anything))
  if (gap === undefined) return { reached }
  return { reached, gap: explainPath(index, index.nodes[gap.from] ?? '', gap.edges) }
}
