import type { Compared } from '../../bench/engines/killed.ts'
import type { Engine } from '../../src/engines/engine.ts'
import { inBatches } from '../../src/engines/in-batches.ts'
import { edgeRecord, fileRecord, nameWord, nodeRecord } from '../../src/engines/records.ts'
import type { WholeBase } from '../peers/synthetic-base.ts'

/**
 * Compares everything that an engine holds with a base, thing by thing: what each says, and how many ties it
 * has at both ends; and whether some of the entities are found by their names, and by those alone.
 */
export async function compareStored(engine: Engine, base: WholeBase): Promise<Compared> {
  const { graph, files } = base
  const degrees = await wrongDegrees(engine, base)
  const sought = graph.nodes().filter((_, at) => at % Math.ceil(graph.order / 300) === 0)
  const different = [
    ...differences('nodes', hashesOfNodes(base), await nodesOf(engine)),
    ...differences('edges', hashesOfEdges(base), await edgesOf(engine)),
    ...differences('files', hashesOfFiles(base), await filesOf(engine)),
    ...degrees,
    ...(await wrongNames(engine, base, sought)),
  ]
  for (const each of different.slice(0, 20)) process.stderr.write(`${each}\n`)
  return {
    ...{ nodes: graph.order, edges: graph.size, files: files.length, degrees: graph.order },
    ...{ sought: sought.length, different: different.length },
  }
}

/** The hash of every record of a base, by its kind and key. */
export function hashesOf(base: WholeBase): Map<string, string> {
  const all = { nodes: hashesOfNodes(base), edges: hashesOfEdges(base), files: hashesOfFiles(base) }
  return new Map(
    Object.entries(all).flatMap(([kind, records]) =>
      records.map(([key, hash]) => [`${kind} ${key}`, hash] as const),
    ),
  )
}

type Hashed = readonly [key: string, hash: string]

function hashesOfNodes({ graph }: WholeBase): Hashed[] {
  return graph.mapNodes((id, attributes) => [id, nodeRecord(id, attributes).hash])
}

function hashesOfEdges({ graph }: WholeBase): Hashed[] {
  return graph.mapEdges((key, attributes, source, target) => [
    key,
    edgeRecord(key, source, target, attributes).hash,
  ])
}

function hashesOfFiles({ files }: WholeBase): Hashed[] {
  return files.map(({ path, text }) => [path, fileRecord(path, text).hash])
}

/** Of what is there the hash is made anew: the one that is kept beside it is what the next push compares. */
async function nodesOf(engine: Engine): Promise<Hashed[]> {
  const found: Hashed[] = []
  for await (const page of engine.scan('nodes')) {
    for (const { id, attributes } of page) found.push([id, nodeRecord(id, attributes).hash])
  }
  return found
}

async function edgesOf(engine: Engine): Promise<Hashed[]> {
  const found: Hashed[] = []
  for await (const page of engine.scan('edges')) {
    for (const { key, source, target, attributes } of page) {
      found.push([key, edgeRecord(key, source, target, attributes).hash])
    }
  }
  return found
}

async function filesOf(engine: Engine): Promise<Hashed[]> {
  const found: Hashed[] = []
  for await (const page of engine.scan('files')) {
    for (const { path, text } of page) found.push([path, fileRecord(path, text).hash])
  }
  return found
}

/** What is not there, is another, is too much, or is there twice. */
function differences(
  what: string,
  expected: readonly Hashed[],
  found: readonly Hashed[],
): string[] {
  const missing = new Map(expected)
  const wrong: string[] = []
  for (const [key, hash] of found) {
    if (missing.get(key) !== hash) wrong.push(`${what}: ${key} is another or too much`)
    missing.delete(key)
  }
  return [...wrong, ...[...missing.keys()].map((key) => `${what}: ${key} is missing`)]
}

async function wrongDegrees(engine: Engine, { graph }: WholeBase): Promise<string[]> {
  const wrong: string[] = []
  for (const ids of inBatches(graph.nodes(), 2000)) {
    const degrees = await engine.degrees(ids)
    wrong.push(...ids.filter((id) => degrees.get(id) !== graph.degree(id)))
  }
  return wrong.map((id) => `degree of ${id}`)
}

async function wrongNames(
  engine: Engine,
  { graph }: WholeBase,
  sought: readonly string[],
): Promise<string[]> {
  const bearers = new Map<string, string[]>()
  graph.forEachNode((id, { label, aliases }) => {
    for (const word of new Set([label, ...aliases].map(nameWord))) {
      bearers.set(word, [...(bearers.get(word) ?? []), id])
    }
  })
  const wrong: string[] = []
  for (const id of sought) {
    const text = nameWord(graph.getNodeAttribute(id, 'label'))
    const found = await engine.search([{ text, prefix: false, edits: 0 }], 2000)
    const expected = bearers.get(text) ?? []
    if ([...found].sort().join() !== expected.sort().join()) wrong.push(`name of ${id}`)
  }
  return wrong
}
