import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkSources } from '../../src/model/check-model.ts'
import { judgeOf } from './accepts.ts'
import { alwaysSeen, beyondSchemas, errorsIn } from './codes.ts'

// Ontologies whose words YAML may take for something else, and entities written after them and beside them.

const typeNames = ['person', 'person-group', '2011', '1e3', 'no']
const relationNames = ['knows', 'known-by', '7', 'in']
const values = [
  'yes',
  'no',
  '1',
  '05',
  'true',
  'null',
  'x',
  '"1"',
  '2012-03',
  '-1.5',
  '~',
  '[a, 2]',
]

const type = fc.constantFrom(...typeNames)
const oneOf = fc.uniqueArray(fc.constantFrom('yes', '1', '05', 'true', 'x'), { minLength: 1 })
const attribute = fc.oneof(
  fc.constantFrom('text', 'number', 'date', 'url', '{ list: number }'),
  oneOf.map((words) => `{ one-of: [${words.join(', ')}] }`),
)

const entityType = fc
  .tuple(type, fc.boolean(), fc.boolean(), fc.option(type), fc.option(attribute))
  .map(([name, abstract, dated, is, rank]) => [
    name,
    [
      `abstract: ${abstract}`,
      `dated: ${dated}`,
      ...(is === null || is === name ? [] : [`is: ${is}`]),
      ...(rank === null ? [] : [`attributes: { rank: ${rank}, note: text }`]),
    ],
  ])

const relationType = fc
  .tuple(fc.constantFrom(...relationNames), type, type, fc.constantFrom('', 'symmetric', 'inverse'))
  .map(([name, from, to, kind]) => [
    name,
    [
      `from: ${from}`,
      // One whose ends differ is called wrong at the end where it is not written.
      `to: [${kind === 'symmetric' ? from : to}]`,
      ...(kind === 'symmetric' ? ['symmetric: true'] : []),
      ...(kind === 'inverse' ? [`inverse: of-${name}`] : []),
    ],
  ])

const ontology = fc
  .tuple(
    fc.uniqueArray(entityType, { minLength: 2, selector: ([name]) => name }),
    fc.uniqueArray(relationType, { minLength: 1, selector: ([name]) => name }),
  )
  .map(([types, relations]) => {
    const map = (all: typeof types) =>
      all.map(([name, keys]) => `  ${name}: { ${[keys].flat().join(', ')} }`).join('\n')
    return `name: O\nentities:\n${map(types)}\nrelations:\n${map(relations)}\n`
  })

const value = fc.constantFrom(...values)
const relationName = fc.constantFrom(...relationNames.flatMap((name) => [name, `of-${name}`]))
const entity = fc
  .record({
    type,
    when: fc.option(value),
    rank: fc.option(value),
    relation: fc.option(relationName),
  })
  .map(({ type, when, rank, relation }) =>
    [
      `type: ${type}`,
      'name: X',
      ...(when === null ? [] : [`when: ${when}`]),
      ...(rank === null ? [] : [`attributes: { rank: ${rank} }`]),
      ...(relation === null ? [] : [`relations: [{ ${relation}: [b, 3], note: 1 }]`]),
    ].join('\n'),
  )

test('what the checker accepts the schema accepts, and what it always sees it refuses', () => {
  const seen = { accepted: 0, refused: 0 }
  fc.assert(
    fc.property(ontology, fc.array(entity, { minLength: 6, maxLength: 12 }), (words, texts) => {
      const entities = ['b', '3', ...texts.keys()].map((id, n) => ({
        path: `${typeof id === 'number' ? `e${id}` : id}.yaml`,
        text: texts[n % texts.length] ?? '',
      }))
      const files = [{ path: 'ontology.yaml', text: words }, ...entities]
      const model = checkSources({ files, diagnostics: [] })
      const judge = judgeOf(model.base)
      for (const file of files) {
        const codes = errorsIn(model, file.path)
        const told = `${words}\n${file.text}\n${codes.join(' ')}`
        if (codes.every((code) => beyondSchemas.includes(code))) {
          expect(judge(file), told).toEqual([])
          seen.accepted += 1
        } else if (codes.some((code) => alwaysSeen.includes(code))) {
          expect(judge(file), told).not.toEqual([])
          seen.refused += 1
        }
      }
    }),
    { numRuns: 40, seed: 1 },
  )
  expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(30)
})
