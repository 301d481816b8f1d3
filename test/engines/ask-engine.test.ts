import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askEngine, BudgetSpent } from '../../src/engines/ask-engine.ts'
import { embeddedServer } from '../../src/engines/embedded.ts'
import type { Engine } from '../../src/engines/engine.ts'
import { findOn } from '../../src/engines/find-on.ts'
import { factsIn } from '../../src/engines/open-base.ts'
import { push } from '../../src/engines/push.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { questionsOf } from '../../src/queries/questions.ts'
import { entitySearch } from '../../src/queries/search-entities.ts'
import { graphOf } from '../graph/sources-of.ts'
import { buildRandomGraph, type RandomGraph, randomGraph } from '../queries/random-graph.ts'
import { smallBase } from '../queries/small-base.ts'
import { randomQuestion } from './random-question.ts'

const runs = { seed: Number(process.env.FC_SEED ?? 20120317), numRuns: 600 }

async function pushed(graph: KnowledgeGraph) {
  const engine = embeddedServer().engine('base')
  await push(engine, { graph, files: [] })
  return { engine, facts: factsIn(await engine.state()) }
}

/** What a question gives, as data and in words, or how it is refused. What else was meant is a guess. */
function outcome(ask: () => unknown): object {
  try {
    const answer = ask()
    return { json: JSON.parse(JSON.stringify(answer)), text: String(answer) }
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'Lacking') throw error
    return { refused: error.message.replace(/ Did you mean.*| Look around.*/, '') }
  }
}

describe('asking an engine', () => {
  test('gives what the graph gives, whatever is asked', async () => {
    const answered = new Map<string, number>()
    const property = fc.asyncProperty(randomGraph, randomQuestion, async (random, question) => {
      const graph = buildRandomGraph(random)
      const { engine, facts } = await pushed(graph)
      const expected = outcome(() => question.ask(graph))
      const ask = askEngine(engine, facts)
      expect(await ask((part) => outcome(() => question.ask(part)))).toEqual(expected)
      if ('refused' in expected) return
      answered.set(question.name, (answered.get(question.name) ?? 0) + 1)
    })
    await fc.assert(property, runs)
    for (const [name, count] of answered) expect(count, name).toBeGreaterThan(10)
    expect(answered.size).toBe(8)
  })

  test('fetches little of a large base', async () => {
    const { engine, facts } = await pushed(graphOf(smallBase))
    const counted = counting(engine)
    await askEngine(counted, facts)((part) => questionsOf(part).neighbours('ada'))
    expect(counted.calls).toEqual(['nodes', 'expand'])
  })

  test('fetches for the paths of least doubt what lies about them', async () => {
    const width = 50
    const { engine, facts } = await pushed(buildRandomGraph(grid(width)))
    const counted = counting(engine)
    const question = { weight: 'confidence', top: 3 } as const
    const answer = await askEngine(
      counted,
      facts,
    )((part) => questionsOf(part).paths('n1224', 'n1275', question))
    expect(answer.paths.map(({ length }) => length)).toEqual([2, 2, 4])
    expect(counted.calls.length).toBeLessThan(30)
    expect(counted.rows()).toBeLessThan((width * width) / 10)
  })

  test('looks at all of a base that comes in one page, however long it is', async () => {
    const { engine, facts } = await pushed(graphOf(smallBase))
    const attributes = graphOf(smallBase).getNodeAttributes('ada')
    const page = Array.from({ length: 200_000 }, (_, at) => ({ id: `n${at}`, attributes }))
    async function* scan(kind: string) {
      yield kind === 'nodes' ? page : []
    }
    const long: Engine = { ...engine, scan: scan as Engine['scan'] }
    const count = await askEngine(long, facts)((part) => part.mapNodes((id) => id).length)
    expect(count).toBe(page.length)
  })

  test('finds what the search over all finds, in the same order with the same scores', async () => {
    const graph = graphOf(smallBase)
    const { engine, facts } = await pushed(graph)
    const texts = [
      'nusrat',
      'ada nusrat',
      'makdum',
      'kaida',
      'imu',
      'uzbek',
      'town',
      'repport',
      // Three slips in words written together: more than a server looks up.
      'ispamidmovebent',
      'ispamicmovebent',
      '?',
      '',
    ]
    let found = 0
    for (const text of texts) {
      const expected = entitySearch(graph)(text, 5)
      expect(await findOn(engine, facts, text, 5)).toEqual({ found: expected, truncated: false })
      found += expected.length
    }
    expect(found).toBeGreaterThan(10)
  })

  test('says so where an answer would need more than may be fetched', async () => {
    const { engine, facts } = await pushed(graphOf(smallBase))
    const ask = askEngine(engine, facts)
    const paths = (part: KnowledgeGraph) => questionsOf(part).paths('makhdum-nusrat', 'al-qaida')
    await expect(ask(paths, { budget: 3 })).rejects.toThrow(BudgetSpent)
    await expect(ask((part) => questionsOf(part).groups(), { budget: 3 })).rejects.toThrow(
      'too many to fetch',
    )
    expect((await ask(paths)).paths).toHaveLength(2)
  })

  test('stops between two fetches when it is told to', async () => {
    const { engine, facts } = await pushed(graphOf(smallBase))
    const abort = new AbortController()
    const stopping: Engine = {
      ...engine,
      nodes: (...asked) => {
        abort.abort(new Error('Enough.'))
        return engine.nodes(...asked)
      },
    }
    const asked = askEngine(stopping, facts)((part) => questionsOf(part).show('imu'), abort)
    await expect(asked).rejects.toThrow('Enough.')
  })

  test('tells a person who meant another name what there is', async () => {
    const { engine, facts } = await pushed(graphOf(smallBase))
    const ask = askEngine(engine, facts)
    const show = (name: string) => ask((part) => questionsOf(part).show(name))
    await expect(show('Makhdum Nusratt')).rejects.toThrow('Did you mean "makhdum-nusrat"')
    await expect(show('imuu')).rejects.toThrow('Did you mean "imu"')
    await expect(show('Ada Nusrat')).rejects.toThrow('names several entities')
    expect((await show('islamic movement of uzbekistan')).entity).toBe('imu')
  })
})

/** Everybody knows those beside and below. */
function grid(width: number): RandomGraph {
  const edge = (source: number, target: number) => {
    const ends = { source: `n${source}`, target: `n${target}` }
    const claim = { kind: 'social', confidence: undefined, inferred: false, when: undefined }
    return { ...ends, key: `${ends.source}--knows--${ends.target}`, relation: 'knows', ...claim }
  }
  const places = Array.from({ length: width * width }, (_, at) => at)
  return {
    types: places.map(() => 'person'),
    edges: places.flatMap((at) => [
      ...(at % width < width - 1 ? [edge(at, at + 1)] : []),
      ...(at + width < places.length ? [edge(at, at + width)] : []),
    ]),
  }
}

interface Counted {
  readonly calls: string[]
  /** Of how many nodes the edges were fetched. */
  readonly rows: () => number
}

function counting(engine: Engine): Engine & Counted {
  const calls: string[] = []
  let rows = 0
  return {
    ...engine,
    calls,
    rows: () => rows,
    nodes: (...asked) => {
      calls.push('nodes')
      return engine.nodes(...asked)
    },
    expand: (...asked) => {
      calls.push('expand')
      rows += asked[0].length
      return engine.expand(...asked)
    },
  }
}
