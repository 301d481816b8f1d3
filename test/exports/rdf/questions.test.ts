import { Store, type Term } from 'oxigraph'
import { beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'
import { readSources } from '../../../src/documents/read-sources.ts'
import { formats } from '../../../src/exports/formats.ts'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { projectEvents } from '../../../src/graph/project-events.ts'
import { graphFromRdf } from './graph-from-rdf.ts'
import { prefixes, questions, row, rows } from './questions.ts'
import { canonical, type RdfFormat, read, written } from './readers.ts'
import { toldByGraph } from './told-by-graph.ts'

const base = 'urn:dossier:the-imu-in-northern-afghanistan:'
let graph: KnowledgeGraph

beforeAll(async () => {
  graph = compile(await readSources('graph-data')).graph
})

describe.each<RdfFormat>(['turtle', 'trig', 'jsonld'])('the shipped data as %s', (format) => {
  test('read back to the same nodes, edges, claims, citations and sources', async () => {
    const quads = await read(format, written(format, graph))
    expect(graphFromRdf(quads, base)).toEqual(toldByGraph(graph, format === 'trig'))
  })

  test('are read back as ties between those who took part in the same event', async () => {
    const projected = projectEvents(graph, 'raid')
    expect(projected.someEdge((_, { event }) => event !== undefined)).toBe(true)
    const quads = await read(format, written(format, projected))
    expect(graphFromRdf(quads, base)).toEqual(toldByGraph(projected, format === 'trig'))
  })

  test('lose nothing', () => {
    expect(formats[format].losses(graph)).toEqual([])
  })
})

test('the three formats agree on the shipped data', async () => {
  const told = async (format: RdfFormat) =>
    canonical(await read(format, written(format, graph)), false)
  const turtle = await told('turtle')
  expect(await told('trig')).toBe(turtle)
  expect(await told('jsonld')).toBe(turtle)
})

describe.each(questions)('$asks', ({ sparql, answer, format: only }) => {
  test.each<RdfFormat>(only === undefined ? ['turtle', 'trig', 'jsonld'] : [only])(
    'SPARQL finds it in %s',
    (format) => {
      const expected = rows(answer(graph))
      expect(expected.length).toBeGreaterThan(0)
      expect(ask(format, prefixes + sparql)).toEqual(expected)
    },
  )
})

function ask(format: RdfFormat, sparql: string): string[] {
  const store = new Store()
  store.load(written(format, graph), { format: formats[format].mediaType })
  const names = [...(/SELECT([^{]*)WHERE/.exec(sparql)?.[1] ?? '').matchAll(/\w+/g)].map(String)
  const found = store.query(sparql, { use_default_graph_as_union: format === 'trig' })
  return rows(
    (found as Map<string, Term>[]).map((solution) =>
      row(...names.map((name) => localName(solution.get(name)))),
    ),
  )
}

function localName(term: Term | undefined): string | undefined {
  return term?.termType === 'NamedNode' ? term.value.split(/[/#]/).at(-1) : term?.value
}
