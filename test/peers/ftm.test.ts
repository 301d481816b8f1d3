import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { ftm } from '../../src/exports/ftm/ftm.ts'
import { json } from '../../src/exports/json.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { compareText } from '../../src/text/compare-text.ts'
import { textWith } from '../exports/any-text.ts'
import { mappedGraph } from '../exports/mapped-graph.ts'
import { compiled } from '../graph/sources-of.ts'
import { importText } from '../imports/import-text.ts'
import { saidBy } from '../imports/same-graph.ts'
import { exportOwn } from './export-own.ts'
import { run } from './readers.ts'

interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

const samples: readonly { name: string; make: () => { file: string; graph: KnowledgeGraph } }[] = [
  { name: 'own data', make: () => exportOwn('ftm') },
  {
    name: 'awkward',
    make: () => {
      const [file, graph] = ['.peers/awkward.ftm', mappedGraph()]
      writeFileSync(file, [...ftm.write(graph)].join(''))
      return { file, graph }
    },
  },
  {
    name: 'any text',
    make: () => {
      const [file, graph] = ['.peers/any-text.ftm', mappedGraph()]
      const seed = Number(process.env.FC_SEED ?? 20120317)
      const bob = graph.getNodeAttributes('bob')
      for (const [number, text] of fc
        .sample(textWith('" "', '\u00a0'), { seed, numRuns: 500 })
        .entries()) {
        graph.addNode(`text-${number}`, {
          ...bob,
          label: text,
          aliases: [`"${text}"`],
          summary: text,
        })
      }
      writeFileSync(file, [...ftm.write(graph)].join(''))
      return { file, graph }
    },
  },
]

describe.each(samples)('$name', ({ make }) => {
  let file: string
  let graph: KnowledgeGraph
  let written: FtmEntity[]
  let saved: string
  let validated: FtmEntity[]

  beforeAll(() => {
    const made = make()
    file = made.file
    graph = made.graph
    written = read(readFileSync(file, 'utf8'))
    saved = run('.peers/python/bin/ftm', ['validate', '--infile', file])
    validated = read(saved)
  })

  test('ftm validate gives back every value as it was written', () => {
    expect(validated).toEqual(written)
  })

  test('every value, and every entity that another one names, is what the model asks for', () => {
    const answer = JSON.parse(
      run('.peers/python/bin/python', ['test/peers/python/read_ftm.py', file]),
    )
    expect(answer).toEqual({ count: written.length, lines: written.length, problems: [] })
  })

  test('there is an entity for every node, edge, source and decision', () => {
    const ids = validated.map(({ id }) => id)
    const { sources, identity } = graph.getAttributes()
    const count = graph.order + graph.size + Object.keys(sources).length + identity.length
    expect(new Set(ids).size).toBe(count)
    expect(ids).toEqual(expect.arrayContaining([...graph.nodes(), ...graph.edges()]))
  })

  test('what ftm has saved is imported as what we wrote', async () => {
    const { files } = await importText('ftm', saved)
    expect(files).toEqual((await importText('ftm', readFileSync(file, 'utf8'))).files)
  })

  test('every link has the two ends of its edge', () => {
    const byId = new Map(validated.map((entity) => [entity.id, entity]))
    for (const edge of graph.edges()) {
      const values = Object.values(byId.get(edge)?.properties ?? {}).flat()
      const ends = values.filter((value) => graph.hasNode(value))
      expect(ends.sort(), edge).toEqual(graph.extremities(edge).sort())
    }
  })
})

test.each([
  { name: 'own data', make: () => Promise.resolve(exportOwn('ftm').graph) },
  { name: 'awkward', make: async () => baseOf('json', [...json.write(mappedGraph())].join('')) },
])('$name that went through statements has all but the order of its values', async ({ make }) => {
  const [file, statements] = ['.peers/base.ftm', '.peers/statements.csv']
  const written = [...ftm.write(await make())].join('')
  writeFileSync(file, written)
  run('.peers/python/bin/ftm', ['statements', '-d', 'x', '-f', 'csv', '-o', statements, file])
  const back = ['aggregate-statements', '-f', 'csv', '-i', statements]
  const shuffled = await baseOf('ftm', run('.peers/python/bin/ftm', back))
  expect(inAnyOrder(shuffled)).toEqual(inAnyOrder(await baseOf('ftm', written)))
})

async function baseOf(format: 'json' | 'ftm', text: string): Promise<KnowledgeGraph> {
  return compiled((await importText(format, text)).files).graph
}

/** What a graph says, with the values of aliases and attributes in the order of their texts. */
function inAnyOrder(graph: KnowledgeGraph) {
  graph.updateEachNodeAttributes((_, { aliases, attributes, ...rest }) => {
    const values = Object.entries(attributes).map(([name, claims]) => [
      name,
      claims.toSorted((a, b) => compareText(JSON.stringify(a), JSON.stringify(b))),
    ])
    return { ...rest, aliases: aliases.toSorted(), attributes: Object.fromEntries(values) }
  })
  return saidBy(graph)
}

function read(text: string): FtmEntity[] {
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line) => {
    const { id, schema, properties } = JSON.parse(line) as FtmEntity
    return { id, schema, properties }
  })
}
