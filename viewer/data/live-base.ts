import { computed, signal } from '@preact/signals'
import type { Status } from '../../src/server/status.ts'
import { applyChange } from './apply-change.ts'
import type { Base } from './base.ts'
import { type Answer, fetchState } from './fetch-state.ts'
import { type Connection, followStatus } from './follow-status.ts'
import { graphIn, type Shown } from './shown.ts'

/** The graph as the server has it, and what becomes of it whenever its files have changed. */
export function followBase(): Base {
  const shown = signal<Shown | null>(null)
  const status = signal<Status | null>(null)
  const connection = signal<Connection>('opening')
  const failure = signal<string | null>(null)
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
    loading = false
    const isTaken = take(answer)
    if (!isTaken || (wanted !== asked && wanted !== version)) await load()
  }
  /** False where the whole graph must be asked for. */
  const take = (answer: Answer): boolean => {
    failure.value = answer.kind === 'failure' ? answer.reason : null
    if (answer.kind === 'graph') {
      version = answer.version
      shown.value = { graph: answer.graph }
    }
    return answer.kind !== 'change' || takeChange(answer.change)
  }
  const takeChange = (change: Extract<Answer, { kind: 'change' }>['change']) => {
    const graph = shown.peek()?.graph
    if (graph === undefined || change.from !== version || !applyChange(graph, change)) {
      version = null
      return false
    }
    if (change.to !== version) shown.value = { graph }
    version = change.to
    return true
  }
  followStatus({
    onStatus: (next) => {
      status.value = next
      wanted = next.graph
      if (wanted !== version || failure.value !== null) void load()
    },
    onConnection: (next) => {
      connection.value = next
    },
  })
  const views = computed(() => status.value?.views ?? [])
  return {
    ...{ shown, graph: graphIn(shown), status, views, connection, failure },
    retry: () => void load(),
  }
}
