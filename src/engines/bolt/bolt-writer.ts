import { groupBy } from '../../model/group-by.ts'
import {
  type EdgeRecord,
  type EngineWriter,
  layoutVersion,
  type NodeRecord,
  type RecordKind,
  type StoredKey,
} from '../engine.ts'
import { type BoltNames, baseLabel, boltNames, relationshipType } from './bolt-names.ts'
import type { BoltSession, Row } from './bolt-session.ts'
import { pagesOf } from './pages-of.ts'

/** Every write is one transaction that can be run again: it merges by key. */
export function boltWriter(session: BoltSession, namespace: string): EngineWriter {
  const names = boltNames(namespace)
  const { label, fileLabel } = names
  const mark = `MERGE (b:${baseLabel} {name: $namespace})`
  return {
    batchSize: 2000,
    begin: async (signal) => {
      for (const statement of schemaOf(names)) await session.define(statement, signal)
      await session.define('CALL db.awaitIndexes(600)', signal)
      const query = `${mark} SET b.layout = $layout, b.unfinished = true`
      await session.write(query, { namespace, layout: session.whole(layoutVersion) }, signal)
    },
    stored: (kind, signal) => storedPages(session, names, kind, signal),
    putNodes: async (nodes, signal) => {
      const query = `UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n += row`
      await session.write(query, { rows: nodes.map(nodeRow) }, signal)
    },
    putEdges: async (edges, signal) => {
      for (const [relation, some] of groupBy(edges, ({ attributes }) => attributes.relation)) {
        const query = `UNWIND $rows AS row
          MATCH (a:${label} {id: row.source}) MATCH (b:${label} {id: row.target})
          MERGE (a)-[r:${relationshipType(relation)} {key: row.own.key}]->(b) SET r += row.own`
        await session.write(query, { rows: some.map(edgeRow) }, signal)
      }
    },
    putFiles: async (files, signal) => {
      const query = `UNWIND $rows AS row MERGE (f:${fileLabel} {path: row.path}) SET f += row`
      await session.write(query, { rows: files }, signal)
    },
    remove: async (kind, keys, signal) => {
      await session.write(removal(names, kind), removed(kind, keys), signal)
    },
    finish: async (facts, signal) => {
      const query = `${mark} SET b.layout = $layout, b.facts = $facts, b.version = $version, b.unfinished = false`
      const layout = session.whole(layoutVersion)
      const told = { facts: JSON.stringify(facts), version: facts.version }
      await session.write(query, { namespace, layout, ...told }, signal)
    },
  }
}

function schemaOf({ label, fileLabel, words, uniqueId, uniquePath }: BoltNames): string[] {
  const unique = (name: string, of: string, property: string) =>
    `CREATE CONSTRAINT \`${name}\` IF NOT EXISTS FOR (x:${of}) REQUIRE x.${property} IS UNIQUE`
  return [
    unique('dossier_base_name', baseLabel, 'name'),
    unique(uniqueId, label, 'id'),
    unique(uniquePath, fileLabel, 'path'),
    `CREATE FULLTEXT INDEX \`${words}\` IF NOT EXISTS FOR (x:${label}) ON EACH [x.words]
     OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace', \`fulltext.eventually_consistent\`: false}}`,
  ]
}

/** What is null leaves nothing of what was there; what others have added stays. */
function nodeRow({ id, hash, attributes, words }: NodeRecord) {
  const { label, type, when = null } = attributes
  const json = JSON.stringify(attributes)
  return { id, hash, name: label, type, when, words: words.join(' '), json }
}

function edgeRow({ key, hash, source, target, attributes, ...days }: EdgeRecord) {
  const { first = null, last = null } = days
  const { when = null, confidence = null } = attributes
  const json = JSON.stringify(attributes)
  return { source, target, own: { key, hash, first, last, when, confidence, json } }
}

async function* storedPages(
  session: BoltSession,
  { label, fileLabel }: BoltNames,
  kind: RecordKind,
  signal?: AbortSignal,
): AsyncGenerator<StoredKey[]> {
  const pair = ([key, hash]: Row) => ({ key: key as string, hash: hash as string })
  if (kind === 'nodes') yield* pagesOf(session, `(x:${label})`, 'x.id', ['x.hash'], pair, signal)
  else if (kind === 'files') {
    yield* pagesOf(session, `(x:${fileLabel})`, 'x.path', ['x.hash'], pair, signal)
  } else {
    const pages = pagesOf(
      session,
      `(x:${label})`,
      'x.id',
      ['collect([r.key, r.hash])'],
      ([, pairs]) => (pairs as Row[]).filter(([key]) => key !== null).map(pair),
      signal,
      `OPTIONAL MATCH (x)-[r]->(:${label}) WHERE r.key IS NOT NULL`,
    )
    for await (const page of pages) yield page.flat()
  }
}

function removal({ label, fileLabel }: BoltNames, kind: RecordKind): string {
  if (kind === 'nodes') return `MATCH (n:${label}) WHERE n.id IN $keys DETACH DELETE n`
  if (kind === 'files') return `MATCH (f:${fileLabel}) WHERE f.path IN $keys DELETE f`
  return `UNWIND $keys AS edge MATCH (:${label} {id: edge.source})-[r {key: edge.key}]->(:${label}) DELETE r`
}

/** An edge is found at its source, which its key begins with. */
function removed(kind: RecordKind, keys: readonly string[]) {
  if (kind !== 'edges') return { keys }
  return { keys: keys.map((key) => ({ key, source: key.split('--')[0] })) }
}
