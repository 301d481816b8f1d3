import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ftmLinks, ftmSchemata } from '../../src/model/ftm-words.ts'
import { compiled } from '../graph/sources-of.ts'
import { toldInLines } from './told.ts'

const base = (person: string, leads: string) => ({
  'ontology.yaml': `name: Test
entities:
  person: { ${person} }
  monk: { is: person }
  abbot: { is: monk, stix: threat-actor }
relations:
  leads: { from: person, to: person, ${leads} }
`,
  'ada.yaml': 'type: person\nname: Ada\n',
})

test('types hand down what they are elsewhere, and the graph says so', () => {
  const { ontology } = graphOf(base('stix: individual, ftm: Person', 'stix: ^led-by, ftm: Family'))
  expect(ontology.entities.monk).toMatchObject({ stix: 'individual', ftm: 'Person' })
  expect(ontology.entities.abbot).toMatchObject({ stix: 'threat-actor', ftm: 'Person' })
  expect(ontology.relations.leads).toMatchObject({ stix: '^led-by', ftm: 'Family' })
})

test('where nothing is said, the graph says nothing', () => {
  const { ontology } = graphOf(base('', ''))
  expect(ontology.entities.person).not.toHaveProperty('stix')
  expect(ontology.relations.leads).not.toHaveProperty('ftm')
})

test.each([
  ['stix: threat-acter', '', 'wrong-value threat-acter'],
  ['ftm: person', '', 'wrong-value person'],
  ['ftm: [Person]', '', 'wrong-value [Person]'],
  ['', 'stix: Located at', 'wrong-value Located at'],
  ['', 'stix: "leads`) DETACH"', 'wrong-value "leads`) DETACH"'],
  ['', 'ftm: Person', 'wrong-value Person'],
  ['', 'ftm: ^^Membership', 'wrong-value ^^Membership'],
  ['', 'ftm: Directorshp', 'wrong-value Directorshp'],
])('{ %s } and { %s } are told', (person, leads, line) => {
  expect(toldInLines(base(person, leads))).toEqual([line])
})

describe('the words', () => {
  test('every schema and every end of a link extends what there is', () => {
    const named = [
      ...Object.values(ftmSchemata).flat(),
      ...Object.values(ftmLinks).flatMap((ends) => ends.map(({ range }) => range)),
    ]
    const known = [...Object.keys(ftmSchemata), 'Thing', 'Interval']
    expect(named.filter((name) => !known.includes(name))).toEqual([])
  })

  test('the docs show a base that passes', () => {
    const docs = readFileSync('docs/data-format.md', 'utf8')
    const yaml = /### What types are called elsewhere[\s\S]*?```yaml\n([\s\S]*?)```/.exec(docs)?.[1]
    expect(toldInLines({ 'ontology.yaml': yaml ?? '' })).toEqual([])
  })
})

function graphOf(texts: Readonly<Record<string, string>>) {
  return compiled(texts).graph.getAttributes()
}
