import fc from 'fast-check'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { type Questions, questionsOf } from '../../src/queries/questions.ts'
import type { FilterOptions } from '../../src/queries/read-filter.ts'
import type { PathOptions } from '../../src/queries/read-path-question.ts'
import { randomWord } from '../queries/random-graph.ts'

export interface RandomQuestion {
  readonly name: keyof Questions
  readonly ask: (graph: KnowledgeGraph) => unknown
}

const words = fc.uniqueArray(randomWord, { minLength: 1, maxLength: 2 })
const entity = fc.constantFrom('n0', 'n1', 'n2', 'N1', 'n0', 'n1', 'n2', 'N1', 'n8')

const filter: fc.Arbitrary<FilterOptions> = fc.record(
  {
    type: fc.constantFrom(['person'], ['actor'], ['person', 'place']),
    relation: fc.constantFrom(['knows'], ['led-by', 'in']),
    kind: fc.constantFrom(['social'], ['social', 'location']),
    asOf: fc.constantFrom('2009', '2011', '2013'),
    certain: fc.constant(true),
    minConfidence: fc.constantFrom('confirmed', 'possible'),
    inferred: fc.constant(false),
  },
  { requiredKeys: [] },
)

/** Most questions have few conditions, since those with many have no answer. */
const few = fc.tuple(filter, fc.nat(99), fc.nat(99)).map(([options, ...picks]) => {
  const entries = Object.entries(options).filter(([key]) => key !== 'certain')
  const kept = entries.filter((_, at) => picks.some((pick) => pick % 20 === at))
  const isTimed = kept.some(([key]) => key === 'asOf')
  return Object.fromEntries([...kept, ...(isTimed && options.certain ? [['certain', true]] : [])])
})

const pathOptions: fc.Arbitrary<PathOptions> = fc.oneof(
  fc.constant({}),
  fc.record({ all: fc.constant(true), max: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ all: fc.constant(true), directed: fc.boolean(), together: fc.boolean() }),
  fc.record({ top: fc.integer({ min: 1, max: 8 }), directed: fc.boolean() }),
  fc.record({ top: fc.integer({ min: 1, max: 8 }), weight: fc.constant('confidence') }),
  fc.record({ weight: fc.constant('confidence'), directed: fc.boolean(), via: words }),
  fc.record({ via: words, directed: fc.boolean() }),
  fc.record({ all: fc.boolean(), avoid: words }),
  fc.record({ through: fc.constant(['place']), together: fc.boolean() }),
  fc.record({
    along: fc.constantFrom('knows*', '(leads|^leads)/knows', '!in+', '(knows|^in){2,3}'),
    all: fc.boolean(),
  }),
)

const asked = (name: keyof Questions, ask: (questions: Questions) => unknown): RandomQuestion => ({
  name,
  ask: (graph) => ask(questionsOf(graph)),
})

/** Any question of a random graph, with a few of its options. */
export const randomQuestion: fc.Arbitrary<RandomQuestion> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(entity, entity, pathOptions, few)
      .map(([from, to, options, filters]) =>
        asked('paths', ({ paths }) => paths(from, to, { ...options, ...filters })),
      ),
  },
  entity.map((id) => asked('show', ({ show }) => show(id))),
  fc
    .tuple(entity, few, fc.constantFrom('relation', 'time'), fc.integer({ min: 1, max: 4 }))
    .map(([id, filters, by, limit]) =>
      asked('neighbours', ({ neighbours }) => neighbours(id, { ...filters, by, limit })),
    ),
  fc
    .tuple(fc.uniqueArray(entity, { minLength: 1 }), fc.constantFrom('in', 'out', 'either'))
    .map(([ids, direction]) =>
      asked('expand', ({ expand }) => expand(ids, { direction: direction as 'in', limit: 3 })),
    ),
  fc
    .tuple(entity, entity, few)
    .map(([one, other, filters]) => asked('common', ({ common }) => common(one, other, filters))),
  fc.tuple(entity, few).map(([id, filters]) => asked('timeline', (q) => q.timeline(id, filters))),
  few.map((filters) => asked('between', ({ between }) => between(filters))),
  few.map((filters) => asked('statistics', (q) => q.statistics(filters))),
)
