import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sourceCoverage } from '../../src/queries/source-coverage.ts'
import { sourceSupport } from '../../src/queries/source-support.ts'
import { clearOne, showEverything } from '../../viewer/state/changes.ts'
import { formatHash } from '../../viewer/state/format-hash.ts'
import { fragileWith, litBySource } from '../../viewer/state/lit-by-source.ts'
import { parseHash } from '../../viewer/state/parse-hash.ts'
import {
  leaveSource,
  onlySaidBy,
  onlySource,
  setSourceMode,
  showSource,
  withoutSpeaker,
} from '../../viewer/state/source-changes.ts'
import { type SourceOrder, sourceRows } from '../../viewer/state/source-rows.ts'
import { knownView } from '../../viewer/state/unknown-ids.ts'
import { initialView, sourceModes, type ViewState } from '../../viewer/state/view-state.ts'
import { passedBy, visibleOf } from '../../viewer/state/visible.ts'
import { graphOf } from '../graph/sources-of.ts'

const graph = graphOf({
  'ontology.yaml': `name: Test
entities: { person: { attributes: { rank: text } } }
relations: { knows: { from: person, to: person, kind: social } }
`,
  'sources/alpha.yaml': 'title: Über alles\npublisher: Press\nreliability: B\npublished: 2012\n',
  'sources/beta.yaml': 'title: Annals\nauthor: A. Writer\nreliability: F\npublished: 2011-05\n',
  'sources/gamma.yaml': 'title: Zeitung\nreliability: E\npublished: 2012-03\n',
  'sources/delta.yaml': 'title: zebra\n',
  'people.yaml': `entities:
  ada: { type: person, name: Ada, attributes: { rank: { value: major, cite: alpha } }, relations: [{ knows: bob, cite: [alpha, beta], said-by: cid }] }
  bob: { type: person, name: Bob, relations: [{ knows: cid, cite: beta }, { knows: dan, cite: beta }] }
  cid: { type: person, name: Cid, relations: [{ knows: ada, cite: gamma }] }
  dan: { type: person, name: Dan }
`,
})
const coverage = sourceCoverage(graph)
const [adaBob, bobCid, bobDan, cidAda] = [
  'ada--knows--bob',
  'bob--knows--cid',
  'bob--knows--dan',
  'cid--knows--ada',
]

describe('the list of sources', () => {
  const ids = (order: SourceOrder, wanted = '') =>
    sourceRows(graph, coverage, order, wanted).map(({ id }) => id)

  test.each<[SourceOrder, string[]]>([
    ['claims', ['beta', 'alpha', 'gamma', 'delta']],
    ['alone', ['beta', 'alpha', 'gamma', 'delta']],
    ['reliability', ['gamma', 'alpha', 'beta', 'delta']],
    ['published', ['gamma', 'alpha', 'beta', 'delta']],
    ['title', ['beta', 'alpha', 'delta', 'gamma']],
  ])('by %s', (order, expected) => {
    expect(ids(order)).toEqual(expected)
  })

  test.each([
    ['uber', ['alpha']],
    ['  PRESS ', ['alpha']],
    ['writer', ['beta']],
    ['amma', ['gamma']],
    ['alles press', []],
    ['.*', []],
  ])('that hold %j', (wanted, expected) => {
    expect(ids('title', wanted)).toEqual(expected)
  })
})

describe('the picture of a source', () => {
  const seen = (view: ViewState) => visibleOf(graph, passedBy(graph, view), view, null)
  const visible = seen(initialView)

  test('lights what cites it, relations with their ends', () => {
    const lit = litBySource({ graph, visible }, sourceSupport(graph, 'alpha'))
    expect([...lit.nodes].sort()).toEqual(['ada', 'bob'])
    expect([...lit.edges]).toEqual([adaBob])
  })

  test('lights no relation that the filters hide', () => {
    const hidden = seen({ ...initialView, hiddenEntities: ['dan'] })
    const lit = litBySource({ graph, visible: hidden }, sourceSupport(graph, 'beta'))
    expect([...lit.edges].sort()).toEqual([adaBob, bobCid])
    expect(lit.nodes.has('dan')).toBe(false)
  })

  test('marks what falls with it', () => {
    const { nodes, edges } = fragileWith(graph, sourceSupport(graph, 'beta'))
    expect([...edges]).toEqual([bobCid, bobDan])
    expect([...nodes]).toEqual(['dan'])
  })

  test('marks nothing where everything falls', () => {
    const lonely = graphOf({
      'ontology.yaml': `name: Test
entities: { person: {} }
relations: { knows: { from: person, to: person, kind: social } }
`,
      'sources/s.yaml': 'title: S\n',
      'people.yaml': `entities:
  ada: { type: person, name: Ada, relations: [{ knows: bob, cite: s }] }
  bob: { type: person, name: Bob }
`,
    })
    const support = sourceSupport(lonely, 's')
    expect(support.untold.size).toBe(2)
    expect(fragileWith(lonely, support)).toEqual({ nodes: new Set(), edges: new Set() })
  })

  test('shows only it, or all but what rests on it alone, or one speaker', () => {
    const edges = (view: Partial<ViewState>) => [...seen({ ...initialView, ...view }).edges].sort()
    expect(edges({ source: { id: 'alpha', mode: 'light' } })).toHaveLength(4)
    expect(edges({ source: { id: 'alpha', mode: 'only' } })).toEqual([adaBob])
    expect(edges({ source: { id: 'beta', mode: 'without' } })).toEqual([adaBob, cidAda])
    expect(edges({ saidBy: 'cid' })).toEqual([adaBob])
    expect(edges({ withoutSpeaker: 'cid' })).not.toContain(adaBob)
    expect(edges({ withoutSpeaker: 'cid' })).toHaveLength(edges({}).length - 1)
  })
})

describe('the address', () => {
  test('holds the source, what is done with it, and the speaker', () => {
    fc.assert(
      fc.property(
        fc.option(
          fc.record({ id: fc.string({ minLength: 1 }), mode: fc.constantFrom(...sourceModes) }),
        ),
        fc.option(fc.string({ minLength: 1 })),
        (source, saidBy) => {
          const view: ViewState = { ...initialView, source, saidBy, left: 'sources' }
          expect(parseHash(formatHash(view))).toEqual(view)
        },
      ),
    )
  })

  test.each([
    ['#source=a&claims=nonsense', { source: { id: 'a', mode: 'light' } }],
    ['#claims=without', { source: null }],
    ['#source=&said-by=', { source: null, saidBy: null }],
  ])('%s is read as far as it makes sense', (hash, expected) => {
    expect(parseHash(hash)).toMatchObject(expected)
  })

  test('may name what the graph does not have, even a property of every object', () => {
    const view: ViewState = {
      ...initialView,
      source: { id: 'constructor', mode: 'without' },
      saidBy: 'toString',
      withoutSpeaker: 'valueOf',
    }
    expect(knownView(graph, view)).toEqual({
      view: initialView,
      unknown: ['constructor', 'toString', 'valueOf'],
    })
  })
})

describe('a step', () => {
  const at = (view: Partial<ViewState>): ViewState => ({ ...initialView, ...view })
  const light = { id: 'alpha', mode: 'light' } as const
  const without = { id: 'alpha', mode: 'without' } as const

  test('to a source keeps what is done with it, if it is the same', () => {
    expect(showSource('alpha', false)(at({}))).toEqual(at({ source: light, left: 'sources' }))
    expect(showSource('alpha', false)(at({ source: without })).source).toEqual(without)
    expect(showSource('beta', false)(at({ source: without })).source).toEqual({
      ...light,
      id: 'beta',
    })
    expect(showSource('alpha', true)(at({ right: 'evidence' })).right).toBe('none')
  })

  test('changes what is done with it, or leaves it', () => {
    expect(setSourceMode('without')(at({ source: light }))).toEqual(at({ source: without }))
    expect(setSourceMode('without')(at({}))).toEqual(at({}))
    expect(leaveSource(at({ source: without }))).toEqual(at({}))
    expect(onlySource(null)(at({ source: without }))).toEqual(at({}))
    expect(onlySource('beta')(at({}))).toEqual(at({ source: { id: 'beta', mode: 'only' } }))
    expect(onlySaidBy('ada')(at({}))).toEqual(at({ saidBy: 'ada' }))
    expect(withoutSpeaker('ada')(at({ saidBy: 'bob' }))).toEqual(
      at({ saidBy: 'bob', withoutSpeaker: 'ada' }),
    )
    expect(withoutSpeaker('ada')(at({ saidBy: 'ada' }))).toEqual(at({ withoutSpeaker: 'ada' }))
    expect(onlySaidBy('ada')(at({ withoutSpeaker: 'ada' }))).toEqual(at({ saidBy: 'ada' }))
    expect(withoutSpeaker(null)(at({ withoutSpeaker: 'ada' }))).toEqual(at({}))
  })

  test('that lets go takes the selection first, then the source', () => {
    const chosen = at({ source: without, selected: { kind: 'entity', id: 'ada' } })
    expect(clearOne(chosen)).toEqual(at({ source: without }))
    expect(clearOne(clearOne(chosen))).toEqual(at({}))
  })

  test('that shows everything leaves the open panel its source', () => {
    const hidden = { source: without, saidBy: 'ada', withoutSpeaker: 'bob' }
    expect(showEverything(at({ ...hidden, left: 'sources' }))).toEqual(
      at({ source: light, left: 'sources' }),
    )
    expect(showEverything(at({ ...hidden, left: 'filters' }))).toEqual(at({ left: 'filters' }))
  })
})
