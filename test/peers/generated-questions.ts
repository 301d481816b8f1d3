import fc from 'fast-check'
import { type Ask, askEngine } from '../../src/engines/ask-engine.ts'
import type { BaseFacts, Engine } from '../../src/engines/engine.ts'
import { findOn } from '../../src/engines/find-on.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { type Questions, questionsOf } from '../../src/queries/questions.ts'
import type { PathOptions } from '../../src/queries/read-path-question.ts'
import { entitySearch } from '../../src/queries/search-entities.ts'

/** A question that has an answer in the graph it was made for. */
export interface GeneratedQuestion {
  /** What kind it is, and all of it as JSON. */
  readonly family: string
  readonly told: string
  readonly expected: unknown
  readonly ask: (engine: Engine, facts: BaseFacts) => Promise<unknown>
  /** Of a search: whether its answer says that only some were ranked. */
  readonly isCut?: (engine: Engine, facts: BaseFacts) => Promise<boolean>
}

type Pick = ReturnType<typeof picker>
type Answer = (questions: Questions) => unknown

/** How many of each kind; 300 in all. */
const quotas = {
  shortest: 40,
  all: 25,
  top: 25,
  'least doubt': 25,
  directed: 15,
  along: 20,
  via: 15,
  avoid: 15,
  together: 15,
  'a time': 20,
  filtered: 20,
  neighbours: 25,
  expand: 15,
  find: 10,
  show: 5,
  common: 5,
  timeline: 3,
  statistics: 1,
  between: 1,
} as const

/**
 * Questions about a base of `bench/generate.mjs`, the same for the same seed. Those that the graph answers with nothing
 * are left out and others made in their place: an engine that answers with nothing is wrong each time.
 */
export function generatedQuestions(
  graph: KnowledgeGraph,
  seed: number,
  families: readonly string[] = Object.keys(quotas),
): GeneratedQuestion[] {
  const pick = picker(graph, seed)
  const wanted = Object.entries(quotas).filter(([family]) => families.includes(family))
  return wanted.flatMap(([family, quota]) => {
    const questions = new Map<string, GeneratedQuestion>()
    for (let tries = 0; questions.size < quota; tries++) {
      if (tries > 200 * quota) throw new Error(`Too few questions of the kind "${family}".`)
      const question = make(graph, pick, family as keyof typeof quotas)
      if (question !== undefined) questions.set(question.told, question)
    }
    return [...questions.values()]
  })
}

function make(
  graph: KnowledgeGraph,
  pick: Pick,
  family: keyof typeof quotas,
): GeneratedQuestion | undefined {
  if (family === 'find') return findQuestion(graph, pick)
  const [told, answer] = families[family](pick)
  const expected = asJson(answer(questionsOf(graph)))
  if (isEmpty(expected)) return undefined
  return {
    family,
    told: `${family} ${JSON.stringify(told)}`,
    expected,
    ask: (engine, facts) => answered(askEngine(engine, facts), answer),
  }
}

function answered(ask: Ask, answer: Answer): Promise<unknown> {
  return ask((part) => asJson(answer(questionsOf(part))))
}

/** What it says as data, and in words. */
function asJson(answer: unknown): unknown {
  return { data: JSON.parse(JSON.stringify(answer)), text: String(answer) }
}

function isEmpty(expected: unknown): boolean {
  const { data } = expected as { data: Record<string, unknown> }
  const lists = ['paths', 'neighbours', 'edges', 'shared', 'dated', 'ranked']
  return lists.some((list) => Array.isArray(data[list]) && data[list].length === 0)
}

function findQuestion(graph: KnowledgeGraph, pick: Pick): GeneratedQuestion | undefined {
  const label = graph.getNodeAttribute(pick.entity(), 'label')
  // A whole name, its beginning, and one with a slip.
  const text = pick.of([label, label.slice(0, 5), label.replace(/[aeiou]/, '')])
  const found = entitySearch(graph)(text, 10)
  if (found.length === 0) return undefined
  return {
    family: 'find',
    told: `find ${JSON.stringify(text)}`,
    expected: found,
    ask: async (engine, facts) => (await findOn(engine, facts, text, 10)).found,
    isCut: async (engine, facts) => (await findOn(engine, facts, text, 10)).truncated,
  }
}

function paths(
  pick: Pick,
  options: PathOptions,
  [from, to] = pick.walk('either', 5),
): readonly [unknown, Answer] {
  // Two paths of twelve hops through a dense graph are many steps and no better question.
  const asked = { max: 5, ...options }
  return [
    [from, to, asked],
    (questions) => (from === to ? none : questions.paths(from, to, asked as Asked)),
  ]
}

/** With words where the types have names. */
type Asked = Parameters<Questions['paths']>[2] & object

const none = { paths: [] }

const families: Readonly<
  Record<Exclude<keyof typeof quotas, 'find'>, (pick: Pick) => readonly [unknown, Answer]>
> = {
  shortest: (pick) => paths(pick, {}),
  all: (pick) => paths(pick, { all: true, max: 3 }, pick.walk('either', 3)),
  top: (pick) => paths(pick, { top: pick.number(2, 9) }),
  'least doubt': (pick) => paths(pick, { weight: 'confidence', top: pick.number(1, 5) }),
  directed: (pick) => paths(pick, { directed: true }, pick.walk('out', 4)),
  along: (pick) => {
    const patterns = [
      'knows{1,3}',
      'member-of/^member-of',
      '(knows|member-of|^member-of){1,4}',
      '!in{1,3}',
    ]
    return paths(pick, { along: pick.of(patterns) }, pick.walk('either', 2))
  },
  via: (pick) => paths(pick, { via: [pick.of(['group', 'knows', 'allied-with', 'person'])] }),
  avoid: (pick) =>
    paths(pick, { avoid: [pick.of(['knows', 'member-of', 'event', pick.entity()])] }),
  together: (pick) => paths(pick, { together: true, top: 3 }),
  'a time': (pick) => {
    const certain = pick.of([true, false])
    return paths(pick, { asOf: pick.year(), ...(certain && { certain }) }, pick.walk('either', 3))
  },
  filtered: (pick) =>
    paths(
      pick,
      pick.of<PathOptions>([
        { minConfidence: 'probable' },
        { kind: ['affiliation'] },
        { relation: ['knows', 'member-of', 'led-by'] },
        { type: ['person', 'group'] },
        { from: '2001', to: '2008' },
      ]),
    ),
  neighbours: (pick) => {
    const [id, limit, by] = [pick.entity(), pick.number(1, 4), pick.of(['relation', 'time'])]
    return [[id, limit, by], (questions) => everyPage(questions, id, { limit, by })]
  },
  expand: (pick) => {
    const ids = [pick.entity(), pick.entity(), pick.entity()]
    const options = {
      direction: pick.of(['in', 'out', 'either'] as const),
      limit: pick.number(2, 5),
      ...(pick.of([true, false]) && { from: pick.year() }),
    }
    return [[ids, options], (questions) => questions.expand(ids, options)]
  },
  show: (pick) => {
    const id = pick.entity()
    return [id, (questions) => questions.show(id)]
  },
  common: (pick) => {
    const ids = pick.walk('either', 2)
    return [ids, (questions) => (ids[0] === ids[1] ? none : questions.common(...ids))]
  },
  timeline: (pick) => {
    const id = pick.entity()
    return [id, (questions) => questions.timeline(id)]
  },
  statistics: () => [{}, (questions) => questions.statistics({ type: ['person'] })],
  between: () => [{}, (questions) => questions.between({ type: ['group'] })],
}

/** All pages one after the other, as data and in words. */
function everyPage(questions: Questions, id: string, options: { limit: number; by: string }) {
  const pages: unknown[] = []
  let after: string | undefined
  do {
    const page = questions.neighbours(id, { ...options, ...(after && { after }) })
    pages.push(...page.neighbours)
    after = page.next
  } while (after !== undefined)
  return { neighbours: pages }
}

/** Picks at random, the same for the same seed. */
function picker(graph: KnowledgeGraph, seed: number) {
  const random = fc.sample(fc.nat(2 ** 30), { seed, numRuns: 200_000 })
  const ids = graph.nodes()
  let at = 0
  const number = (low: number, high: number) =>
    low + ((random[at++ % random.length] as number) % (high - low + 1))
  const of = <Item>(items: readonly Item[]) => items[number(0, items.length - 1)] as Item
  const entity = () => of(ids)
  /** Two entities with a way between them, which few of a large base have for a question that asks for much. */
  const walk = (direction: 'out' | 'either', most: number): [string, string] => {
    const from = entity()
    let to = from
    for (let steps = number(1, most); steps > 0; steps--) {
      const next = direction === 'out' ? graph.outNeighbors(to) : graph.neighbors(to)
      if (next.length > 0) to = of(next)
    }
    return [from, to]
  }
  return { number, of, entity, walk, year: () => String(number(1998, 2018)) }
}
