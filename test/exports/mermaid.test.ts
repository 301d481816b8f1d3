import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dot } from '../../src/exports/dot/dot.ts'
import { mermaid } from '../../src/exports/mermaid/mermaid.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { anyText } from './any-text.ts'
import { awkwardGraph } from './awkward-graph.ts'

// What Mermaid itself makes of it is asked in test/peers/mermaid.test.ts.

test('the file reads well in a diff', async () => {
  await expect(written(awkwardGraph())).toMatchFileSnapshot('golden/awkward.mmd')
})

test('what does not fit is left out, is said in the chart, and is counted', () => {
  const graph = crowd(300, 900)
  const text = written(graph)
  const [nodes, edges] = [/^ {2}n\d+\(/gm, /^ {2}n\d+ --/gm].map(
    (pattern) => text.match(pattern)?.length ?? 0,
  )
  expect(text.length).toBeLessThan(50_000)
  expect(edges).toBeLessThanOrEqual(500)
  expect(edges).toBeGreaterThan(300)
  const missing = [300 - (nodes ?? 0), 900 - (edges ?? 0)]
  expect(text).toContain(`"… and ${missing[0]} more entities, ${missing[1]} more relations"`)
  const counts = mermaid.losses(graph).map(({ kind, count }) => [kind, count])
  expect(Object.fromEntries(counts)).toMatchObject({
    'entities-over-limit': missing[0],
    'relations-over-limit': missing[1],
  })
})

test('what the chart does not show is counted, dates as in the other diagrams', () => {
  const graph = awkwardGraph()
  const dates = [...graph.mapNodes((_, { when }) => when), ...graph.mapEdges((_, { when }) => when)]
  const counts = mermaid.losses(graph).map(({ kind, count }) => [kind, count])
  expect(counts.shift()).toEqual(['name-left-out', 1])
  expect(counts).toEqual(dot.losses(graph).map(({ kind, count }) => [kind, count]))
  expect(Object.fromEntries(counts)).toMatchObject({
    'dates-left-out': dates.filter((when) => when !== undefined).length,
  })
})

test('many entities without relations do not make the text too long', () => {
  const text = written(crowd(5000, 0))
  expect(text.length).toBeLessThan(50_000)
  expect(text).toMatch(/"… and \d+ more entities, 0 more relations"/)
})

test('those that stay are the ones with most relations', () => {
  const graph = crowd(300, 900)
  const kept = new Set([...written(graph).matchAll(/^ {2}n(\d+)\(/gm)].map(([, n]) => Number(n)))
  const degrees = graph.nodes().map((node, index) => [graph.degree(node), kept.has(index + 1)])
  const least = Math.min(...degrees.flatMap(([degree, isKept]) => (isKept ? [Number(degree)] : [])))
  for (const [degree, isKept] of degrees) if (!isKept) expect(degree).toBeLessThanOrEqual(least)
})

test('any label is one piece between quotation marks, and no line of its own', () => {
  const graph = awkwardGraph()
  const lines = written(graph).split('\n').length
  fc.assert(
    fc.property(anyText, (text) => {
      graph.setNodeAttribute('ada', 'label', text)
      graph.setEdgeAttribute('ada--knows--bob', 'label', text)
      const file = written(graph).split('\n')
      expect(file).toHaveLength(lines)
      expect(file[1]).toMatch(/^ {2}n1\("(?:[\p{L}\p{M}\p{N} ,.:–]|#\d+;)+"\):::c0$/u)
    }),
    { numRuns: 1000 },
  )
})

function crowd(order: number, size: number): KnowledgeGraph {
  const graph = awkwardGraph()
  const edge = graph.getEdgeAttributes('ada--leads--imu')
  const node = graph.getNodeAttributes('unknown')
  graph.clear()
  graph.replaceAttributes(awkwardGraph().getAttributes())
  for (let number = 0; number < order; number++) graph.addNode(`n${number}`, node)
  for (let number = 0; number < size; number++) {
    const [from, to] = [(number * number) % order, (number * 7) % order]
    graph.addEdgeWithKey(`e${number}`, `n${from}`, `n${to}`, edge)
  }
  return graph
}

function written(graph: KnowledgeGraph): string {
  return [...mermaid.write(graph)].join('')
}
