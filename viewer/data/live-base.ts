import { type ReadonlySignal, signal } from '@preact/signals'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { Status } from '../../src/server/status.ts'
import { type Connection, followStatus } from './follow-status.ts'
import { readGraph } from './read-graph.ts'

export interface LiveBase {
  readonly graph: ReadonlySignal<KnowledgeGraph | null>
  readonly status: ReadonlySignal<Status | null>
  readonly connection: ReadonlySignal<Connection>
  /** Why there is no graph, or no newer one. */
  readonly failure: ReadonlySignal<string | null>
  /** Asks again after a failure. */
  readonly retry: () => void
}

/** The graph as the server has it, and again whenever its files have changed. */
export function followBase(): LiveBase {
  const graph = signal<KnowledgeGraph | null>(null)
  const status = signal<Status | null>(null)
  const connection = signal<Connection>('opening')
  const failure = signal<string | null>(null)
  let wanted: string | null = null
  let loading = false

  /** One at a time; a hash that changes meanwhile is loaded after. */
  const load = async () => {
    if (loading) return
    loading = true
    const hash = wanted
    const answer = await fetchGraph()
    loading = false
    if (answer.ok) graph.value = answer.graph
    failure.value = answer.ok ? null : answer.reason
    if (wanted !== hash) await load()
  }
  followStatus({
    onStatus: (next) => {
      status.value = next
      if (next.graph === wanted && failure.value === null) return
      wanted = next.graph
      void load()
    },
    onConnection: (next) => {
      connection.value = next
      if (next === 'still' && graph.value === null) void load()
    },
  })
  return { graph, status, connection, failure, retry: () => void load() }
}

async function fetchGraph(): Promise<ReturnType<typeof readGraph>> {
  try {
    const response = await fetch('graph.json')
    if (!response.ok) return { ok: false, reason: `The server answered ${response.status}.` }
    return readGraph(await response.text())
  } catch {
    return { ok: false, reason: 'The server does not answer.' }
  }
}
