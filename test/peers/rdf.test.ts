import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { MultiDirectedGraph } from 'graphology'
import { beforeAll, describe, expect, test } from 'vitest'
import { formats } from '../../src/exports/formats.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { awkwardGraph } from '../exports/awkward-graph.ts'
import { awkwardEvidence } from '../exports/rdf/awkward-evidence.ts'
import { prefixes, questions, rows } from '../exports/rdf/questions.ts'
import { type RdfFormat, read, written } from '../exports/rdf/readers.ts'
import { run } from './readers.ts'

const names = ['turtle', 'trig', 'jsonld'] as const satisfies RdfFormat[]
const rdflibNames = { turtle: 'turtle', trig: 'trig', jsonld: 'json-ld' }

/** What rdflib has of the three files of a graph, in the order of their names. */
interface Answer {
  /** With all graphs united. */
  readonly triples: readonly number[]
  readonly quads: readonly number[]
  /** Whether the triples are those of the first file but for the names of blank nodes. */
  readonly alike: readonly boolean[]
  /** For each file, the rows for each question. */
  readonly answers: readonly (readonly string[])[][]
}

interface Files {
  readonly graph: KnowledgeGraph
  readonly pathOf: (name: RdfFormat) => string
}

describe.each<[string, () => Files]>([
  ['own', exportOwn],
  ['awkward', awkwardGoldens],
  ['awkward evidence', writeAwkwardEvidence],
])('%s', (_, make) => {
  let files: Files
  let told: Answer

  beforeAll(() => {
    files = make()
    told = readWithRdflib(files, [])
  })

  test('rdflib has as many triples of each file as the readers of npm', async () => {
    const texts = names.map((name) => read(name, readFileSync(files.pathOf(name), 'utf8')))
    const quads = await Promise.all(texts)
    expect(told.quads).toEqual(quads.map(({ length }) => length))
  })

  test('rdflib finds the same triples in all three files', () => {
    expect(told.alike).toEqual([true, true, true])
    expect(new Set(told.triples).size).toBe(1)
    expect(told.triples[0]).toBeGreaterThan(files.graph.size)
  })
})

test('rdflib answers the questions of the vocabulary as the graph does', () => {
  const files = exportOwn()
  const asked = questions.map(({ sparql }) => prefixes + sparql)
  const { answers } = readWithRdflib(files, asked)
  for (const [index, name] of names.entries()) {
    for (const [at, { asks, answer, format }] of questions.entries()) {
      if (format !== undefined && format !== name) continue
      const expected = rows(answer(files.graph))
      expect(expected.length, asks).toBeGreaterThan(0)
      expect(answers[index]?.[at], `${asks} of ${name}`).toEqual(expected)
    }
  }
})

function exportOwn(): Files {
  const pathOf = (name: string) => `.peers/own.${name}`
  for (const name of [...names, 'json']) {
    run('node', ['dist/bin/dossier.js', 'export', name, '-o', pathOf(name)])
  }
  const graph = MultiDirectedGraph.from(JSON.parse(readFileSync(pathOf('json'), 'utf8')))
  return { graph: graph as KnowledgeGraph, pathOf }
}

function awkwardGoldens(): Files {
  const pathOf = (name: RdfFormat) => `test/exports/golden/awkward.${formats[name].extension}`
  return { graph: awkwardGraph(), pathOf }
}

function writeAwkwardEvidence(): Files {
  const graph = awkwardEvidence()
  const pathOf = (name: RdfFormat) => `.peers/awkward-evidence.${formats[name].extension}`
  for (const name of names) writeFileSync(pathOf(name), written(name, graph))
  return { graph, pathOf }
}

function readWithRdflib({ pathOf }: Files, asked: readonly string[]): Answer {
  const files = names.map((name) => ({ path: pathOf(name), format: rdflibNames[name] }))
  const input = JSON.stringify({ files, questions: asked })
  const options = { input, encoding: 'utf8', maxBuffer: 2 ** 30, stdio: 'pipe' } as const
  return JSON.parse(
    execFileSync('.peers/python/bin/python', ['test/peers/python/read_rdf.py'], options),
  )
}
