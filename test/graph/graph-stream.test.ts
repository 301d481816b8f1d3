import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, compileToStream } from '../../src/compile.ts'
import { readSources } from '../../src/documents/read-sources.ts'
import type { GraphStream } from '../../src/graph/graph-stream.ts'
import { file, sourcesOf, textsOf } from '../model/edited-bases.ts'

function told(graph: GraphStream) {
  const nodes = Array.from(graph.nodeEntries(), ({ node, attributes }) => ({ node, attributes }))
  const edges = Array.from(graph.edgeEntries(), ({ edge, source, target, attributes }) => {
    return { edge, source, target, attributes }
  })
  const again = nodes.map(({ node }) => graph.getNodeAttributes(node))
  const attributes = graph.getAttributes()
  return JSON.stringify([graph.getAttribute('name'), graph.order, attributes, nodes, edges, again])
}

test('piece by piece the graph is the same as a whole, in the same order', () => {
  let edges = 0
  fc.assert(
    fc.property(fc.array(file, { maxLength: 12 }), (files) => {
      const sources = sourcesOf(textsOf(files))
      const { graph } = compile(sources)
      expect(told(compileToStream(sources).graph)).toBe(told(graph))
      edges += graph.size
    }),
    { numRuns: 200 },
  )
  expect(edges).toBeGreaterThan(100)
})

test('what holds for the whole can be asked before, and is the same after a second pass', async () => {
  const sources = await readSources('graph-data')
  const { graph } = compile(sources)
  const stream = compileToStream(sources).graph
  expect(stream.getAttributes()).toEqual(graph.getAttributes())
  expect([stream.order, stream.size]).toEqual([graph.order, graph.size])
  expect(told(stream)).toBe(told(graph))
})
