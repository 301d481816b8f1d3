import { computed, signal } from '@preact/signals'
import type { Status } from '../../src/server/status.ts'
import { texts } from '../words/texts.ts'
import type { Base } from './base.ts'
import { type Answer, fetchState } from './fetch-state.ts'
import { type Connection, followStatus } from './follow-status.ts'
import type { FollowedBeyond } from './open-beyond.ts'
import { graphIn, type Shown } from './shown.ts'

/** The graph as the server has it, and what becomes of it whenever its files have changed. */
export function followBase(): Base {
  const shown = signal<Shown | null>(null)
  const status = signal<Status | null>(null)
  const connection = signal<Connection>('opening')
  const failure = signal<string | null>(null)
  const beyond = signal<FollowedBeyond | null>(null)
  let wanted: string | null = null
  /** Of the graph that is shown. */
  let version: string | null = null
  let loading = false

  /** One at a time; a version that is wanted meanwhile is loaded after. */
  const load = async () => {
    if (loading) return
    loading = true
    const asked = wanted
    const answer = await fetchState(version)
    const isTaken = await take(answer).catch(notLoaded)
    loading = false
    if (!isTaken || (wanted !== asked && wanted !== version)) await load()
  }
  const notLoaded = () => {
    failure.value = texts.somePartLost
    return true
  }
  /** False where the whole graph must be asked for. */
  const take = async (answer: Answer): Promise<boolean> => {
    failure.value = answer.kind === 'failure' ? answer.reason : null
    if (answer.kind === 'graph') {
      version = answer.version
      shown.value = { graph: answer.graph, version }
    }
    return answer.kind !== 'change' || takeChange(answer.change)
  }
  const takeChange = async (change: Extract<Answer, { kind: 'change' }>['change']) => {
    const { applyChange } = await import('./apply-change.ts')
    const graph = shown.peek()?.graph
    if (graph === undefined || change.from !== version || !applyChange(graph, change)) {
      version = null
      return false
    }
    if (change.to !== version) shown.value = { graph, version: change.to, change }
    version = change.to
    return true
  }
  const followPart = async (now: string) => {
    try {
      const { openBeyond } = await import('./open-beyond.ts')
      version = null
      beyond.value ??= openBeyond(shown, failure)
      beyond.value.refresh(now)
    } catch {
      notLoaded()
    }
  }
  const retry = () => {
    const part = status.peek()
    void (part?.inParts ? followPart(part.graph) : load())
  }
  followStatus({
    onStatus: (next) => {
      status.value = next
      wanted = next.graph
      if (next.inParts) void followPart(next.graph)
      else {
        beyond.value = null
        if (wanted !== version || failure.value !== null) void load()
      }
    },
    onConnection: (next) => {
      connection.value = next
    },
  })
  const views = computed(() => status.value?.views ?? [])
  return { shown, graph: graphIn(shown), beyond, status, views, connection, failure, retry }
}
