import { expect, test } from 'vitest'
import { describeObstacles } from '../../src/queries/describe-obstacles.ts'
import { findPaths } from '../../src/queries/find-paths.ts'
import { obstacles } from '../../src/queries/obstacles.ts'
import { type PathOptions, readPathQuestion } from '../../src/queries/read-path-question.ts'
import { graphOf } from '../graph/sources-of.ts'
import { smallBase } from './small-base.ts'

const graph = graphOf(smallBase)

test('one condition that is in the way, with what there is without it', () => {
  expect(told('makhdum-nusrat', 'al-qaida', { asOf: '2020', max: 3 })).toMatchInlineSnapshot(`
    "Without "--as-of 2020" there is a path of 2 hops.
    As asked, no other entity can be reached from Makhdum Nusrat, and al-Qaida from no other entity.
    Nearest to each other on the two sides are Makhdum Nusrat and al-Qaida, 2 hops apart:
      Makhdum Nusrat leads Islamic Movement of Uzbekistan, as emir, until 2011.
      Islamic Movement of Uzbekistan is allied with al-Qaida, from 2001 to 2011."
  `)
})

test('a type that no path runs through', () => {
  expect(told('raid', 'al-qaida', { avoid: ['targeted'] })).toMatchInlineSnapshot(`
    "Paths do not run through entities of type place; "--through place" lets them. Then there is a path of 2 hops.
    Without "--avoid targeted" there is a path of 1 hop.
    As asked, no other entity can be reached from Raid at Kabul, and al-Qaida from 2 other entities.
    Nearest to each other on the two sides are Raid at Kabul and al-Qaida, 1 hop apart:
      Raid at Kabul – targeted – al-Qaida, in May 2013."
  `)
})

test('two conditions that are in the way only together', () => {
  const options = { relation: ['leads'], minConfidence: 'confirmed', max: 4 }
  expect(told('makhdum-nusrat', 'al-qaida', options)).toMatchInlineSnapshot(`
    "Only without "--relation leads" and "--min-confidence confirmed" there is a path of 2 hops.
    As asked, no other entity can be reached from Makhdum Nusrat, and al-Qaida from no other entity.
    Nearest to each other on the two sides are Makhdum Nusrat and al-Qaida, 2 hops apart:
      Makhdum Nusrat leads Islamic Movement of Uzbekistan, as emir, until 2011.
      Islamic Movement of Uzbekistan is allied with al-Qaida, from 2001 to 2011."
  `)
})

test('a path expression that nothing spells', () => {
  expect(told('makhdum-nusrat', 'al-qaida', { along: 'leads/in' })).toMatchInlineSnapshot(`
    "Without "--along leads/in" there is a path of 2 hops.
    As asked, 1 other entity can be reached from Makhdum Nusrat, and al-Qaida from no other entity.
    Nearest to each other on the two sides are Islamic Movement of Uzbekistan and al-Qaida, 1 hop apart:
      Islamic Movement of Uzbekistan is allied with al-Qaida, from 2001 to 2011."
  `)
})

test('hops that cannot hold at one time', () => {
  const options = { together: true, via: ['imu'] }
  expect(told('raid', 'makhdum-nusrat', options)).toMatchInlineSnapshot(
    `"Without "--together" there is a path of 3 hops."`,
  )
})

test('nothing at all connects them', () => {
  const answer = obstacles(graph, 'ada', 'imu', { asOf: '2011' })
  expect(answer).toEqual({ alone: [], reached: { from: 1, to: 3 } })
  expect(describeObstacles(graph, { from: 'ada', to: 'imu' }, { asOf: '2011' }, answer)).toEqual([])
})

function told(from: string, to: string, options: PathOptions): string {
  expect(findPaths(graph, readPathQuestion(graph, from, to, options)).paths).toEqual([])
  const found = obstacles(graph, from, to, options)
  return describeObstacles(graph, { from, to }, options, found).join('\n')
}
