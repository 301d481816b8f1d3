import { readFileSync, writeFileSync } from 'node:fs'
import { MultiDirectedGraph } from 'graphology'
import { beforeAll, describe, expect, test } from 'vitest'
import { graphml } from '../../src/exports/graphml/graphml.ts'
import { namedEdgeColumns, namedNodeColumns } from '../../src/exports/named-columns.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { listText } from '../../src/text/list-text.ts'
import { awkwardGraph } from '../exports/awkward-graph.ts'
import { xmlText } from '../exports/xml-text.ts'
import { type GraphmlGraph, readGraphml, run } from './readers.ts'

const samples: readonly { name: string; make: () => KnowledgeGraph }[] = [
  { name: 'own data', make: ownGraph },
  { name: 'awkward', make: awkwardGraph },
]

describe.each(samples)('$name', ({ name, make }) => {
  const graph = make()
  let read: Record<'networkx' | 'igraph', GraphmlGraph>

  beforeAll(() => {
    const file = `.peers/${name.replace(' ', '-')}.graphml`
    writeFileSync(file, [...graphml.write(graph)].join(''))
    read = readGraphml(file)
  })

  describe.each(['networkx', 'igraph'] as const)('%s', (library) => {
    test('has every node with all its values', () => {
      expect(read[library].directed).toBe(true)
      const keys = namedNodeColumns(graph)
      const expected = graph.mapNodes((node, attributes) => [node, valuesOf(keys, attributes)])
      expect(read[library].nodes).toEqual(Object.fromEntries(expected))
    })

    test('has every edge with all its values, parallel ones and loops too', () => {
      const expected = graph.mapEdges((claim, attributes, source, target) => [
        claim,
        { claim, source, target, ...valuesOf(namedEdgeColumns, attributes) },
      ])
      expect(expected).toHaveLength(graph.size)
      expect(read[library].edges).toEqual(Object.fromEntries(expected))
    })
  })
})

interface Key<Subject> {
  readonly name: string
  readonly value: (subject: Subject) => unknown
}

/** As a reader has them: lists as text, and nothing where there is no value or only "no". */
function valuesOf<Subject>(keys: readonly Key<Subject>[], subject: Subject) {
  const values = keys.flatMap(({ name, value }) => {
    const cell = value(subject)
    const text = Array.isArray(cell) ? listText(cell) : cell
    if (text === undefined || text === '' || text === false) return []
    return [[name, typeof text === 'string' ? xmlText(text) : text]]
  })
  return Object.fromEntries(values)
}

function ownGraph(): KnowledgeGraph {
  run('node', ['dist/bin/dossier.js', 'export', 'json', '-o', '.peers/own.json'])
  return MultiDirectedGraph.from(JSON.parse(readFileSync('.peers/own.json', 'utf8')))
}
