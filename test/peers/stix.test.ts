import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeStix } from '../../src/exports/stix/write-stix.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { mappedGraph } from '../exports/mapped-graph.ts'
import { importText } from '../imports/import-text.ts'
import { exportOwn } from './export-own.ts'
import { run } from './readers.ts'

interface StixAnswer {
  readonly valid: boolean
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  readonly objects: readonly Read[]
}

interface Read {
  readonly type: string
  readonly id: string
  readonly name?: string
  readonly source_ref?: string
  readonly target_ref?: string
  readonly start_time?: string
  readonly stop_time?: string
  readonly extensions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const samples: readonly { name: string; make: () => { file: string; graph: KnowledgeGraph } }[] = [
  { name: 'own data', make: () => exportOwn('stix') },
  {
    name: 'awkward',
    make: () => {
      const [file, graph] = ['.peers/awkward.stix', mappedGraph()]
      writeFileSync(file, [...writeStix(graph)].join(''))
      return { file, graph }
    },
  },
]

describe.each(samples)('$name', ({ make }) => {
  let graph: KnowledgeGraph
  let file: string
  let answer: StixAnswer

  beforeAll(() => {
    const made = make()
    graph = made.graph
    file = made.file
    answer = JSON.parse(
      run('.peers/python/bin/python', ['test/peers/python/read_stix.py', made.file]),
    )
  })

  test('stix2-validator finds no error, and only the recommendations that we do not follow', () => {
    expect(answer.errors).toEqual([])
    expect(answer.valid).toBe(true)
    expect(Object.keys(passedOver)).toEqual(expect.arrayContaining([...answer.warnings]))
  })

  test('stix2 has every entity with its name', () => {
    const names = Object.fromEntries(
      answer.objects.flatMap((object) =>
        told(object, 'entity_type') === undefined ? [] : [[told(object, 'id'), object.name]],
      ),
    )
    expect(names).toEqual(
      Object.fromEntries(graph.mapNodes((node, { label }) => [node, whole(label)])),
    )
  })

  test('stix2 has every edge with its ends and its time', () => {
    const byId = new Map(answer.objects.map((object) => [object.id, object]))
    const ends = (refs: (string | undefined)[]) =>
      refs.map((ref = '') => told(byId.get(ref), 'id')).sort()
    const edges = answer.objects.filter(({ type }) => type === 'relationship')
    expect(edges).toHaveLength(graph.size)
    for (const edge of edges) {
      const key = String(told(edge, 'key'))
      expect(ends([edge.source_ref, edge.target_ref])).toEqual(graph.extremities(key).sort())
      const { start = '-', end = '-' } = graph.getEdgeAttributes(key)
      const isPlain = /^\d/.test(start)
      if (isPlain) expect(edge.start_time?.slice(0, 10)).toBe(start)
      if (/^\d/.test(end)) expect(edge.stop_time?.slice(0, 10)).toBe(end)
    }
  })

  test('stix2 keeps in the extension all that STIX has no property for', () => {
    for (const edge of answer.objects.filter(({ type }) => type === 'relationship')) {
      const { when, role, confidence, citations, saidBy, rivals, inferred, note } =
        graph.getEdgeAttributes(String(told(edge, 'key')))
      expect({
        when: told(edge, 'when'),
        role: told(edge, 'role'),
        confidence: told(edge, 'confidence'),
        inferred: told(edge, 'inferred'),
        note: told(edge, 'note'),
        saidBy: told(edge, 'said_by') ?? [],
        citations: told(edge, 'citations') ?? [],
        rivals: ((told(edge, 'rivals') ?? []) as unknown[]).length,
      }).toEqual({
        when,
        role,
        confidence,
        note,
        saidBy,
        inferred: inferred === undefined ? undefined : whole(inferred),
        citations: citations.map(({ at, ...citation }) => ({
          ...citation,
          ...(at !== undefined && { locator: at }),
        })),
        rivals: rivals.length,
      })
    }
  })

  test('what stix2 writes again is the same base for the import', async () => {
    const { objects } = answer
    const { files } = await importText('stix', JSON.stringify({ type: 'bundle', objects }))
    const { files: before } = await importText('stix', readFileSync(file, 'utf8'))
    expect(Object.keys(files).length).toBeGreaterThan(graph.order)
    expect(files).toEqual(before)
  })
})

/** By the codes of the validator. */
const passedOver = {
  '{103}': 'random ids: ours are the same in every export',
  '{111}': 'regions in lower case: ours are names',
  '{201}': 'countries by their two letters, which no base has to know',
  '{202}': 'relationship types of its own list',
  '{223}': 'regions of its own list',
  '{302}': 'hashes of what a link leads to, which nobody fetches',
}

function told(object: Read | undefined, key: string): unknown {
  return Object.values(object?.extensions ?? {})[0]?.[key]
}

function whole(text: string): string {
  return text.replace(/\p{Surrogate}|\p{Noncharacter_Code_Point}/gu, '\ufffd')
}
