import { describe, expect, test } from 'vitest'
import { filterGraph } from '../../src/graph/filter-graph.ts'
import { dated, sentenceOf } from '../../src/graph/sentence.ts'
import { readPart } from '../../src/queries/read-filter.ts'
import { graphOf } from './sources-of.ts'

const ontology = `name: Test
entities:
  person: { attributes: { status: text, rank: text } }
  group: {}
  event: { dated: true }
relations:
  leads: { inverse: led-by, from: person, to: group, kind: affiliation }
  knows: { symmetric: true, from: person, to: person, kind: affiliation }
  killed: { from: event, to: person, kind: operation }
`

const base = {
  'ontology.yaml': ontology,
  'sources/s.yaml': 'title: S\nparagraphs: 9\n',
  'sources/t.yaml': 'title: T\nparagraphs: 9\n',
  'identity.yaml': `different:
  - { entities: [ada, bob], reason: They met. }
  - { entities: [bob, guild], reason: He signs for nobody. }
`,
  'ada.yaml': `type: person
name: Ada
attributes:
  status: { value: dead, cite: s#p1, inferred: Nobody saw her again. }
  rank: { value: major, cite: t#p1, when: 2009 }
relations:
  - leads: guild
    cite: s#p1
`,
  'bob.yaml': `type: person
name: Bob
relations:
  - knows: ada
    as: teacher
    cite: s#p2
`,
  'guild.yaml': `type: group
name: Guild
relations:
  - led-by: ada
    cite: s#p2
    inferred: She signs for it.
`,
  'raid.yaml': `type: event
name: Raid
when: { value: 2015, cite: s#p3, inferred: The page is dated 2015. }
relations:
  - killed: ada
    cite: s#p3
`,
}

const graph = graphOf(base)
const part = (options: Parameters<typeof readPart>[1]) =>
  filterGraph(graph, readPart(graph, options))

describe('a part of a graph', () => {
  test('keeps of the attributes what it keeps of the relations', () => {
    const names = (options: Parameters<typeof readPart>[1]) =>
      Object.keys(part(options).getNodeAttribute('ada', 'attributes'))
    expect(names({})).toEqual(['rank', 'status'])
    expect(names({ inferred: false })).toEqual(['rank'])
    expect(names({ source: ['s'] })).toEqual(['status'])
    expect(names({ asOf: '2011' })).toEqual(['status'])
  })

  test('without a source lacks what rests on it alone, and on nothing else', () => {
    const left = (withoutSource: string[]) => {
      const kept = part({ withoutSource })
      return [...kept.edges(), ...Object.keys(kept.getNodeAttribute('ada', 'attributes'))].sort()
    }
    const all = ['ada--leads--guild', 'bob--knows--ada', 'raid--killed--ada', 'rank', 'status']
    expect(left(['s'])).toEqual(['rank'])
    expect(left(['t'])).toEqual(all.filter((name) => name !== 'rank'))
    expect(left(['s', 't'])).toEqual([])
  })

  test('without a source keeps its entities, and the dates of its events', () => {
    const kept = part({ withoutSource: ['s'] })
    expect(kept.nodes()).toEqual(graph.nodes())
    expect(kept.getNodeAttributes('raid')).toMatchObject({
      when: '2015',
      attributes: { when: [{}] },
    })
  })

  test('has no event of another time', () => {
    expect(part({ asOf: '2011' }).hasNode('raid')).toBe(false)
    expect(part({ asOf: '2015' }).hasNode('raid')).toBe(true)
  })

  test('counts what it holds', () => {
    expect(part({ source: ['t'] }).getAttribute('counts')).toEqual({
      entities: 4,
      relations: 0,
      claims: 2,
      sources: 2,
    })
  })

  test('has the decisions on who its entities are, and no others', () => {
    const decided = (options: Parameters<typeof readPart>[1]) =>
      part(options)
        .getAttribute('identity')
        .map(({ entities }) => entities)
    const whole = [
      ['ada', 'bob'],
      ['bob', 'guild'],
    ]
    expect(decided({})).toEqual(whole)
    expect(decided({ around: 'raid' })).toEqual([['ada', 'bob']])
    expect(decided({ type: ['event'] })).toEqual([])
  })

  test('leaves the whole as it was', () => {
    const before = JSON.stringify(graph.export())
    part({ asOf: '2011', inferred: false })
    expect(JSON.stringify(graph.export())).toBe(before)
  })
})

test('what one end states is not inferred because the other end infers it', () => {
  expect(graph.getEdgeAttribute('ada--leads--guild', 'inferred')).toBeUndefined()
  expect(graph.getEdgeAttribute('ada--leads--guild', 'citations')).toHaveLength(2)
})

test('a role in a symmetric relation stays with the one in whose file it stands', () => {
  expect(graph.source('bob--knows--ada')).toBe('bob')
  expect(sentenceOf(graph, 'bob--knows--ada')).toContain('Bob as teacher')
  expect(sentenceOf(graph, 'bob--knows--ada', false)).toContain('Bob as teacher')
})

test('a day or month that a name holds is not said twice, a year is', () => {
  expect(dated('Raid of 3 May 2012 hit Ada', '2012-05-03')).toBe('Raid of 3 May 2012 hit Ada')
  expect(dated('Raid of May 2012 hit Ada', '2012-05')).toBe('Raid of May 2012 hit Ada')
  expect(dated('Raid of 2012 hit Ada', '2012')).toBe('Raid of 2012 hit Ada, in 2012')
  expect(dated('Raid hit Ada', undefined)).toBe('Raid hit Ada')
})
