import { isKebabName } from '../../text/entity-id.ts'
import type {
  BaseFacts,
  BaseState,
  Engine,
  EngineAddress,
  EngineExpansion,
  EngineReach,
  EngineServer,
  StoredEdge,
  StoredFile,
  StoredNode,
} from '../engine.ts'
import { storedJson } from '../stored-json.ts'
import { type BoltNames, baseLabel, boltNames, relationshipType } from './bolt-names.ts'
import { luceneQuery } from './bolt-search.ts'
import { type BoltSession, openBolt, type Row } from './bolt-session.ts'
import { boltWriter } from './bolt-writer.ts'
import { pagesOf } from './pages-of.ts'

/** A server that speaks openCypher over Bolt, and has the full-text indexes of Neo4j 5. */
export async function connectBolt(address: EngineAddress): Promise<EngineServer> {
  const session = await openBolt(address)
  return {
    bases: async (signal) => {
      const rows = await session.read(
        `MATCH (b:${baseLabel}) RETURN b.name ORDER BY b.name`,
        {},
        signal,
      )
      return rows.map(([name]) => name as string)
    },
    engine: (namespace) => {
      if (!isKebabName(namespace)) throw new Error(`${JSON.stringify(namespace)} is no namespace.`)
      return boltEngine(session, namespace)
    },
    close: session.close,
  }
}

function boltEngine(session: BoltSession, namespace: string): Engine {
  const names = boltNames(namespace)
  return {
    state: async (signal) => {
      const query = `MATCH (b:${baseLabel} {name: $namespace}) RETURN b.layout, b.unfinished, b.facts`
      const [row] = await session.read(query, { namespace }, signal)
      return row === undefined ? undefined : stateOf(row)
    },
    version: async (signal) => {
      const query = `MATCH (b:${baseLabel} {name: $namespace}) RETURN b.unfinished, b.version`
      return JSON.stringify(await session.read(query, { namespace }, signal))
    },
    nodes: async (ids, signal) => {
      if (ids.length === 0) return []
      const query = `MATCH (n:${names.label}) WHERE n.id IN $ids RETURN n.id, n.json`
      return (await session.read(query, { ids }, signal)).map(nodeOf)
    },
    expand: async (ids, expansion, signal) => {
      const { limit, cursor = '' } = expansion
      const query = `${matched(names, expansion)} AND r.key > $cursor
        WITH DISTINCT r ORDER BY r.key LIMIT $most
        RETURN r.key, startNode(r).id, endNode(r).id, r.json`
      const most = session.whole(limit + 1)
      const rows = await session.read(query, { ids, cursor, most, ...timeOf(expansion) }, signal)
      const edges = rows.slice(0, limit).map(edgeOf)
      const next = edges.at(-1)?.key
      return { edges, ...(rows.length > limit && next !== undefined && { next }) }
    },
    ...tiesOf(session, names),
    search: async (words, limit, signal) => {
      const text = luceneQuery(words)
      if (text === undefined) return []
      const query = `CALL db.index.fulltext.queryNodes('${names.words}', $text, {limit: $limit}) YIELD node RETURN node.id`
      const rows = await session.read(query, { text, limit: session.whole(limit) }, signal)
      return rows.map(([id]) => id as string)
    },
    scan: scanOf(session, names),
    writer: boltWriter(session, namespace),
  }
}

function tiesOf(session: BoltSession, names: BoltNames): Pick<Engine, 'between' | 'degrees'> {
  return {
    between: async (ids, signal) => {
      const query = `MATCH (n:${names.label})-[r]->(m:${names.label})
        WHERE n.id IN $ids AND m.id IN $ids AND r.key IS NOT NULL
        RETURN r.key, n.id, m.id, r.json ORDER BY r.key`
      return (await session.read(query, { ids }, signal)).map(edgeOf)
    },
    degrees: async (ids, signal) => {
      const rows = await session.read(degreeQuery(names), { ids }, signal)
      return new Map(rows.map(([id, degree]) => [id as string, degree as number]))
    },
  }
}

function stateOf([layout, unfinished, facts]: Row): BaseState {
  return {
    layout: layout as number,
    unfinished: unfinished as boolean,
    ...(typeof facts === 'string' && { facts: storedJson<BaseFacts>(facts) }),
  }
}

/** What else is tied to the nodes has no key, or leads out of the base. */
function matched({ label }: BoltNames, reach: EngineReach): string {
  const { relations, direction, from, to } = reach
  const type = relations === undefined ? '' : `:${relations.map(relationshipType).join('|')}`
  const ahead = direction === 'out' ? '->' : '-'
  const back = direction === 'in' ? '<-' : '-'
  // No relationship has a type of no name, and a list of types cannot be empty.
  const tie = relations?.length === 0 ? '[r:`-`]' : `[r${type}]`
  return `MATCH (n:${label})${back}${tie}${ahead}(:${label})
    WHERE n.id IN $ids AND r.key IS NOT NULL${
      from === undefined ? '' : ' AND (r.last IS NULL OR r.last >= $from)'
    }${to === undefined ? '' : ' AND (r.first IS NULL OR r.first <= $to)'}`
}

function degreeQuery({ label }: BoltNames): string {
  const own = `(:${label}) WHERE r.key IS NOT NULL`
  return `MATCH (n:${label}) WHERE n.id IN $ids
    RETURN n.id, COUNT { (n)-[r]->${own} } + COUNT { (n)<-[r]-${own} }`
}

function timeOf({ from, to }: EngineReach | EngineExpansion) {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

function scanOf(session: BoltSession, { label, fileLabel }: BoltNames): Engine['scan'] {
  const scan = (kind: 'nodes' | 'edges' | 'files', signal?: AbortSignal) => {
    if (kind === 'nodes')
      return pagesOf(session, `(x:${label})`, 'x.id', ['x.json'], nodeOf, signal)
    if (kind === 'files') {
      return pagesOf(session, `(x:${fileLabel})`, 'x.path', ['x.text'], fileOf, signal)
    }
    return edgePages(session, label, signal)
  }
  return scan as Engine['scan']
}

async function* edgePages(session: BoltSession, label: string, signal?: AbortSignal) {
  const query = `OPTIONAL MATCH (x)-[r]->(y:${label}) WHERE r.key IS NOT NULL`
  const collected = `collect(CASE WHEN r IS NULL THEN NULL ELSE [r.key, x.id, y.id, r.json] END)`
  const pages = pagesOf(
    session,
    `(x:${label})`,
    'x.id',
    [collected],
    ([, edges]) => (edges as Row[]).map(edgeOf),
    signal,
    query,
  )
  for await (const page of pages) yield page.flat()
}

function nodeOf([id, json]: Row): StoredNode {
  return { id: id as string, attributes: storedJson(json) }
}

function edgeOf([key, source, target, json]: Row): StoredEdge {
  return {
    key: key as string,
    source: source as string,
    target: target as string,
    attributes: storedJson(json),
  }
}

function fileOf([path, text]: Row): StoredFile {
  return { path: path as string, text: text as string }
}
