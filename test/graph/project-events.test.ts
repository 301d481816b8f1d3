import fc from 'fast-check'
import { MultiDirectedGraph } from 'graphology'
import { describe, expect, test } from 'vitest'
import { confidenceRank } from '../../src/graph/filter.ts'
import { filterGraph } from '../../src/graph/filter-graph.ts'
import type {
  EdgeAttributes,
  KnowledgeGraph,
  NodeAttributes,
} from '../../src/graph/knowledge-graph.ts'
import { crowdOf, mostTies, projectEvents } from '../../src/graph/project-events.ts'
import { sentenceOf } from '../../src/graph/sentence.ts'
import { confidences } from '../../src/model/claim.ts'
import { readPart } from '../../src/queries/read-filter.ts'
import { awkwardGraph } from '../exports/awkward-graph.ts'

test('two who took part in one event are tied, and the event is no more', () => {
  const graph = smallBase()
  const projected = projectEvents(graph, 'raid')
  expect(projected.nodes()).toEqual(['ada', 'bob', 'carl', 'talk', 'town'])
  expect(projected.mapEdges((edge) => edge)).toEqual([
    'talk--has--ada',
    'talk--has--bob',
    'ada--took-part-with--bob',
    'ada--took-part-with--bob--2',
    'ada--took-part-with--carl',
    'bob--took-part-with--carl',
  ])
})

test('a tie has the date of the event, the doubt of its weaker part and the evidence of both', () => {
  const projected = projectEvents(smallBase(), 'raid')
  expect(projected.getEdgeAttributes('ada--took-part-with--carl')).toEqual({
    relation: 'took-part-with',
    kind: 'co-participation',
    label: 'took part with',
    symmetric: true,
    event: { id: 'raid-2', label: 'Raid {source} 2' },
    when: '2012',
    start: '2012-01-01',
    end: '2012-12-31',
    confidence: 'doubtful',
    inferred: 'He was near.',
    citations: [
      { source: 'lwj', at: 'p1' },
      { source: 'lwj', at: 'p2' },
    ],
    saidBy: ['bob'],
    note: 'Ada: carried out, killed in. Carl: killed in. By radio. Another reading of this part: Bob.',
    rivals: [],
    file: 'raids.yaml',
    line: 1,
  })
})

test('its sentence names both and the event, whatever the event is called', () => {
  const projected = projectEvents(smallBase(), 'raid')
  const tie = 'ada--took-part-with--carl'
  expect(sentenceOf(projected, tie)).toBe('Ada and Carl both took part in Raid {source} 2')
  expect(sentenceOf(projected, tie, false)).toBe('Carl and Ada both took part in Raid {source} 2')
})

test('one who takes part in several ways takes part as surely as the surest of them says', () => {
  const graph = smallBase()
  graph.setEdgeAttribute('raid-2--by--ada', 'inferred', 'Perhaps.')
  graph.setEdgeAttribute('raid-2--by--ada', 'confidence', 'improbable')
  const tie = projectEvents(graph, 'raid').getEdgeAttributes('ada--took-part-with--bob--2')
  expect(tie).not.toHaveProperty('inferred')
  expect(tie).not.toHaveProperty('confidence')
})

test('a type stands for the types below it, and an ontology keeps its own relation of that name', () => {
  const graph = smallBase()
  const { entities, relations } = graph.getAttribute('ontology')
  const { has } = relations
  if (!has) throw new Error('There is no relation "has".')
  graph.setAttribute('ontology', { entities, relations: { ...relations, 'took-part-with': has } })
  const projected = projectEvents(graph, 'event')
  expect(projected.nodes()).toEqual(['ada', 'bob', 'carl', 'town'])
  expect(projected.size).toBe(5)
  for (const { attributes } of projected.edgeEntries()) {
    expect(attributes.relation).toBe('took-part-with-2')
  }
})

describe('with filters', () => {
  test('they choose the claims before ties are made of them', () => {
    const ties = (part: Parameters<typeof filterGraph>[1]) =>
      filterGraph(smallBase(), { project: 'raid', ...part }).filterEdges(
        (_, { event }) => event !== undefined,
      )
    expect(ties({ relations: ['by'] })).toEqual([])
    expect(ties({ noInferred: true })).toEqual([
      'ada--took-part-with--bob',
      'ada--took-part-with--bob--2',
    ])
    expect(ties({ types: ['person'] })).toHaveLength(4)
    expect(ties({ minConfidence: 'possible' })).toHaveLength(2)
  })

  test('what lies around an entity lies around it along the ties', () => {
    const near = filterGraph(smallBase(), { project: 'event', around: 'carl' })
    expect(near.nodes()).toEqual(['ada', 'bob', 'carl'])
    expect(near.getAttribute('counts')).toMatchObject({ entities: 3, relations: near.size })
  })
})

test('a crowd is refused before its ties are made, with what to do', () => {
  const graph = smallBase()
  for (let number = 0; number < 800; number++) {
    graph.addNode(`p${number}`, graph.getNodeAttributes('ada'))
    graph.addEdge('raid-2', `p${number}`, graph.getEdgeAttributes('raid-2--killed--ada'))
  }
  expect(crowdOf(graph, 'raid', () => true)).toEqual({
    ties: (803 * 802) / 2 + 1,
    largest: 'raid-2',
    participants: 803,
  })
  expect(() => readPart(graph, { project: 'raid' })).toThrow(
    `would make 322004 ties, and ${mostTies} are the most: "Raid {source} 2" (raid-2) alone has 803 participants. Keep fewer of them`,
  )
  expect(readPart(graph, { project: 'raid', relation: ['by'] })).toMatchObject({ project: 'raid' })
})

test.each([
  [{ project: 'person' }, 'There is no type of events "person".'],
  [{ project: 'rad' }, 'Did you mean "raid"?'],
  [{ project: 'raid', around: 'raid-1' }, 'takes "raid-1" out of the graph'],
])('%o is refused', (options, message) => {
  expect(() => readPart(smallBase(), options)).toThrow(message)
})

test('as many ties, as sure and as founded, as a naive count finds in random graphs', () => {
  let seen = 0
  fc.assert(
    fc.property(randomMeetings, (meetings) => {
      const graph = graphOf(meetings)
      const projected = projectEvents(graph, 'raid')
      const ties = projected.filterEdges((_, { event }) => event !== undefined)
      const told = ties.map((tie) => {
        const { event, confidence, inferred, citations } = projected.getEdgeAttributes(tie)
        const [source, target] = projected.extremities(tie)
        const pages = citations.map(({ at }) => at).sort()
        const isInferred = inferred !== undefined
        return JSON.stringify([source, target, event?.id, confidence, isInferred, pages])
      })
      expect(told.sort()).toEqual(naiveTies(meetings).sort())
      expect(crowdOf(graph, 'raid', () => true).ties).toBe(ties.length)
      expect(projected.filterNodes((_, { type }) => type === 'raid')).toEqual([])
      seen += ties.length
    }),
    { numRuns: 300 },
  )
  expect(seen).toBeGreaterThan(200)
})

interface Meeting {
  readonly event: number
  readonly person: number
  readonly confidence: (typeof confidences)[number] | undefined
  readonly inferred: boolean
}

const randomMeetings: fc.Arbitrary<Meeting[]> = fc.array(
  fc.record({
    event: fc.nat(3),
    person: fc.nat(4),
    confidence: fc.constantFrom(undefined, ...confidences),
    inferred: fc.boolean(),
  }),
  { maxLength: 14 },
)

/** Every pair of people at every event, by looking through all meetings for each. */
function naiveTies(meetings: readonly Meeting[]): string[] {
  const ties: string[] = []
  for (let event = 0; event < 4; event++) {
    for (let first = 0; first < 5; first++) {
      for (let second = first + 1; second < 5; second++) {
        const parts = [first, second].map((person) =>
          meetings.flatMap((meeting, index) =>
            meeting.event === event && meeting.person === person ? [{ ...meeting, index }] : [],
          ),
        )
        if (parts.some((part) => part.length === 0)) continue
        const surest = parts.map((part) =>
          Math.min(...part.map((p) => confidenceRank(p.confidence))),
        )
        const confidence = [undefined, ...confidences].find(
          (word) => confidenceRank(word) === Math.max(...surest),
        )
        const inferred = parts.some((part) => part.every((p) => p.inferred))
        const pages = parts.flat().map(({ index }) => `p${index}`)
        ties.push(
          JSON.stringify([
            `p${first}`,
            `p${second}`,
            `e${event}`,
            confidence,
            inferred,
            pages.sort(),
          ]),
        )
      }
    }
  }
  return ties
}

function graphOf(meetings: readonly Meeting[]): KnowledgeGraph {
  const graph = emptyGraph()
  for (let event = 0; event < 4; event++) graph.addNode(`e${event}`, node('raid', `E${event}`))
  for (let person = 0; person < 5; person++)
    graph.addNode(`p${person}`, node('person', `P${person}`))
  for (const [index, { event, person, confidence, inferred }] of meetings.entries()) {
    const [source, target] =
      index % 2 === 0 ? [`e${event}`, `p${person}`] : [`p${person}`, `e${event}`]
    graph.addEdgeWithKey(`${index}`, source, target, {
      ...edge('killed'),
      ...(confidence !== undefined && { confidence }),
      ...(inferred && { inferred: 'So it seems.' }),
      citations: [{ source: 'lwj', at: `p${index}` }],
    })
  }
  return graph
}

/** Two raids, a talk that is no raid, a place, and people with parts in them. */
function smallBase(): KnowledgeGraph {
  const graph = emptyGraph()
  for (const id of ['ada', 'bob', 'carl']) graph.addNode(id, node('person', capital(id)))
  graph.addNode('raid-1', node('raid', 'Raid 1', { when: '2011' }))
  const year = { when: '2012', start: '2012-01-01', end: '2012-12-31' }
  graph.addNode('raid-2', node('raid', 'Raid {source} 2', year))
  graph.addNode('talk', node('talk', 'Talk'))
  graph.addNode('town', node('place', 'Town'))
  const add = (key: string, more: Partial<EdgeAttributes> = {}) => {
    const [source = '', relation = '', target = ''] = key.split('--')
    graph.addEdgeWithKey(key, source, target, { ...edge(relation), ...more })
  }
  add('bob--joined--raid-1')
  add('raid-1--by--ada')
  add('raid-1--in--town')
  add('raid-2--by--ada', { citations: [{ source: 'lwj', at: 'p1' }] })
  add('raid-2--in--town')
  add('raid-2--killed--ada', { citations: [{ source: 'lwj', at: 'p1' }] })
  add('raid-2--killed--bob')
  add('raid-2--killed--carl', {
    confidence: 'doubtful',
    inferred: 'He was near.',
    citations: [{ source: 'lwj', at: 'p2' }],
    saidBy: ['bob'],
    note: 'By radio',
    rivals: [{ target: 'bob', citations: [], saidBy: [] }],
  })
  add('raid-2--part-of--raid-1')
  add('talk--has--ada')
  add('talk--has--bob')
  return graph
}

function emptyGraph(): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph()
  const { ontology, ...others } = awkwardGraph().getAttributes()
  const { person, place, raid } = ontology.entities
  const { killed } = ontology.relations
  if (!person || !place || !raid || !killed) throw new Error('The awkward graph has changed.')
  const captions: Record<string, string> = { by: 'carried out', joined: '', killed: 'killed in' }
  const names = ['by', 'has', 'in', 'joined', 'killed', 'part-of']
  graph.replaceAttributes({
    ...others,
    ontology: {
      entities: {
        person,
        place,
        event: { ...raid, types: ['event'], abstract: true },
        raid: { ...raid, types: ['raid', 'event'] },
        talk: { ...raid, types: ['talk', 'event'] },
      },
      relations: Object.fromEntries(
        names.map((name) => [
          name,
          { ...killed, label: name, inverseLabel: captions[name] ?? name },
        ]),
      ),
    },
  })
  return graph
}

function node(type: string, label: string, more: Partial<NodeAttributes> = {}): NodeAttributes {
  const types = ['raid', 'talk'].includes(type) ? [type, 'event'] : [type]
  const base = { label, type, types, aliases: [], unnamed: false, attributes: {} }
  return { ...base, file: `${type}s.yaml`, line: 1, ...more }
}

function edge(relation: string): EdgeAttributes {
  const claim = { citations: [], saidBy: [], rivals: [], file: 'claims.yaml', line: 7 }
  return { relation, kind: 'operation', label: relation, symmetric: false, ...claim }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
