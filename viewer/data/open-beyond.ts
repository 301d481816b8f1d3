import { type Signal, signal } from '@preact/signals'
import type { Search } from '../../src/queries/search-entities.ts'
import type {
  GraphAnswers,
  GraphOverview,
  GraphQuestion,
  GroupsInBrief,
  PartAnswer,
  PathsQuestion,
} from '../../src/server/graph-question.ts'
import { ask } from './ask.ts'
import { type Beyond, mostAtOnce } from './beyond.ts'
import { readGraph } from './read-graph.ts'
import type { Shown } from './shown.ts'

export interface FollowedBeyond extends Beyond {
  /** The graph has another version: what is here is fetched again. */
  readonly refresh: (version: string) => void
}

/** Keeps a part of the graph in `shown`. Nothing is fetched before somebody asks for a part. */
export function openBeyond(
  shown: Signal<Shown | null>,
  failure: Signal<string | null>,
): FollowedBeyond {
  const overview = signal<GraphOverview | null>(null)
  const groups = signal<GroupsInBrief | null>(null)
  const busy = signal(false)
  let underWay = 0
  let degrees: ReadonlyMap<string, number> = new Map()
  let unknown: readonly string[] = []
  let wanted: readonly string[] | null = null
  let latest = ''
  let loading: Promise<void> | null = null

  const waiting = async <T>(answer: Promise<T>): Promise<T> => {
    underWay++
    busy.value = true
    try {
      return await answer
    } finally {
      underWay--
      busy.value = underWay > 0
    }
  }
  const take = (part: PartAnswer, { attributes }: GraphOverview) => {
    const read = readGraph({
      attributes,
      options: { type: 'directed', multi: true, allowSelfLoops: true },
      nodes: [...part.nodes],
      edges: [...part.edges],
    })
    if (!read.ok) throw new Error(read.reason)
    degrees = new Map(part.nodes.map(({ key }, at) => [key, part.degrees[at] ?? 0]))
    unknown = part.unknown
    shown.value = { graph: read.graph }
  }
  /** Of another version, what is kept of the last one is stale. */
  const moveTo = (version: string) => {
    if (version === latest) return
    latest = version
    groups.value = null
    lastPaths.moveTo(version)
  }
  /** Where the graph has changed between the two answers, both are asked for again. */
  const fetchPart = async (asked: readonly string[]): Promise<void> => {
    const known = overview.peek()
    const all = known?.version === latest ? known : await ask({ kind: 'overview' })
    const ids = asked.length > 0 ? asked : all.first
    const part = await ask({ kind: 'part', ids })
    moveTo(part.version)
    if (part.version !== all.version) return fetchPart(asked)
    overview.value = all
    take(part, all)
  }
  /** What is wanted meanwhile is fetched after. */
  const load = async () => {
    let last: readonly string[] | null = null
    while (wanted !== null && wanted !== last) {
      last = wanted
      await fetchPart(last)
    }
  }
  const loadSoon = (): Promise<void> => {
    loading ??= load().finally(() => {
      loading = null
    })
    return waiting(loading)
  }
  const lastPaths = lastAnswer<PathsQuestion>()
  const show = async (ids: readonly string[]) => {
    const isThere = String(wanted) === String(ids) && failure.peek() === null
    if (isThere && loading === null && overview.peek()?.version === latest) return
    wanted = [...ids]
    try {
      await loadSoon()
      failure.value = null
    } catch (error) {
      failure.value = error instanceof Error ? error.message : String(error)
    }
  }
  return {
    overview,
    groups,
    askGroups: () => {
      if (groups.peek()?.version === latest) return
      void ask({ kind: 'groups' }).then((answer) => {
        groups.value = answer
      }, ignore)
    },
    show,
    degreeOf: (id) => degrees.get(id) ?? 0,
    unknown: () => unknown,
    around: (id, hops, here) => waiting(ask({ kind: 'around', id, hops, most: mostAtOnce, here })),
    paths: (from, to, anywhere) => waiting(lastPaths.ask({ kind: 'paths', from, to, anywhere })),
    ...searching(),
    busy,
    refresh: (version) => {
      if (version === latest || wanted === null) return
      moveTo(version)
      void show([...wanted])
    },
  }
}

/** Asks, and answers once more what was asked last: a view that has a path names it with whatever else comes. */
function lastAnswer<Question extends GraphQuestion>() {
  type Answer = GraphAnswers[Question['kind']]
  let last:
    | { readonly asked: string; readonly answer: Promise<Answer>; version?: string }
    | undefined
  return {
    /** An answer of another version is not given again. */
    moveTo: (version: string) => {
      if (last?.version !== undefined && last.version !== version) last = undefined
    },
    ask: (question: Question): Promise<Answer> => {
      const asked = JSON.stringify(question)
      if (last?.asked === asked) return last.answer
      const asking: NonNullable<typeof last> = { asked, answer: ask(question) }
      last = asking
      const note = ({ version }: Answer) => {
        asking.version = version
      }
      // What failed is asked for again.
      asking.answer.then(note, () => {
        if (last === asking) last = undefined
      })
      return asking.answer
    },
  }
}

/** So many answers are asked for: more than the list of answers shows. */
const mostFound = 20

/** Who types on within this time, in milliseconds, does not wait for an answer yet. */
const pause = 120

/** Each text leaves the search before it: what begins with a single letter takes long to find, and is stale when it comes. */
function searching(): Pick<Beyond, 'found' | 'foundSome' | 'search' | 'searchFailure'> {
  const found = signal<Search | null>(null)
  const foundSome = signal(false)
  const searchFailure = signal<string | null>(null)
  let asked = ''
  let leaving = new AbortController()
  let timer = 0
  const look = async () => {
    const { signal: left } = leaving
    const question = { kind: 'find', text: asked.slice(0, 200), most: mostFound } as const
    try {
      const answer = await ask(question, left)
      if (left.aborted) return
      foundSome.value = answer.truncated
      found.value = (_, limit) => answer.found.slice(0, limit)
    } catch (error) {
      if (!left.aborted)
        searchFailure.value = error instanceof Error ? error.message : String(error)
    }
  }
  const search = (text: string) => {
    if (text === asked && searchFailure.peek() === null) return
    asked = text
    found.value = null
    searchFailure.value = null
    leaving.abort()
    leaving = new AbortController()
    clearTimeout(timer)
    if (text !== '') timer = window.setTimeout(() => void look(), pause)
  }
  return { found, foundSome, search, searchFailure }
}

/** What fails here is asked for again by the next step, and the page tells of a lost connection. */
function ignore(): void {}
