import { setImmediate } from 'node:timers/promises'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { findPaths, type Path } from '../queries/find-paths.ts'
import { groups } from '../queries/groups.ts'
import { lieAround } from '../queries/lie-around.ts'
import { compareText } from '../text/compare-text.ts'
import type {
  AroundAnswer,
  AroundQuestion,
  GraphOverview,
  GraphQuestion,
  GroupsInBrief,
  PathsAnswer,
  PathsQuestion,
} from './graph-question.ts'
import { keptGraph } from './kept-graph.ts'
import { keptSearch } from './kept-search.ts'
import { overviewOf } from './overview-of.ts'
import type { ServedGraph } from './served-graph.ts'

/** Answers with the JSON of what `GraphAnswers` says. The signal tells that nobody waits for it any longer. */
export type AnswerQuestion = (question: GraphQuestion, signal?: AbortSignal) => Promise<string>

type Served = Pick<ServedGraph, 'version' | 'shown' | 'degreeOf' | 'partText'>

/** Answers of the graph as it is now. What takes long to make is kept, and follows edits. */
export function questionAnswerer(served: Served): AnswerQuestion {
  const graphOf = keptGraph()
  const searchOf = keptSearch()
  let overview: GraphOverview | undefined
  let brief: GroupsInBrief | undefined

  const answerOverview = () => {
    const version = served.version()
    if (overview?.version !== version) overview = overviewOf(served)
    return overview
  }
  const answerGroups = () => {
    const version = served.version()
    if (brief?.version !== version) brief = { version, ...groupsInBrief(graphOf(served.shown())) }
    return brief
  }
  return async (question, signal) => {
    const version = served.version()
    switch (question.kind) {
      case 'overview':
        // Whoever sees a part looks for somebody next, and for the surroundings: both take seconds to be made ready.
        // Should that fail, whoever asks for it hears why.
        searchOf(served.shown())
          .then(() => graphOf(served.shown()))
          .catch(ignore)
        return JSON.stringify(answerOverview())
      case 'groups':
        return JSON.stringify(answerGroups())
      case 'part':
        return served.partText(question.ids)
      case 'around':
        return JSON.stringify({ version, ...around(graphOf(served.shown()), question) })
      case 'paths':
        return JSON.stringify({ version, ...onPaths(graphOf(served.shown()), question) })
      case 'find': {
        const search = await searchOf(served.shown())
        // Whoever has typed on meanwhile is told by now, and waits for another answer.
        await setImmediate()
        signal?.throwIfAborted()
        const found = search(question.text, question.most)
        return JSON.stringify({ version, found, truncated: false })
      }
      default:
        return question satisfies never
    }
  }
}

function ignore(): void {}

/** So many groups are named. */
const mostGroups = 12

export function groupsInBrief(graph: KnowledgeGraph): Omit<GroupsInBrief, 'version'> {
  const answer = groups(graph, { limit: mostGroups })
  return {
    groups: answer.groups.map(({ centre, members }) => ({
      centre,
      label: graph.getNodeAttribute(centre, 'label'),
      members: members.length,
    })),
    total: answer.total,
    ...(answer.lookedAt !== undefined && { lookedAt: answer.lookedAt }),
  }
}

function around(
  graph: KnowledgeGraph,
  { id, hops, most, here }: AroundQuestion,
): Omit<AroundAnswer, 'version'> {
  if (!graph.hasNode(id)) return { ids: [], total: 0 }
  const near = lieAround(graph, id, hops)
  const known = new Set(here)
  return { ids: near.filter((other) => !known.has(other)).slice(0, most), total: near.length }
}

/** The paths of an answer are brought one after the other until so many entities lie on them. */
const mostOnPaths = 200

/** What lies on the shortest paths; by way of the ends by nature only if asked for, or if there is no other. */
export function onPaths(
  graph: KnowledgeGraph,
  { from, to, anywhere }: PathsQuestion,
): Omit<PathsAnswer, 'version'> {
  if (from === to || !graph.hasNode(from) || !graph.hasNode(to)) return { ids: [], left: 0 }
  const { entities } = graph.getAttribute('ontology')
  const through = Object.keys(entities).filter((type) => entities[type]?.transit === false)
  const narrow = anywhere ? [] : findPaths(graph, { from, to }).paths
  const paths = narrow.length > 0 ? narrow : findPaths(graph, { from, to, through }).paths
  const ids = new Set<string>()
  let brought = 0
  for (const path of paths) {
    const more = entitiesOn(path).filter((id) => !ids.has(id))
    if (brought > 0 && ids.size + more.length > mostOnPaths) break
    for (const id of more) ids.add(id)
    brought++
  }
  return { ids: [...ids].sort(compareText), left: paths.length - brought }
}

function entitiesOn({ hops }: Path): string[] {
  return hops.flatMap(({ from, to }) => [from, to])
}
