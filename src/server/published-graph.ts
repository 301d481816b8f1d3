import { formats } from '../exports/formats.ts'
import { inChunks } from '../exports/in-chunks.ts'
import { jsonOfLines } from '../exports/json-lines.ts'
import type { GraphParts } from '../graph/graph-part.ts'
import { type Asset, namedAsset, plainAsset } from './asset.ts'
import { changeText } from './change-text.ts'
import { openHistory, type Touched } from './graph-history.ts'
import type { PartLines } from './graph-lines.ts'
import { graphVersion } from './graph-version.ts'
import type { WrittenParts } from './written-parts.ts'

/** The states of a written graph, by version: the newest one whole, and what has become of earlier ones. */
export interface PublishedGraph {
  /** `touched` is all that has been written since the last time; nothing where that is not known, or everything. */
  readonly publish: (graph: GraphParts, touched: Touched | undefined) => void
  /** Names the bytes: the same ones have the same version. */
  readonly version: () => string
  readonly whole: () => Asset
  /** A `GraphChange`; nothing where the version is not known, or most has changed since. */
  readonly since: (version: string) => Asset | undefined
}

export function openPublishedGraph(
  first: GraphParts,
  { lines, attributes }: Omit<WrittenParts, 'write'>,
): PublishedGraph {
  const history = openHistory()
  let graph = first
  let version = ''
  let asset: Asset | undefined

  const publish: PublishedGraph['publish'] = (now, touched) => {
    const from = version
    graph = now
    version = graphVersion(attributes(), graph.parts.keys(), lines)
    if (version === from) return
    asset = undefined
    if (touched) history.add(from, touched)
    else history.clear()
  }
  const whole = () => {
    asset ??= namedAsset(formats.json.mediaType, version, bytesOf(graph, lines))
    return asset
  }
  const since = (from: string) => {
    const touched = from === version ? nothing : history.since(from)
    if (touched === undefined || isMost(touched, graph)) return undefined
    const text = changeText(from, touched, { version, attributes: attributes(), lines })
    return plainAsset(formats.json.mediaType, Buffer.from(text))
  }
  return { publish, version: () => version, whole, since }
}

const nothing: Touched = { nodes: new Set(), edges: new Set(), attributes: new Set() }

/** A change of so much is no trouble, even in a small graph. */
const little = 1000

function isMost({ nodes, edges }: Touched, { parts, attributes }: GraphParts): boolean {
  const touched = nodes.size + edges.size
  return touched > little && touched * 2 > parts.size + attributes.counts.relations
}

function bytesOf(graph: GraphParts, lines: ReadonlyMap<string, PartLines>): Buffer {
  const inOrder = [...graph.parts.keys()].flatMap((id) => lines.get(id) ?? [])
  const nodes = inOrder.map(({ node }) => node)
  const edges = inOrder.flatMap((part) => part.edges)
  const shape = { type: 'directed', multi: true, allowSelfLoops: true } as const
  const text = jsonOfLines(shape, graph.attributes, nodes, edges)
  return Buffer.concat([...inChunks(text)].map((chunk) => Buffer.from(chunk)))
}
