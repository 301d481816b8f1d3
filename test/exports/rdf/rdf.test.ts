import { describe, expect, test } from 'vitest'
import { formats } from '../../../src/exports/formats.ts'
import { rdfLosses } from '../../../src/exports/rdf/rdf-losses.ts'
import { awkwardGraph } from '../awkward-graph.ts'
import { awkwardEvidence } from './awkward-evidence.ts'
import { graphFromRdf } from './graph-from-rdf.ts'
import { canonical, type RdfFormat, read, written } from './readers.ts'
import { toldByGraph } from './told-by-graph.ts'

const base = 'urn:dossier:awkward-small-graph:'
const other = 'https://example.org/graph#'

describe.each<RdfFormat>(['turtle', 'trig', 'jsonld'])('%s', (format) => {
  test('the file reads well in a diff', async () => {
    await expect(written(format, awkwardGraph())).toMatchFileSnapshot(
      `../golden/awkward.${formats[format].extension}`,
    )
  })

  test.each([
    ['the awkward graph', awkwardGraph],
    ['awkward evidence', awkwardEvidence],
  ])('every node, edge, claim, citation and rival of %s reads back', async (_, make) => {
    const graph = make()
    const quads = await read(format, written(format, graph))
    expect(graphFromRdf(quads, base)).toEqual(toldByGraph(graph, format === 'trig'))
  })

  test('all names of the data begin with the base that was asked for', async () => {
    const graph = awkwardEvidence()
    const text = written(format, graph, { base: other })
    expect(text).not.toContain('urn:dossier:awkward')
    const quads = await read(format, text)
    expect(graphFromRdf(quads, other)).toEqual(toldByGraph(graph, format === 'trig'))
  })

  test('no triple is written twice', async () => {
    const quads = await read(format, written(format, awkwardEvidence()))
    const lines = (await canonical(quads, true)).trimEnd().split('\n')
    expect(quads).toHaveLength(lines.length)
  })

  test('the writer hands out chunks of a bounded length', () => {
    const graph = awkwardGraph()
    const ada = graph.getNodeAttributes('ada')
    for (let number = 0; number < 1000; number++) graph.addNode(`ada-${number}`, ada)
    const lengths = [...formats[format].write(graph)].map(({ length }) => length)
    expect(lengths.length).toBeGreaterThan(10)
    expect(Math.max(...lengths)).toBeLessThan(40_000)
  })

  test('what is no base is not taken for one', () => {
    expect(() => written(format, awkwardGraph(), { base: 'https://x> <' })).toThrow(RangeError)
  })
})

test('Turtle and JSON-LD say the same, and TriG once its graphs are united', async () => {
  const graph = awkwardEvidence()
  const told = async (format: RdfFormat, withGraphs: boolean) =>
    canonical(await read(format, written(format, graph)), withGraphs)
  const turtle = await told('turtle', true)
  expect(await told('jsonld', true)).toBe(turtle)
  expect(await told('trig', false)).toBe(turtle)
  expect(await told('trig', true)).not.toBe(turtle)
})

test('what is lost is counted', () => {
  const counts = rdfLosses(awkwardGraph()).map(({ kind, count, example }) => [kind, count, example])
  expect(counts).toEqual([['replaced-characters', 5, 'lone']])
  const graph = awkwardGraph()
  graph.dropNode('lone')
  graph.dropNode('raid')
  expect(rdfLosses(graph)).toEqual([])
})
