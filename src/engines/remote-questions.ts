import type { Between, BetweenAnswer } from '../queries/between.ts'
import { checkedOptions } from '../queries/checked-options.ts'
import { describeStatistics } from '../queries/describe-statistics.ts'
import type { Names } from '../queries/names.ts'
import { type Answer, type Asked, type Questions, questionsOf } from '../queries/questions.ts'
import type { BetweenOptions } from '../queries/read-between-question.ts'
import { type PathOptions, pathKinds } from '../queries/read-path-question.ts'
import { readable } from '../queries/readable.ts'
import { tellPaths } from '../queries/readable-paths.ts'
import type { Ask } from './ask-engine.ts'
import type { AskedEngine } from './asked-engine.ts'
import { pathsOn } from './paths-on.ts'

/** The same questions and answers where these take their time, each as a promise. Aborting one ends its fetching. */
export type RemoteQuestions<N extends Names = Names> = {
  readonly [Name in Exclude<keyof Questions<N>, 'between'>]: (
    ...words: Parameters<Questions<N>[Name]>
  ) => Promise<ReturnType<Questions<N>[Name]>>
} & {
  readonly between: (
    options?: Asked<BetweenOptions, N>,
  ) => Promise<Answer<BetweenAnswer, Between, N>>
}

type Signalled = { readonly signal?: AbortSignal } | undefined

export function remoteQuestions(base: AskedEngine): RemoteQuestions {
  const asked = <Told extends object>(
    question: (questions: Questions) => Told,
    options?: Signalled,
  ): Promise<Told> =>
    base.asking()((graph) => told(question(questionsOf(graph))), signalOf(options))
  return {
    id: (word) => base.asking()((graph) => questionsOf(graph).id(word)),
    find: async (text, limit = 20) => (await base.find(text, limit)).found,
    show: (entity) => asked((questions) => questions.show(entity)),
    paths: (from, to, options) => paths(base.asking(), from, to, options),
    neighbours: (entity, options) => asked((q) => q.neighbours(entity, options), options),
    expand: (ids, options) => asked((questions) => questions.expand(ids, options), options),
    common: (one, other, options) => asked((q) => q.common(one, other, options), options),
    between: ({ signal, ...options } = {}) =>
      asked((questions) => questions.between(options), signal && { signal }),
    groups: (options) => asked((questions) => questions.groups(options), options),
    timeline: (entity, options) => asked((q) => q.timeline(entity, options), options),
    statistics: async (options) => {
      const { facts } = base
      if (options !== undefined) return asked((questions) => questions.statistics(options))
      return readable({ ...facts.statistics }, () => describeStatistics(facts.statistics))
    },
  }
}

async function paths(
  ask: Ask,
  from: string,
  to: string,
  options: Asked<PathOptions, Names> | undefined,
): ReturnType<RemoteQuestions['paths']> {
  const { signal, ...checked } = checkedOptions(options, pathKinds)
  const found = await pathsOn(ask, from, to, checked, signal)
  return ask((graph) => told(tellPaths(graph, found, checked)), signal && { signal })
}

function signalOf(options: Signalled): { signal?: AbortSignal } {
  return options?.signal === undefined ? {} : { signal: options.signal }
}

/** What an answer makes when it is asked for is made now, as long as the graph can be asked. */
function told<Told extends object>(answer: Told): Told {
  const items = Symbol.iterator in answer ? [...(answer as unknown as Iterable<unknown>)] : []
  const lists = Object.values(answer).filter((value) => Array.isArray(value))
  for (const value of [...items, ...lists.flat(), answer]) String(value)
  if (Symbol.iterator in answer) {
    Object.assign(answer, { [Symbol.iterator]: () => items[Symbol.iterator]() })
  }
  return answer
}
