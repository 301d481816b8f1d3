import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { GraphChange } from '../../src/server/graph-change.ts'
import { texts } from '../words/texts.ts'
import { parseVisible } from './parse-visible.ts'
import { readGraph, type Serialized } from './read-graph.ts'

export type Answer =
  | { readonly kind: 'graph'; readonly graph: KnowledgeGraph; readonly version: string | null }
  | { readonly kind: 'change'; readonly change: GraphChange }
  | { readonly kind: 'failure'; readonly reason: string }

/** The graph as the server has it, or what has changed since a version; it decides which of the two it sends. */
export async function fetchState(since: string | null): Promise<Answer> {
  try {
    const response = await fetch(since === null ? 'graph.json' : `changes/${since}.json`)
    if (!response.ok) return failure(texts.serverAnswered(response.status))
    const version = /[0-9a-f]{16}/.exec(response.headers.get('ETag') ?? '')?.[0] ?? null
    return readState(await response.text(), version)
  } catch {
    return failure(texts.serverSilent)
  }
}

/** The graph or the change that a text holds; a graph under the version that it was sent with. */
export function readState(text: string, version: string | null): Answer {
  try {
    const data = parseVisible(text) as GraphChange | Serialized
    if ('from' in data) return { kind: 'change', change: data }
    const answer = readGraph(data)
    return answer.ok ? { kind: 'graph', graph: answer.graph, version } : failure(answer.reason)
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error))
  }
}

export function failure(reason: string): Answer {
  return { kind: 'failure', reason }
}
