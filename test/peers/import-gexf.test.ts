import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { compiled } from '../graph/sources-of.ts'
import { importText } from '../imports/import-text.ts'
import { type GephiGraph, readWithGephi, resaveWithGephi, writeWithNetworkx } from './readers.ts'

/** What an import of a file is: the keys of the file stand in the citations and in the manifest's ids. */
async function imported(file: string): Promise<KnowledgeGraph> {
  const { files } = await importText('gexf', readFileSync(file, 'utf8'))
  const { graph, diagnostics } = compiled(files)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return graph
}

describe.each(['1.2draft', '1.1draft'])('networkx writes GEXF %s', (version) => {
  test.each(['undirected', 'multi', 'tree'])('%s', async (name) => {
    const file = `.peers/networkx-${name}-${version}.gexf`
    const written = writeWithNetworkx(name, file, version)
    const graph = await imported(file)
    const labels = Object.values(written.nodes).map((label) => label.replace(/\s+/g, ' '))
    expect(labelsOf(graph)).toEqual(labels.sort())
    const ends = written.edges.map((pair) => pair.map((id) => written.nodes[id] ?? ''))
    expect(pairsOf(graph, written.directed)).toEqual(pairs(ends, written.directed))
    const relations = graph.getAttributes().ontology.relations
    for (const { symmetric } of Object.values(relations)) expect(symmetric).toBe(!written.directed)
  })
})

test.each([
  ['an export of ours', 'test/exports/golden/awkward.gexf'],
  ['a graph of networkx', '.peers/networkx-undirected-1.2draft.gexf'],
])('Gephi saves %s', async (_, file) => {
  writeWithNetworkx('undirected', '.peers/networkx-undirected-1.2draft.gexf', '1.2draft')
  const saved = '.peers/saved-by-gephi.gexf'
  resaveWithGephi(file, saved)
  const gephi = readWithGephi(saved)
  expect(gephi.nodes.length).toBeGreaterThan(5)
  const graph = await imported(saved)
  const told = new Map(gephi.nodes.map(({ id, label }) => [id, label ?? '']))
  expect(labelsOf(graph)).toEqual(gephi.nodes.map(({ id, label }) => shown(label) || id).sort())
  // An edge that stands for several stints comes as one relation for each date.
  const merged = gephi.edges.filter(({ values }) => values.kg_stints !== undefined)
  const single = gephi.edges.filter((edge) => !merged.includes(edge))
  const isStint = (edge: string) => merged.some(({ id }) => edge.replace(/--\d+$/, '') === id)
  const edges = graph.filterEdges((edge) => !isStint(edge))
  expect(edges).toHaveLength(single.length)
  for (const { source, target } of gephi.edges) {
    const [from, to] = [source, target].map((id) => nodeOf(graph, shown(told.get(id) ?? '') || id))
    expect(graph.areNeighbors(from, to), `${source} ${target}`).toBe(true)
  }
  expect(new Set(edges.map((edge) => graph.getEdgeAttribute(edge, 'symmetric')))).toEqual(
    new Set(expectedSymmetry(gephi)),
  )
})

/** Our exports say it in a column; of other graphs Gephi knows it itself. */
function expectedSymmetry({ edges }: GephiGraph): boolean[] {
  return edges.map(
    ({ directed, values }) => (values.kg_symmetric as boolean | undefined) ?? !directed,
  )
}

/** As a name stands in a data file: on one line, and without what cannot be seen. */
function shown(label: string | null): string {
  return (label ?? '')
    .normalize('NFC')
    .replace(/[\u200e\u200f\u2028\ufeff\u007f\u0085]/g, (c) => (c === '\u2028' ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim()
}

function nodeOf(graph: KnowledgeGraph, label: string): string {
  return graph.findNode((_, attributes) => attributes.label === label) ?? label
}

function labelsOf(graph: KnowledgeGraph): string[] {
  return graph.mapNodes((_, { label }) => label).sort()
}

function pairsOf(graph: KnowledgeGraph, directed: boolean): string[] {
  return pairs(
    graph.mapEdges((_edge, _attributes, _source, _target, source, target) => [
      source.label,
      target.label,
    ]),
    directed,
  )
}

function pairs(ends: readonly (readonly string[])[], directed: boolean): string[] {
  return ends
    .map((pair) => pair.map((label) => label.replace(/\s+/g, ' ')))
    .map((pair) => (directed ? pair : pair.toSorted()).join(' → '))
    .sort()
}
