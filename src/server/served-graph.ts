import { formats } from '../exports/formats.ts'
import { inChunks } from '../exports/in-chunks.ts'
import { jsonOfLines } from '../exports/json-lines.ts'
import type { GraphPart, GraphParts } from '../graph/graph-part.ts'
import { nodeLook } from '../graph/node-look.ts'
import { type Asset, namedAsset, plainAsset } from './asset.ts'
import { changeText } from './change-text.ts'
import { changedParts, nodeDegrees } from './changed-parts.ts'
import { openHistory, type Touched } from './graph-history.ts'
import { type PartLines, partLines, touchedEdges } from './graph-lines.ts'
import { type AttributeTexts, attributeTexts, graphVersion } from './graph-version.ts'
import type { KeptPlaces } from './kept-places.ts'
import { nodePlaces } from './node-places.ts'
import { partText } from './part-text.ts'

/** A graph as pages get it. From one state to the next its nodes stay where they are. */
export interface ServedGraph {
  readonly show: (graph: GraphParts) => void
  /** Names the bytes: the same ones have the same version. */
  readonly version: () => string
  readonly whole: () => Asset
  /** A `GraphChange`; nothing where the version is not known, or most has changed since. */
  readonly since: (version: string) => Asset | undefined
  readonly parts: () => GraphParts
  /** How many edges begin or end at a node. */
  readonly degreeOf: (id: string) => number
  /** The JSON of a `PartAnswer`: these nodes, and the edges between them. */
  readonly partText: (ids: readonly string[]) => string
  /** So many have come since the layout was made that it is worth another one. */
  readonly isCrowded: () => boolean
  /** Places everything anew, which takes a second in a large graph. */
  readonly layOut: () => void
  readonly places: () => KeptPlaces
}

/** With places from another time, nodes begin where they stood then. */
export function openServedGraph(first: GraphParts, before?: KeptPlaces): ServedGraph {
  const history = openHistory()
  const places = nodePlaces(before)
  const degrees = nodeDegrees()
  const lines = new Map<string, PartLines>()
  let graph: GraphParts = { ...first, parts: new Map() }
  let attributes: AttributeTexts = new Map()
  /** What a state has changed that could not be shown to its end: it is written with the next one. */
  const unwritten = new Set<string>()
  let version = ''
  let asset: Asset | undefined

  /** Writes the lines of these parts again, and tells which are others now. */
  const write = (ids: Iterable<string>): Touched => {
    const types = graph.attributes.ontology.entities
    const touched = { nodes: new Set<string>(), edges: new Set<string>() }
    for (const id of ids) {
      const part = graph.parts.get(id)
      const look = part && nodeLook(part.node.type, places.of(id), degrees.of(id), types)
      const before = lines.get(id)
      const now = part && look && partLines(id, part, look, before)
      if (now) lines.set(id, now)
      else lines.delete(id)
      if (before?.node !== now?.node) touched.nodes.add(id)
      for (const key of touchedEdges(before, now)) touched.edges.add(key)
    }
    const last = attributes
    attributes = attributeTexts(graph.attributes, last)
    const keys = [...attributes.keys()]
    const differs = keys.filter((key) => attributes.get(key)?.text !== last.get(key)?.text)
    return { ...touched, attributes: new Set(differs) }
  }
  const publish = (touched: Touched | undefined) => {
    const from = version
    version = graphVersion(attributes, graph.parts.keys(), lines)
    if (version === from) return
    asset = undefined
    if (touched) history.add(from, touched)
    else history.clear()
  }
  const show = (now: GraphParts) => {
    const wasTorn = unwritten.size > 0
    const changed = changedParts(graph.parts, now.parts)
    for (const { id } of changed) unwritten.add(id)
    for (const id of degrees.update(changed)) unwritten.add(id)
    graph = now
    const areAllMoved = places.welcome(now, partsOf(unwritten, now))
    const touched = write(areAllMoved ? new Set([...unwritten, ...now.parts.keys()]) : unwritten)
    unwritten.clear()
    publish(areAllMoved || wasTorn ? undefined : touched)
  }
  const layOut = () => {
    places.layOut(graph)
    write(graph.parts.keys())
    publish(undefined)
  }
  const whole = () => {
    asset ??= namedAsset(formats.json.mediaType, version, bytesOf(graph, lines))
    return asset
  }
  const since = (from: string) => {
    const touched = from === version ? nothing : history.since(from)
    if (touched === undefined || isMost(touched, graph)) return undefined
    const text = changeText(from, touched, { version, attributes, lines })
    return plainAsset(formats.json.mediaType, Buffer.from(text))
  }
  show(first)
  return {
    show,
    version: () => version,
    whole,
    since,
    parts: () => graph,
    degreeOf: degrees.of,
    partText: (ids) => partText(ids, { version, graph, lines, degreeOf: degrees.of }),
    isCrowded: places.isCrowded,
    layOut,
    places: () => places.kept(graph),
  }
}

function partsOf(ids: Iterable<string>, { parts }: GraphParts): ReadonlyMap<string, GraphPart> {
  const found = new Map<string, GraphPart>()
  for (const id of ids) {
    const part = parts.get(id)
    if (part) found.set(id, part)
  }
  return found
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
