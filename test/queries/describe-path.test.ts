import { expect, test } from 'vitest'
import { describePath, sourcesInWords } from '../../src/queries/describe-path.ts'
import { findPaths } from '../../src/queries/find-paths.ts'
import { type PathOptions, readPathQuestion } from '../../src/queries/read-path-question.ts'
import { graphOf } from '../graph/sources-of.ts'
import { smallBase } from './small-base.ts'

const graph = graphOf(smallBase)

test('a path with doubts, and the time in which it can hold', () => {
  expect(told('makhdum-nusrat', 'al-qaida', { inferred: false })).toMatchInlineSnapshot(`
    "  1. Makhdum Nusrat leads Islamic Movement of Uzbekistan, as emir, until 2011.
         Probable. ISAF and al-Qaida say so.
         [report#p1]
      2. Islamic Movement of Uzbekistan is allied with al-Qaida, from 2001 to 2011.
         Possible.
         [report#p3, report#p4 (“sworn allies”)]

      All hops can hold together from 2001 to 2011.
      Weakest: hop 2 (possible)."
  `)
})

test('a path that the curator concluded, and that cannot hold at one time', () => {
  expect(told('raid', 'makhdum-nusrat', {})).toMatchInlineSnapshot(`
    "  1. Raid at Kabul – targeted – al-Qaida, in May 2013.
         [report#p5]
         But: this is denied. [report#p6]
      2. al-Qaida is allied with Islamic Movement of Uzbekistan, from 2001 to 2011.
         Possible.
         [report#p3, report#p4 (“sworn allies”)]
      3. Islamic Movement of Uzbekistan is led by Makhdum Nusrat, in February 2012.
         The curator concludes this: He is named after its leader.
         [report#p1]

      These hops cannot all hold at one time.
      Weakest: hop 2 (possible).

      1. Raid at Kabul – targeted – al-Qaida, in May 2013.
         [report#p5]
         But: this is denied. [report#p6]
      2. al-Qaida is allied with Islamic Movement of Uzbekistan, from 2001 to 2011.
         Possible.
         [report#p3, report#p4 (“sworn allies”)]
      3. Islamic Movement of Uzbekistan is led by Makhdum Nusrat, as emir, until 2011.
         Probable. ISAF and al-Qaida say so.
         [report#p1]

      These hops cannot all hold at one time.
      Weakest: hop 2 (possible)."
  `)
})

test('one hop, undated and without a citation', () => {
  expect(told('al-qaida', 'town', {})).toMatchInlineSnapshot(`
    "  1. al-Qaida took place in Kabul town.
         [no citation]

      The sources date none of this."
  `)
})

test('one hop, read against its direction', () => {
  expect(told('town', 'raid', {})).toMatchInlineSnapshot(`
    "  1. Raid at Kabul took place in Kabul town, in May 2013.
         [report#p5]

      This can hold in May 2013."
  `)
})

test('the sources of paths, each once, and what is no source by its id', () => {
  const { paths } = findPaths(graph, readPathQuestion(graph, 'raid', 'makhdum-nusrat'))
  expect(sourcesInWords(graph, paths)).toEqual([
    'report: B. Roggio, “Annual report”, The Journal, 2012-03-26. Reliability B.',
  ])
  const strange = { source: 'constructor' }
  const hops = paths.flatMap((path) => path.hops.map((hop) => ({ ...hop, citations: [strange] })))
  expect(sourcesInWords(graph, [{ length: 1, weakest: 0, together: null, hops }])).toEqual([
    'constructor: “constructor”.',
  ])
})

function told(from: string, to: string, options: PathOptions): string {
  const { paths } = findPaths(graph, readPathQuestion(graph, from, to, options))
  return paths.map((path) => describePath(graph, path)).join('\n\n')
}
