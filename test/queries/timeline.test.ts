import { describe, expect, test } from 'vitest'
import { describeTimeline } from '../../src/queries/describe-timeline.ts'
import {
  readTimelineQuestion,
  type TimelineOptions,
} from '../../src/queries/read-timeline-question.ts'
import { timeline } from '../../src/queries/timeline.ts'
import { graphOf } from '../graph/sources-of.ts'
import { smallBase } from './small-base.ts'

const life = {
  'ontology.yaml': `name: Lives
entities:
  person: { attributes: { rank: text } }
  group: {}
  raid: { dated: true, attributes: { method: text } }
relations:
  leads: { inverse: led-by, from: person, to: group, kind: affiliation, says: "{source} led {target}" }
  targeted: { from: raid, to: person, kind: operation, says: "{source} targeted {target}" }
`,
  'sources/report.yaml': 'title: Report\nparagraphs: 9\n',
  'all.yaml': `cite: report#p1
entities:
  ada:
    type: person
    name: Ada
    attributes:
      rank: [{ value: captain, when: 1399/.. }, { value: scribe }, { value: pilot, when: 0900~ }]
    relations:
      - { leads: guild, when: /1402 }
      - { leads: guild, when: 1401-05/, as: deputy }
      - { leads: guild, when: ../1400 }
      - { leads: guild, when: "../.." }
      - { leads: guild, when: "[1398..1400]", confidence: possible }
      - leads: crew
  guild: { type: group, name: the Guild }
  crew: { type: group, name: the Crew }
  raid: { type: raid, name: Raid, when: { value: 1402-06-03, inferred: By the tide. }, attributes: { method: fire }, relations: [{ targeted: ada }] }
`,
}
const graph = graphOf(life)

describe('a timeline', () => {
  test('is in order of time, with open and unknown ends in words, and the undated apart', () => {
    expect(told('ada', {})).toMatchInlineSnapshot(`
      "Ada: 8 dated claims, 2 undated

      About AD 900

        rank: pilot
          [report#p1]

      In a year from 1398 to 1400

        Ada led the Guild.
          ada--leads--guild--4 [report#p1]
          Possible.

      Since 1399

        rank: captain
          [report#p1]

      Until 1400

        Ada led the Guild.
          ada--leads--guild--2 [report#p1]

      From May 1401 (end unknown)

        Ada led the Guild, as deputy.
          ada--leads--guild--5 [report#p1]

      On 3 June 1402

        Raid targeted Ada.
          raid--targeted--ada [report#p1]
          The date is that of Raid; the curator concludes it: By the tide. [report#p1]

      Until 1402 (start unknown)

        Ada led the Guild.
          ada--leads--guild--3 [report#p1]

      At all times

        Ada led the Guild.
          ada--leads--guild [report#p1]

      Without a date

        rank: scribe
          [report#p1]

        Ada led the Crew.
          ada--leads--crew [report#p1]"
    `)
  })

  test('of an event begins with its own date', () => {
    expect(told('raid', {})).toMatchInlineSnapshot(`
      "Raid: 2 dated claims, 1 undated

      On 3 June 1402

        This is its date.
          [report#p1]
          The curator concludes this: By the tide.

        Raid targeted Ada.
          raid--targeted--ada [report#p1]
          The date is that of Raid; the curator concludes it: By the tide. [report#p1]

      Without a date

        method: fire
          [report#p1]"
    `)
  })

  test('keeps to what a filter keeps, and attributes are no relations', () => {
    const { dated, undated, total } = ask('ada', { from: '1402', certain: true })
    expect(dated.map(({ when }) => when)).toEqual(['1399/..', '1402-06-03', '/1402', '../..'])
    expect([undated, total]).toEqual([[], 4])
    const leading = ask('ada', { relation: ['leads'] })
    expect([leading.total, leading.undated.length]).toEqual([5, 1])
    expect(ask('ada', { type: ['raid'], relation: ['targeted'] }).total).toBe(1)
  })

  test('of an event keeps its date, although the curator concluded it', () => {
    const { dated, total } = ask('raid', { inferred: false })
    expect([dated.map(({ when }) => when), total]).toEqual([['1402-06-03'], 2])
  })

  test('that is cut says so', () => {
    expect(ask('ada', { limit: 2 })).toMatchObject({ total: 8 })
    expect(told('ada', { limit: 2 })).toContain(
      '\n\n6 later claims are left out; --limit shows more than 2.',
    )
  })

  test('of an entity of which nothing is said is empty', () => {
    const small = graphOf(smallBase)
    const answer = timeline(small, readTimelineQuestion(small, 'ada'))
    expect(answer).toEqual({ entity: 'ada', dated: [], undated: [], total: 0, totalUndated: 0 })
    expect(describeTimeline(small, answer)).toBe('Ada Nusrat: 0 dated claims, 0 undated')
  })
})

function ask(entity: string, options: TimelineOptions) {
  return timeline(graph, readTimelineQuestion(graph, entity, options))
}

function told(entity: string, options: TimelineOptions): string {
  return describeTimeline(graph, ask(entity, options))
}
