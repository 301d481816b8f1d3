import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CheckedModel, checkSources, openChecker } from '../../src/model/check-model.ts'
import { asPlainData } from '../../src/model/name-finding.ts'
import { applyEdit, edit, file, ontology, sourcesOf, textsOf } from './edited-bases.ts'

test('after any sequence of edits and deletions the answer is that of a new checker', () => {
  fc.assert(
    fc.property(
      fc.array(file, { maxLength: 12 }),
      fc.array(edit, { maxLength: 6 }),
      (first, edits) => {
        const check = openChecker()
        const texts = textsOf(first)
        for (const changes of [[], ...edits]) {
          applyEdit(texts, changes)
          const sources = sourcesOf(texts)
          expect(told(check(sources))).toEqual(told(checkSources(sources)))
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('names that many have are compared as a new checker compares them, whatever the order of the edits', () => {
  const person = fc.tuple(
    fc.nat(29).map((n) => `p-${n}.yaml`),
    fc
      .record({
        above: fc.constantFrom('', '# It stands lower now.\n'),
        type: fc.constantFrom('person', 'person', 'group'),
        name: fc.constantFrom('Attack', 'Attack', 'Attakc', 'Attacks', 'Raid'),
        below: fc.constantFrom('', '', 'unnamed: true\n'),
      })
      .map(({ above, type, name, below }) => `${above}type: ${type}\nname: ${name}\n${below}`),
  )
  const decision = fc
    .uniqueArray(fc.nat(29), { minLength: 2, maxLength: 4 })
    .map((numbers) => `[${numbers.map((n) => `p-${n}`).join(', ')}]`)
    .map((ids) => `different:\n  - entities: ${ids}\n    reason: Known to be.\n    cite: report\n`)
  const identity = fc.oneof(decision, fc.constant(undefined)).map((text) => {
    return ['identity.yaml', text] as const
  })
  const gone = fc.nat(29).map((n) => [`p-${n}.yaml`, undefined] as const)
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 5, arbitrary: person }, gone, identity), {
        minLength: 1,
        maxLength: 12,
      }),
      (edits) => {
        const check = openChecker()
        const texts = new Map([['ontology.yaml', ontology(1)]])
        for (let n = 0; n < 26; n++) texts.set(`p-${n}.yaml`, 'type: person\nname: Attack\n')
        for (const change of [['zoo.yaml', 'type: person\nname: Zoo\n'] as const, ...edits]) {
          applyEdit(texts, [change])
          expect(told(check(sourcesOf(texts)))).toEqual(told(checkSources(sourcesOf(texts))))
        }
      },
    ),
    { numRuns: 60 },
  )
})

/** With the relations instead of the lists that make them. */
function told({ base, diagnostics }: CheckedModel) {
  const relations = [...base.entities.keys()].map((id) => base.relationsFrom.get(id)?.all())
  const lengths = [...base.relationsFrom].map(([id, { length }]) => [id, length])
  return {
    base: { ...base, relationsFrom: Object.fromEntries(lengths) },
    relations,
    diagnostics: asPlainData(diagnostics),
  }
}
