import { MultiDirectedGraph } from 'graphology'
import { expect, test } from 'vitest'
import { json } from '../../src/exports/json.ts'
import { awkwardGraph } from './awkward-graph.ts'

test('the file reads well in a diff', async () => {
  await expect(textOf()).toMatchFileSnapshot('golden/awkward.json')
})

test('graphology reads back exactly what it would have exported itself', () => {
  const graph = awkwardGraph()
  const read = MultiDirectedGraph.from(JSON.parse(textOf()))
  expect(read.export()).toEqual(graph.export())
  expect(JSON.parse(textOf())).toEqual(graph.export())
})

test('a graph without nodes is a file too', () => {
  const graph = awkwardGraph()
  graph.clearEdges()
  for (const node of graph.nodes()) graph.dropNode(node)
  const text = [...json.write(graph)].join('')
  expect(MultiDirectedGraph.from(JSON.parse(text)).order).toBe(0)
})

test('every node and edge has a line of its own and the last line ends', () => {
  const { order, size } = awkwardGraph()
  const lines = textOf().split('\n')
  expect(lines.filter((line) => line.startsWith('{"key":'))).toHaveLength(order + size)
  expect(lines.at(-1)).toBe('')
})

function textOf(): string {
  return [...json.write(awkwardGraph())].join('')
}
