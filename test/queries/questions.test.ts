import { describe, expect, test } from 'vitest'
import { dayOf } from '../../src/dates/calendar.ts'
import { entityNamed } from '../../src/queries/entity-named.ts'
import { neighbours } from '../../src/queries/neighbours.ts'
import { type FilterOptions, readFilter, readPart } from '../../src/queries/read-filter.ts'
import { type PathOptions, readPathQuestion } from '../../src/queries/read-path-question.ts'
import { WrongQuestion } from '../../src/queries/wrong-question.ts'
import { graphOf } from '../graph/sources-of.ts'
import { smallBase } from './small-base.ts'

const graph = graphOf(smallBase)

describe('the entity that a word names', () => {
  test.each([
    ['its id', 'imu', 'imu'],
    ['its name', 'Makhdum Nusrat', 'makhdum-nusrat'],
    ['its name in another case, without spaces', 'MAKHDUMNUSRAT', 'makhdum-nusrat'],
    ['an alias without its diacritics', 'sirin', 'makhdum-nusrat'],
    ['an alias that is an abbreviation', 'I.M.U.', 'imu'],
  ])('by %s', (_, word, id) => {
    expect(entityNamed(graph, word)).toEqual({ kind: 'one', id })
  })

  test('is not chosen among several', () => {
    expect(entityNamed(graph, 'Ada Nusrat')).toEqual({ kind: 'several', ids: ['ada', 'namesake'] })
  })

  test('is suggested where there is none, from ids and names', () => {
    expect(entityNamed(graph, 'isav')).toEqual({ kind: 'none', meant: 'isaf' })
    expect(entityNamed(graph, 'Mahdum Nasrad')).toEqual({ kind: 'none', meant: 'makhdum-nusrat' })
    expect(entityNamed(graph, 'Copenhagen')).toEqual({ kind: 'none', meant: undefined })
  })

  test.each(['', ' ', '---', '?'])('is none for "%s"', (word) => {
    expect(entityNamed(graph, word)).toMatchObject({ kind: 'none' })
  })
})

describe('a filter', () => {
  test('is read in the names of the command line', () => {
    expect(
      readFilter(graph, {
        type: ['actor'],
        relation: ['led-by', 'in'],
        kind: ['location'],
        source: ['report'],
        withoutSource: ['unused'],
        saidBy: ['ISAF'],
        withoutSpeaker: ['Makhdum Nusrat'],
        minConfidence: 'possible',
        asOf: '2012-03',
        certain: true,
        inferred: false,
      }),
    ).toEqual({
      types: ['actor'],
      relations: ['leads', 'in'],
      kinds: ['location'],
      sources: ['report'],
      withoutSources: ['unused'],
      saidBy: ['isaf'],
      withoutSpeakers: ['makhdum-nusrat'],
      minConfidence: 'possible',
      from: dayOf(2012, 3, 1),
      to: dayOf(2012, 3, 31),
      certain: true,
      noInferred: true,
    })
  })

  test('keeps everything where nothing is asked for', () => {
    expect(readFilter(graph, {})).toEqual({})
    expect(readFilter(graph, { inferred: true })).toEqual({})
  })

  test('may be open at one end of time', () => {
    expect(readFilter(graph, { from: '2012~' })).toEqual({ from: dayOf(2011, 1, 1) })
    expect(readFilter(graph, { to: '2012' })).toEqual({ to: dayOf(2012, 12, 31) })
  })

  const wrong: [FilterOptions, string][] = [
    [{ type: ['persn'] }, 'There is no entity type "persn". Did you mean "person"?'],
    [
      { type: ['spaceship'] },
      'There is no entity type "spaceship". Choose from actor, group, person, place, raid.',
    ],
    [{ relation: ['lead-by'] }, 'There is no relation "lead-by". Did you mean "led-by"?'],
    [
      { kind: ['x'] },
      'There is no kind of relation "x". Choose from affiliation, location, operation.',
    ],
    [{ source: ['reports'] }, 'There is no source "reports". Did you mean "report"?'],
    [{ withoutSource: ['reports'] }, 'There is no source "reports". Did you mean "report"?'],
    [
      { saidBy: ['nobody-at-all'] },
      'There is no entity "nobody-at-all". Look around with "dossier find".',
    ],
    [{ minConfidence: 'probably' }, 'There is no confidence "probably". Did you mean "probable"?'],
    [
      { asOf: '2012', from: '2011' },
      '"--as-of" is one time and "--from"/"--to" another. Use one of the two.',
    ],
    [{ asOf: '17.3.2012' }, '"17.3.2012" is no date. Did you mean "2012-03-17"?'],
    [{ from: 'soon' }, '"soon" is no date. Write 2012, 2012-03 or 2012-03-17.'],
    [{ from: '2013', to: '2012' }, '"2013" is later than "2012". Turn "--from" and "--to" around.'],
    [{ certain: true }, '"--certain" needs a time: certainly when? Add "--as-of 2012".'],
  ]
  test.each(wrong)('that asks for %j is a wrong question', (options, message) => {
    expect(() => readFilter(graph, options)).toThrow(new WrongQuestion(message))
  })

  test('of what lies around an entity needs the entity', () => {
    expect(readPart(graph, { around: 'IMU', hops: 2 })).toEqual({ around: 'imu', hops: 2 })
    expect(() => readPart(graph, { hops: 2 })).toThrow(
      new WrongQuestion('"--hops" needs "--around ID": hops from which entity?'),
    )
    expect(() => readPart(graph, { around: 'IMU', hops: -1 })).toThrow(
      new WrongQuestion('"--hops" takes a whole number from 0 on, and "-1" is none.'),
    )
  })
})

describe('a question for paths', () => {
  test('is read in the names of the command line', () => {
    const asked: PathOptions = {
      max: 3,
      all: true,
      directed: true,
      via: ['led-by', 'person', 'town'],
      avoid: ['in'],
      through: ['place'],
      kind: ['affiliation'],
    }
    expect(readPathQuestion(graph, 'Makhdum Nusrat', 'ISAF', asked)).toEqual({
      from: 'makhdum-nusrat',
      to: 'isaf',
      max: 3,
      all: true,
      directed: true,
      via: [
        { kind: 'relation', id: 'leads' },
        { kind: 'type', id: 'person' },
        { kind: 'entity', id: 'town' },
      ],
      avoid: [{ kind: 'relation', id: 'in' }],
      through: ['place'],
      filter: { kinds: ['affiliation'] },
    })
  })

  const wrong: [string, string, PathOptions, string][] = [
    [
      'Ada Nusrat',
      'imu',
      {},
      '"Ada Nusrat" names several entities. Ask for one of them by its id: ada, namesake.',
    ],
    [
      'imuu',
      'isaf',
      {},
      'There is no entity "imuu". Did you mean "imu" (Islamic Movement of Uzbekistan)?',
    ],
    ['imu', 'IMU', {}, '"imu" and "IMU" are one entity. A path needs two.'],
    ['imu', 'isaf', { max: 13 }, 'A path has 1 to 12 hops; "--max 13" is outside of that.'],
    ['imu', 'isaf', { max: 0 }, 'A path has 1 to 12 hops; "--max 0" is outside of that.'],
    ['imu', 'isaf', { max: 1.5 }, 'A path has 1 to 12 hops; "--max 1.5" is outside of that.'],
    [
      'imu',
      'isaf',
      { max: Number.NaN },
      'A path has 1 to 12 hops; "--max NaN" is outside of that.',
    ],
    [
      'imu',
      'isaf',
      { through: ['plaice'] },
      'There is no entity type "plaice" to go through. Did you mean "place"?',
    ],
    [
      'imu',
      'isaf',
      { via: ['lads'] },
      '"lads" is no relation, entity type or entity. Did you mean "leads"?',
    ],
    [
      'imu',
      'isaf',
      { avoid: ['spaceship'] },
      '"spaceship" is no relation, entity type or entity. "dossier stats" lists what there is.',
    ],
    [
      'imu',
      'isaf',
      { kind: ['x'] },
      'There is no kind of relation "x". Choose from affiliation, location, operation.',
    ],
  ]
  test.each(wrong)('from %s to %s with %j is a wrong question', (from, to, options, message) => {
    expect(() => readPathQuestion(graph, from, to, options)).toThrow(new WrongQuestion(message))
  })
})

describe('neighbours', () => {
  test('are every claim, read from the entity, by relation, then surest first, then by key', () => {
    const found = neighbours(graph, 'imu').map(({ edge, entity, forward, sentence }) => {
      return { edge, entity, forward, sentence }
    })
    expect(found).toEqual([
      {
        edge: 'al-qaida--allied-with--imu',
        entity: 'al-qaida',
        forward: false,
        sentence: 'Islamic Movement of Uzbekistan is allied with al-Qaida',
      },
      {
        edge: 'makhdum-nusrat--leads--imu--2',
        entity: 'makhdum-nusrat',
        forward: false,
        sentence: 'Islamic Movement of Uzbekistan is led by Makhdum Nusrat',
      },
      {
        edge: 'makhdum-nusrat--leads--imu',
        entity: 'makhdum-nusrat',
        forward: false,
        sentence: 'Islamic Movement of Uzbekistan is led by Makhdum Nusrat, as emir',
      },
    ])
  })

  test('are only those that a filter keeps', () => {
    const edges = (options: FilterOptions) =>
      neighbours(graph, 'imu', readFilter(graph, options)).map(({ edge }) => edge)
    const [allied, first, second] = [
      'al-qaida--allied-with--imu',
      'makhdum-nusrat--leads--imu',
      'makhdum-nusrat--leads--imu--2',
    ]
    expect(edges({ relation: ['allied-with'] })).toEqual([allied])
    expect(edges({ type: ['group'] })).toEqual([allied])
    expect(edges({ inferred: false })).toEqual([allied, first])
    expect(edges({ minConfidence: 'probable' })).toEqual([second, first])
    expect(edges({ saidBy: ['isaf'] })).toEqual([first])
    expect(edges({ withoutSpeaker: ['isaf'] })).toEqual([allied, second, first])
    expect(edges({ withoutSpeaker: ['isaf', 'al-qaida'] })).toEqual([allied, second])
    expect(edges({ asOf: '2012' })).toEqual([second])
    expect(edges({ asOf: '2012', certain: true })).toEqual([second])
    expect(edges({ asOf: '2012-02-03', certain: true })).toEqual([])
    expect(edges({ source: ['unused'] })).toEqual([])
    expect(edges({ withoutSource: ['unused'] })).toEqual([allied, second, first])
    expect(edges({ withoutSource: ['report'] })).toEqual([])
  })

  test('of an entity that is tied to nothing are none', () => {
    expect(neighbours(graph, 'ada')).toEqual([])
  })
})
