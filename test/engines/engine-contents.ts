import type { SourceFile } from '../../src/documents/document.ts'
import type { Engine } from '../../src/engines/engine.ts'
import { edgeRecord, fileRecord, nodeRecord } from '../../src/engines/records.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'

/** All that an engine has, with the hashes. */
export async function contents(engine: Engine) {
  const [nodes, edges, files] = [
    await all(engine.scan('nodes')),
    await all(engine.scan('edges')),
    await all(engine.scan('files')),
  ]
  const hashes = []
  for (const kind of ['nodes', 'edges', 'files'] as const) {
    hashes.push(byKey(await all(engine.writer.stored(kind)), ({ key }) => key))
  }
  return {
    nodes: byKey(nodes, ({ id }) => id).map(({ id, attributes }) => ({ id, attributes })),
    edges: byKey(edges, ({ key }) => key).map(({ key, source, target, attributes }) => ({
      ...{ key, source, target, attributes },
    })),
    files: byKey(files, ({ path }) => path).map(({ path, text }) => ({ path, text })),
    hashes,
  }
}

export function expectedContents(graph: KnowledgeGraph, files: readonly SourceFile[]) {
  const nodes = byKey(graph.mapNodes(nodeRecord), ({ id }) => id)
  const edges = byKey(
    graph.mapEdges((key, attributes, source, target) =>
      edgeRecord(key, source, target, attributes),
    ),
    ({ key }) => key,
  )
  const records = byKey(
    files.map(({ path, text }) => fileRecord(path, text)),
    ({ path }) => path,
  )
  return {
    nodes: nodes.map(({ id, attributes }) => ({ id, attributes })),
    edges: edges.map(({ key, source, target, attributes }) => ({
      key,
      source,
      target,
      attributes,
    })),
    files: records.map(({ path, text }) => ({ path, text })),
    hashes: [
      nodes.map(({ id, hash }) => ({ key: id, hash })),
      edges.map(({ key, hash }) => ({ key, hash })),
      records.map(({ path, hash }) => ({ key: path, hash })),
    ],
  }
}

async function all<Item>(pages: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const items: Item[] = []
  for await (const page of pages) items.push(...page)
  return items
}

export function byKey<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
