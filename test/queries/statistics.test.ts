import { expect, test } from 'vitest'
import { statistics } from '../../src/queries/statistics.ts'
import { graphOf } from '../graph/sources-of.ts'
import { smallBase } from './small-base.ts'

test('counts what there is, from most to least, and how well it is founded', () => {
  expect(statistics(graphOf(smallBase))).toEqual({
    name: 'Small',
    entities: 8,
    relations: 6,
    attributes: 1,
    entitiesByType: [
      { name: 'group', count: 3 },
      { name: 'person', count: 3 },
      { name: 'place', count: 1 },
      { name: 'raid', count: 1 },
    ],
    relationsByType: [
      { name: 'in', count: 2 },
      { name: 'leads', count: 2 },
      { name: 'allied-with', count: 1 },
      { name: 'targeted', count: 1 },
    ],
    relationsByKind: [
      { name: 'affiliation', count: 3 },
      { name: 'location', count: 2 },
      { name: 'operation', count: 1 },
    ],
    claims: {
      all: 7,
      uncited: 1,
      singleSource: 6,
      inferred: 1,
      withRivals: 1,
      undated: 1,
      byConfidence: [
        { name: 'not stated', count: 5 },
        { name: 'possible', count: 1 },
        { name: 'probable', count: 1 },
      ],
    },
    sources: [
      {
        id: 'report',
        title: 'Annual report',
        claims: 6,
        alone: 6,
        cited: ['p1', 'p3', 'p4', 'p5'],
        paragraphs: 9,
      },
      { id: 'unused', title: 'Nobody cites it', claims: 0, alone: 0, cited: [] },
    ],
  })
})

test('a source that a claim cites at several places counts the claim once, and locators by length', () => {
  const { sources, claims } = statistics(
    graphOf({
      'ontology.yaml': 'name: Test\nentities: { p: { attributes: { a: text } } }\n',
      'sources/one.yaml': 'title: One\n',
      'sources/two.yaml': 'title: Two\n',
      'x.yaml':
        'type: p\nname: X\nattributes: { a: { value: b, cite: [one#p10, one#p9, two, one] } }\n',
    }),
  )
  expect(sources).toEqual([
    { id: 'one', title: 'One', claims: 1, alone: 0, cited: ['p9', 'p10'] },
    { id: 'two', title: 'Two', claims: 1, alone: 0, cited: [] },
  ])
  expect(claims).toMatchObject({ all: 1, singleSource: 0 })
})

test('an empty base has nothing', () => {
  expect(statistics(graphOf({}))).toMatchObject({
    entities: 0,
    relations: 0,
    claims: { all: 0, byConfidence: [] },
    sources: [],
  })
})
