import { signal } from '@preact/signals'
import type { Base } from './base.ts'
import { type Answer, failure, readState } from './fetch-state.ts'
import { publishedViews } from './published-views.ts'
import { graphIn, type Shown } from './shown.ts'

/** A graph that stays as it was published. */
export function stillBase(read: () => Promise<string>): Base {
  const shown = signal<Shown | null>(null)
  const problem = signal<string | null>(null)

  const take = (answer: Answer) => {
    problem.value = answer.kind === 'failure' ? answer.reason : null
    if (answer.kind === 'graph') shown.value = { graph: answer.graph }
  }
  const load = () => {
    problem.value = null
    void read()
      .then((text) => readState(text, null))
      .catch((error: Error) => failure(error.message))
      .then(take)
  }
  load()
  return {
    shown,
    graph: graphIn(shown),
    beyond: signal(null),
    status: signal(null),
    views: signal(publishedViews()),
    connection: signal('still'),
    failure: problem,
    retry: load,
  }
}
