import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPathExpression } from '../../src/queries/along/read-path-expression.ts'
import { WrongExpression } from '../../src/queries/along/wrong-expression.ts'
import { findPaths } from '../../src/queries/find-paths.ts'
import { readPathQuestion } from '../../src/queries/read-path-question.ts'
import { WrongQuestion } from '../../src/queries/wrong-question.ts'
import { buildRandomGraph, randomGraph } from '../queries/random-graph.ts'
import { keepTrying } from './keep-trying.ts'

const names = ['leads', 'led-by', 'knows', 'in']
const signs = [
  ...'()/|^!*+?{},',
  '{2}',
  '{1,3}',
  '{0}',
  '{,2}',
  '{12}',
  ' ',
  '((',
  '))',
  ')*',
  '/^',
]

/** As many signs as names, in any order: few of them can be read. */
const jumble = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...names) },
      { weight: 6, arbitrary: fc.constantFrom(...signs) },
      { weight: 1, arbitrary: fc.string({ maxLength: 3 }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

/** All of them can be read, and some are too large. */
const sound = fc.letrec<{ whole: string }>((tie) => ({
  whole: fc.oneof(
    { depthSize: 'large', withCrossShrink: true },
    fc.constantFrom(...names, '!leads', '!(knows|^in)', '!()'),
    fc
      .tuple(tie('whole'), fc.constantFrom('*', '+', '?', '{2}', '{0}', '{1,12}', '{,3}', '{2,}'))
      .map(([part, sign]) => `(${part})${sign}`),
    fc
      .tuple(tie('whole'), fc.constantFrom('/', '|'), tie('whole'))
      .map(([a, sign, b]) => `(${a})${sign}(${b})`),
    tie('whole').map((part) => `^(${part})`),
  ),
})).whole

const graph = randomGraph.map((random) => ({ ...random, types: random.types.map(() => 'person') }))

test('an expression is read, or pointed into, and what it finds spells a path', async () => {
  const input = fc.tuple(graph, fc.oneof(jumble, sound), fc.boolean())
  await keepTrying('path expressions', 0.1, input, ([random, text, all]) => {
    const made = buildRandomGraph(random)
    try {
      readPathExpression(made, text)
      const { paths } = findPaths(made, readPathQuestion(made, 'n0', 'n1', { along: text, all }))
      for (const { hops } of paths) expect(hops.length).toBeGreaterThan(0)
    } catch (error) {
      if (!(error instanceof WrongQuestion)) throw error
      if (!(error instanceof WrongExpression)) return
      expect(error.start).toBeGreaterThanOrEqual(0)
      expect(error.end).toBeGreaterThan(error.start - 1)
      expect(error.end).toBeLessThanOrEqual(text.length + 1)
    }
  })
})
