import type { EngineWriter, RecordKind } from '../engine.ts'
import { inBatches } from '../in-batches.ts'
import type { GremlinBase } from './gremlin-base.ts'
import { putEdges, relationOf, removeEdges } from './gremlin-edges.ts'
import { type GremlinNames, property } from './gremlin-names.ts'
import type { GremlinSession } from './gremlin-session.ts'
import { putVertices, readVertices, removeVertices, type VertexRow } from './gremlin-vertices.ts'
import type { Vocabulary } from './gremlin-vocabulary.ts'
import { bySize, recordsOfRequest } from './rows-by-size.ts'
import { someAtATime } from './some-at-a-time.ts'

export function gremlinWriter(
  session: GremlinSession,
  names: GremlinNames,
  base: GremlinBase,
  vocabulary: Vocabulary,
): EngineWriter {
  const put = async (kind: 'nodes' | 'files', rows: readonly VertexRow[], signal?: AbortSignal) => {
    await someAtATime(bySize(rows), (some) => putVertices(session, names, kind, some, signal))
  }
  const real = async (keys: readonly string[], signal?: AbortSignal) => {
    const known = await base.known([...new Set(keys.map(relationOf))], signal)
    return keys.filter((key) => known.includes(relationOf(key)))
  }
  return {
    begin: base.begin,
    stored: (kind, signal) => storedKeys(session, names, kind, signal),
    putNodes: async (nodes, signal) => {
      await vocabulary.add(new Set(nodes.flatMap(({ words }) => words)), signal)
      const rows = nodes.map(({ id, attributes, hash, words }) => ({
        ...{ key: id, hash, words, data: JSON.stringify(attributes) },
      }))
      await put('nodes', rows, signal)
    },
    putEdges: async (edges, signal) => {
      await base.introduce([...new Set(edges.map(({ attributes }) => attributes.relation))], signal)
      const batches = inBatches(edges, recordsOfRequest)
      await someAtATime(batches, (some) => putEdges(session, names, some, signal))
    },
    putFiles: (files, signal) =>
      put(
        'files',
        files.map(({ path, text, hash }) => ({
          ...{ key: path, hash, words: [], data: JSON.stringify(text) },
        })),
        signal,
      ),
    remove: async (kind, keys, signal) => {
      for (const some of inBatches(keys, recordsOfRequest)) {
        if (kind === 'edges') await removeEdges(session, names, await real(some, signal), signal)
        else await removeVertices(session, names, kind, some, signal)
      }
    },
    finish: base.finish,
    batchSize: 4 * recordsOfRequest,
  }
}

/** Of two copies of an edge that say different things, neither is what is stored. */
async function* storedKeys(
  session: GremlinSession,
  names: GremlinNames,
  kind: RecordKind,
  signal?: AbortSignal,
) {
  for await (const rows of readVertices(session, names, kind, property.hash, signal)) {
    const hashes = new Map<string, string>()
    for (const { key, value } of rows) {
      hashes.set(key, (hashes.get(key) ?? value) === value ? value : '')
    }
    yield [...hashes].map(([key, hash]) => ({ key, hash }))
  }
}
