import { compareText } from '../../text/compare-text.ts'
import { isEntityId } from '../../text/entity-id.ts'
import type {
  Engine,
  EngineExpansion,
  EnginePage,
  EngineReach,
  Scan,
  StoredEdge,
  StoredFile,
  StoredNode,
} from '../engine.ts'
import { inBatches } from '../in-batches.ts'
import { storedJson } from '../stored-json.ts'
import type { GremlinBase } from './gremlin-base.ts'
import { sourceOf, targetOf } from './gremlin-edges.ts'
import { edgeLabels, type GremlinNames, property } from './gremlin-names.ts'
import type { GremlinSession, Traversal } from './gremlin-session.ts'
import { type Row, readVertices, rowOf, told } from './gremlin-vertices.ts'
import { someAtATime } from './some-at-a-time.ts'

export type GremlinReader = Pick<
  Engine,
  'state' | 'version' | 'nodes' | 'expand' | 'between' | 'degrees' | 'scan'
>

export function gremlinReader(
  session: GremlinSession,
  names: GremlinNames,
  base: GremlinBase,
): GremlinReader {
  const known = async <Reach extends EngineReach>(reach: Reach, signal?: AbortSignal) => {
    const { relations } = reach
    return relations === undefined
      ? reach
      : { ...reach, relations: await base.known(relations, signal) }
  }
  const { g, ask } = session
  const at = (ids: readonly string[]) => g.V(...ids.map((id) => names.vertex('nodes', id)))
  return {
    state: base.state,
    version: base.version,
    nodes: async (ids, signal) => {
      const found = await eachBatch(ids, (some) =>
        ask<RowMap>(told(at(some).has(property.hash), property.data), signal),
      )
      return found.flat().map(rowOf).map(storedNode)
    },
    expand: async (ids, expansion, signal) => {
      signal?.throwIfAborted()
      const asked = await known(expansion, signal)
      if (asked.relations?.length === 0) return { edges: [] }
      const rows = await eachBatch(ids, (some) =>
        ask<RowMap>(page(session, at(some), asked), signal),
      )
      return joined(rows.flat().map(rowOf), expansion.limit)
    },
    ...tiesOf(session, names),
    scan: scanOf(session, names),
  }
}

function tiesOf(session: GremlinSession, names: GremlinNames): Pick<Engine, 'between' | 'degrees'> {
  const { g, ask } = session
  const vertex = (id: string) => names.vertex('nodes', id)
  const at = (ids: readonly string[]) => g.V(...ids.map(vertex))
  return {
    between: async (ids, signal) => {
      const ends = ids.map(vertex)
      const rows = await eachBatch(ids, (some) =>
        ask<RowMap>(told(among(session, at(some), ends), property.data), signal),
      )
      return joined(rows.flat().map(rowOf), Infinity).edges
    },
    degrees: async (ids, signal) => {
      const rows = await eachBatch(ids, (some) => ask<RowMap>(degreesAt(session, at(some)), signal))
      return new Map(rows.flat().map(degreeOf))
    },
  }
}

type RowMap = ReadonlyMap<string, unknown>

/** How many ids a request names. */
const idsOfRequest = 500

/** Names that are no ids are those of no vertex. */
function eachBatch<Answer>(
  ids: readonly string[],
  ask: (ids: readonly string[]) => Promise<Answer>,
): Promise<Answer[]> {
  return someAtATime(inBatches([...new Set(ids.filter(isEntityId))], idsOfRequest), ask)
}

function page(session: GremlinSession, from: Traversal, expansion: EngineExpansion): Traversal {
  const { P } = session.terms
  const { cursor, limit } = expansion
  const found = edges(session, from, expansion)
  const rest = cursor === undefined ? found : found.has(property.key, P.gt(cursor))
  // Two copies of one edge may be there for a moment, while a push that was killed comes to its end.
  const once = rest.dedup().by(property.key)
  return told(
    once
      .order()
      .by(property.key)
      .limit(limit + 1),
    property.data,
  )
}

/** The edges that lead from some vertices to others. */
function among({ terms }: GremlinSession, from: Traversal, to: readonly string[]): Traversal {
  const { P, statics } = terms
  const ends = statics.inV().hasId(P.within(...to))
  return from.outE().has(property.key).where(ends).dedup().by(property.key)
}

/** How many edges lead out of each vertex and into it. */
function degreesAt({ terms }: GremlinSession, from: Traversal): Traversal {
  const { statics } = terms
  const counted = (edges: Traversal) => edges.has(property.key).dedup().by(property.key).count()
  return from
    .has(property.hash)
    .project('key', 'out', 'in')
    .by(property.key)
    .by(counted(statics.outE()))
    .by(counted(statics.inE()))
}

function degreeOf(row: RowMap): readonly [id: string, degree: number] {
  return [row.get('key') as string, Number(row.get('out')) + Number(row.get('in'))]
}

function edges({ terms }: GremlinSession, from: Traversal, reach: EngineReach): Traversal {
  const { P, statics } = terms
  const labels = reach.relations?.flatMap(edgeLabels) ?? []
  const steps = { out: 'outE', in: 'inE', either: 'bothE' } as const
  const dossiers = from[steps[reach.direction]](...labels).has(property.key)
  const begun =
    reach.to === undefined
      ? dossiers
      : dossiers.or(statics.hasNot(property.first), statics.has(property.first, P.lte(reach.to)))
  return reach.from === undefined
    ? begun
    : begun.or(statics.hasNot(property.last), statics.has(property.last, P.gte(reach.from)))
}

function joined(rows: readonly Row[], limit: number): EnginePage {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const sorted = [...byKey.values()].sort((a, b) => compareText(a.key, b.key))
  const edges = sorted.slice(0, limit).map(storedEdge)
  const last = edges.at(-1)
  return { edges, ...(sorted.length > limit && last !== undefined && { next: last.key }) }
}

function storedNode({ key, value }: Row): StoredNode {
  return { id: key, attributes: storedJson(value) }
}

function storedEdge({ key, value }: Row): StoredEdge {
  return { key, source: sourceOf(key), target: targetOf(key), attributes: storedJson(value) }
}

function storedFile({ key, value }: Row): StoredFile {
  return { path: key, text: storedJson(value) }
}

function scanOf(session: GremlinSession, names: GremlinNames): Scan {
  const read = { nodes: storedNode, edges: storedEdge, files: storedFile }
  return async function* (kind: 'nodes' | 'edges' | 'files', signal?: AbortSignal) {
    for await (const rows of readVertices(session, names, kind, property.data, signal)) {
      const once = new Map(rows.map((row) => [row.key, row]))
      yield [...once.values()].map((row) => read[kind](row))
    }
  } as Scan
}
