import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSources } from '../../src/documents/read-sources.ts'
import { layoutGraph } from '../../src/graph/layout-graph.ts'
import { awkwardBase } from './awkward-base.ts'
import { compiled, graphOf, jsonOf } from './sources-of.ts'

const shipped = await readSources('graph-data')
const shippedTexts = Object.fromEntries(shipped.files.map(({ path, text }) => [path, text]))

describe.each([
  ['the awkward base', awkwardBase],
  ['the shipped data', shippedTexts],
])('%s', (_, texts) => {
  const { graph, diagnostics } = compiled(texts)
  const bytes = jsonOf(graph)

  test('is the same graph twice, with its positions', () => {
    const once = graphOf(texts)
    const again = graphOf(texts)
    layoutGraph(once)
    layoutGraph(again)
    expect(jsonOf(again)).toBe(jsonOf(once))
  })

  test('is the same graph with CRLF for LF', () => {
    const windows = Object.entries(texts).map(([path, text]) => [
      path,
      text.replaceAll('\n', '\r\n'),
    ])
    const other = compiled(Object.fromEntries(windows))
    expect(jsonOf(other.graph)).toBe(bytes)
    expect(other.diagnostics.map(({ code, message }) => [code, message])).toEqual(
      diagnostics.map(({ code, message }) => [code, message]),
    )
  })

  test('is the same graph with a byte order mark before each file', () => {
    const marked = Object.entries(texts).map(([path, text]) => [path, `\ufeff${text}`])
    expect(jsonOf(graphOf(Object.fromEntries(marked)))).toBe(bytes)
  })

  test('is the same graph with the files in any order', () => {
    const entries = Object.entries(texts)
    fc.assert(
      fc.property(shuffled(entries), (permuted) => {
        const other = compiled(Object.fromEntries(permuted))
        expect(jsonOf(other.graph)).toBe(bytes)
        expect(other.diagnostics).toEqual(diagnostics)
      }),
      { numRuns: 8 },
    )
  })
})

test('of two entities that share an id the first in order of path counts, whichever is read first', () => {
  const ontology = 'name: Test\nentities: { person: {} }\n'
  const first = ['a/ada.yaml', 'type: person\nname: First\n'] as const
  const second = ['b/ada.yaml', 'type: person\nname: Second\n'] as const
  for (const files of [
    [first, second],
    [second, first],
  ]) {
    const { graph, diagnostics } = compiled({
      'ontology.yaml': ontology,
      ...Object.fromEntries(files),
    })
    expect(graph.getNodeAttribute('ada', 'label')).toBe('First')
    expect(diagnostics.map(({ code, span }) => [code, span.file])).toEqual([
      ['duplicate-id', 'b/ada.yaml'],
    ])
  }
})

test('it does not matter which file holds an entity, where in it, and at which end a relation stands', () => {
  fc.assert(
    fc.property(randomBase, ({ facts, first, second }) => {
      expect(withoutPlaces(write(facts, second))).toEqual(withoutPlaces(write(facts, first)))
    }),
    { numRuns: 150 },
  )
})

/** A claim that `source` allied itself with, or led, `target`: each has one citation, its own number. */
interface Fact {
  readonly relation: 'leads' | 'allied-with'
  readonly source: number
  readonly target: number
  readonly when: string | undefined
}

/** How a base is written down: the order of entities, their files, and the end at which each fact stands. */
interface Writing {
  readonly order: readonly number[]
  readonly files: readonly number[]
  readonly atTarget: readonly boolean[]
}

const entityCount = 6
const mostFacts = 12

const fact: fc.Arbitrary<Fact> = fc.record({
  relation: fc.constantFrom('leads', 'allied-with'),
  source: fc.nat(entityCount - 1),
  target: fc.nat(entityCount - 1),
  when: fc.constantFrom(undefined, '2010', '2010-03', '2010/2012', '../2011'),
})

const writing: fc.Arbitrary<Writing> = fc.record({
  order: shuffled(Array.from({ length: entityCount }, (_, index) => index)),
  files: fc.array(fc.nat(2), { minLength: entityCount, maxLength: entityCount }),
  atTarget: fc.array(fc.boolean(), { minLength: mostFacts, maxLength: mostFacts }),
})

const randomBase = fc.record({
  facts: fc.array(fact, { maxLength: mostFacts }),
  first: writing,
  second: writing,
})

function write(facts: readonly Fact[], { order, files, atTarget }: Writing) {
  const texts: Record<string, string> = {
    'ontology.yaml': `name: Test
entities: { group: {} }
relations:
  leads: { inverse: led-by, from: group, to: group }
  allied-with: { symmetric: true, from: group, to: group }
`,
    'sources/report.yaml': 'title: Report\n',
  }
  for (const entity of order) {
    const path = `file-${files[entity]}.yaml`
    const relations = facts.flatMap((fact, index) =>
      writeFact(fact, index, atTarget[index] === true, entity),
    )
    texts[path] =
      `${texts[path] ?? 'entities:\n'}  e${entity}: { type: group, name: E${entity}, relations: [${relations}] }\n`
  }
  return graphOf(texts)
}

/** A fact as it stands in the file of one of its ends; nothing for the other entities. */
function writeFact(
  { relation, source, target, when }: Fact,
  index: number,
  atTarget: boolean,
  entity: number,
): string[] {
  const [owner, other] = atTarget ? [target, source] : [source, target]
  if (owner !== entity) return []
  const name = relation === 'leads' && atTarget ? 'led-by' : relation
  const date = when === undefined ? '' : `, when: ${when}`
  return [`{ ${name}: e${other}, cite: report#p${index}${date} }`]
}

/** Citations are in order of place, so they too move with what is moved. */
function withoutPlaces(graph: ReturnType<typeof graphOf>) {
  const { nodes, edges } = graph.export()
  return [...nodes, ...edges].map(({ attributes, ...rest }) => {
    const { file: _file, line: _line, ...others } = attributes ?? {}
    const citations = attributes && 'citations' in attributes ? attributes.citations : []
    return { ...rest, ...others, citations: citations.map(({ at }) => at).sort() }
  })
}

function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length })
}
