import { describe, expect, test } from 'vitest'
import { type AskedEngine, askedEngine } from '../../src/engines/asked-engine.ts'
import { embeddedServer } from '../../src/engines/embedded.ts'
import { push } from '../../src/engines/push.ts'
import { remoteQuestions } from '../../src/engines/remote-questions.ts'
import { questionsOf } from '../../src/queries/questions.ts'
import { graphOf } from '../graph/sources-of.ts'
import { smallBase } from '../queries/small-base.ts'

const graph = graphOf(smallBase)
const here = questionsOf(graph)

async function opened(): Promise<AskedEngine> {
  const server = embeddedServer()
  await push(server.engine('base'), { graph, files: [] })
  return askedEngine(server, 'base')
}

const there = remoteQuestions(await opened())

/** As data, in words, and item by item. */
function told(answer: object) {
  const items = Symbol.iterator in answer ? [...(answer as Iterable<unknown>)] : []
  const lists = Object.values(answer).filter((value) => Array.isArray(value))
  return {
    data: JSON.parse(JSON.stringify(answer)),
    text: String(answer),
    items: JSON.parse(JSON.stringify(items)),
    texts: [...items, ...lists.flat()].map(String),
  }
}

describe('a base on a server in a script', () => {
  test.each([
    ['show', (q) => q.show('imu')],
    ['paths', (q) => q.paths('makhdum-nusrat', 'al-qaida', { all: true })],
    ['paths that there are none of', (q) => q.paths('ada', 'imu')],
    ['neighbours', (q) => q.neighbours('Makhdum Nusrat', { limit: 1 })],
    ['expand', (q) => q.expand(['imu', 'raid'], { direction: 'in' })],
    ['common', (q) => q.common('imu', 'raid')],
    ['between', (q) => q.between({ top: 3 })],
    ['groups', (q) => q.groups()],
    ['timeline', (q) => q.timeline('raid')],
    ['statistics', (q) => q.statistics()],
    ['statistics of a part', (q) => q.statistics({ kind: ['affiliation'] })],
  ] as [string, (q: typeof here | typeof there) => object | Promise<object>][])(
    '%s answers as the files do',
    async (_, ask) => {
      const expected = told(await ask(here))
      expect(told(await ask(there))).toEqual(expected)
      expect(expected.text.length).toBeGreaterThan(10)
    },
  )

  test('names and searches are understood alike', async () => {
    expect(await there.id('Ádá nusrat').catch(String)).toContain('names several entities')
    expect(await there.id('Al Qaida')).toBe('al-qaida')
    expect(await there.find('nusrat')).toEqual(here.find('nusrat'))
  })

  test('an option that is none is refused, and an aborted question ends', async () => {
    const misspelt = { maxx: 2 } as object
    await expect(there.paths('ada', 'imu', misspelt)).rejects.toThrow('maxx')
    const signal = AbortSignal.abort(new Error('Enough.'))
    await expect(there.paths('ada', 'imu', { signal })).rejects.toThrow('Enough.')
    await expect(there.neighbours('ada', { signal })).rejects.toThrow('Enough.')
    await expect(there.between({ signal })).rejects.toThrow('Enough.')
  })
})
