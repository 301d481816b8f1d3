import { ask } from '../serving/ask.ts'
import { openEventStream, type ToldStatus } from '../serving/event-stream.ts'

interface Keyed {
  readonly key: string
  readonly attributes: Readonly<Record<string, unknown>>
}

interface GraphJson {
  readonly attributes: Readonly<Record<string, unknown>>
  readonly nodes: readonly Keyed[]
  readonly edges: readonly Keyed[]
}

interface ChangeJson extends GraphJson {
  readonly to: string
  readonly dropped: { readonly nodes: readonly string[]; readonly edges: readonly string[] }
}

/** A page that stays: it loads the graph once and then applies what it is told to have changed, as the viewer does. */
export interface FollowingPage {
  readonly label: (node: string) => unknown
  /** Its graph, by key. */
  readonly content: () => GraphContent
  readonly changes: () => number
  readonly wholeGraphs: () => number
  /** Is called after each change that has been applied. */
  readonly onApplied: (applied: () => void) => void
  readonly close: () => void
}

export interface GraphContent {
  attributes: Readonly<Record<string, unknown>>
  readonly nodes: Map<string, Keyed>
  readonly edges: Map<string, Keyed>
}

export function contentOf({ attributes, nodes, edges }: GraphJson): GraphContent {
  return {
    attributes,
    nodes: new Map(nodes.map((node) => [node.key, node])),
    edges: new Map(edges.map((edge) => [edge.key, edge])),
  }
}

/** `onFailure` is told of every answer that no page expects. */
export async function openFollowingPage(
  port: number,
  onFailure: (what: string) => void,
): Promise<FollowingPage> {
  const first = await ask(port, '/graph.json')
  let version = tagOf(first.headers.etag)
  let content = contentOf(JSON.parse(String(first.body)))
  let counts = { changes: 0, wholeGraphs: 1 }
  let isBehind = false
  let isAsking = false
  let applied = () => {}

  const catchUp = async () => {
    while (isBehind) {
      isBehind = false
      const { status, headers, body } = await ask(port, `/changes/${version}.json`)
      if (status !== 200) throw new Error(`/changes/${version}.json answered ${status}`)
      const answer = JSON.parse(String(body))
      if ('to' in answer) {
        apply(content, answer)
        version = answer.to
        counts = { ...counts, changes: counts.changes + 1 }
      } else {
        content = contentOf(answer)
        version = tagOf(headers.etag)
        counts = { ...counts, wholeGraphs: counts.wholeGraphs + 1 }
      }
      applied()
    }
  }
  const follow = ({ graph }: ToldStatus) => {
    if (graph === version) return
    isBehind = true
    if (isAsking) return
    isAsking = true
    void catchUp()
      .catch((error: Error) => onFailure(`a page that follows: ${error.message}`))
      .finally(() => {
        isAsking = false
      })
  }
  const stream = openEventStream(port, follow, (why) => onFailure(`a page that follows: ${why}`))
  return {
    label: (node) => content.nodes.get(node)?.attributes.label,
    content: () => content,
    changes: () => counts.changes,
    wholeGraphs: () => counts.wholeGraphs,
    onApplied: (told) => {
      applied = told
    },
    close: stream.close,
  }
}

function apply(content: GraphContent, { attributes, dropped, nodes, edges }: ChangeJson): void {
  for (const key of dropped.edges) content.edges.delete(key)
  for (const key of dropped.nodes) content.nodes.delete(key)
  for (const node of nodes) content.nodes.set(node.key, node)
  for (const edge of edges) content.edges.set(edge.key, edge)
  content.attributes = { ...content.attributes, ...attributes }
}

function tagOf(etag: string | undefined): string {
  return /([0-9a-f]{16})/.exec(etag ?? '')?.[1] ?? ''
}
