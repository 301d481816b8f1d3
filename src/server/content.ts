import type { AnswerQuestion } from './answer-question.ts'
import type { Outcome } from './outcome.ts'
import type { ServedGraph } from './served-graph.ts'
import type { Status } from './status.ts'

/** What a server shows, and what pages may do with it, wherever it is kept. */
export interface Content {
  readonly status: () => Status
  /** Where pages can have all of it. */
  readonly graph?: Pick<ServedGraph, 'whole' | 'since'>
  readonly ask: AnswerQuestion
  /** Does what a request asks for. `tokens` is what it shows. */
  readonly act: (path: string, tokens: readonly string[]) => Promise<Outcome>
  /** A page begins to listen. */
  readonly onListener: () => void
  /** From now on it is told what becomes of it. */
  readonly follow: (tell: (status: Status) => void) => void
  readonly close: () => Promise<void>
}
