import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupMembers } from '../../src/graph/group-members.ts'
import { groups } from '../../src/queries/groups.ts'
import { visibleGroups } from '../../viewer/groups/picture-groups.ts'
import type { Visible } from '../../viewer/state/visible.ts'
import { buildRandomGraph, randomGraph } from '../queries/random-graph.ts'

const visibleOnly = (ids: readonly string[]): Visible => ({
  nodes: new Set(ids),
  edges: new Set(),
  whole: false,
  inTime: null,
})

const named = (centre: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${centre}${index}`)

test('groups in the picture are those of the shell', () => {
  fc.assert(
    fc.property(randomGraph, (random) => {
      const graph = buildRandomGraph(random)
      expect(groupMembers(graph)).toEqual(groups(graph).groups.map(({ members }) => members))
    }),
  )
})

test('what a filter leaves of a group is named after the best tied of those who are left', () => {
  const all = [named('a', 9), named('b', 8)]
  const visible = visibleOnly([...named('a', 9).slice(2), ...named('b', 8)])
  expect(visibleGroups(all, visible)).toEqual([
    { centre: 'b0', members: named('b', 8) },
    { centre: 'a2', members: named('a', 9).slice(2) },
  ])
})

test('a handful is no group, and of groups alike the one with the lesser id comes first', () => {
  const all = [named('c', 6), named('b', 6), named('a', 5)]
  const found = visibleGroups(all, visibleOnly(all.flat()))
  expect(found.map(({ centre }) => centre)).toEqual(['b0', 'c0'])
  expect(visibleGroups(all, visibleOnly(named('c', 5)))).toEqual([])
})
