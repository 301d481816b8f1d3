import { type BaseFacts, type BaseState, type EngineServer, layoutVersion } from './engine.ts'
import { EngineProblem } from './engine-problem.ts'

/** Throws where a newer Dossier has written the base. */
export function readableState(state: BaseState): BaseState {
  if (state.layout <= layoutVersion) return state
  throw new EngineProblem(
    `The base on the server was pushed by a newer Dossier (layout ${state.layout}; this one reads up to ${layoutVersion}). Update Dossier.`,
  )
}

/** Which of the bases of a server is meant: the one that is named, or the only one. Rejects where that is none. */
export async function namespaceOn(
  server: EngineServer,
  named: string | undefined,
  signal?: AbortSignal,
): Promise<string> {
  const bases = await server.bases(signal)
  if (named !== undefined && bases.includes(named)) return named
  const list = bases.map((base) => `"${base}"`).join(', ')
  if (bases.length === 0) {
    throw new EngineProblem(
      'The database has no base of Dossier: it is empty, or what is in it was written by others. "dossier push URL" loads one.',
    )
  }
  if (named !== undefined) {
    throw new EngineProblem(`The database has no base "${named}". It has ${list}.`)
  }
  const [only] = bases
  if (only !== undefined && bases.length === 1) return only
  throw new EngineProblem(
    `The database has several bases: ${list}. Name one at the end of the address: "?base=${only}".`,
  )
}

/** The facts of a base; rejects where no push has ended yet. */
export function factsIn(state: BaseState | undefined): BaseFacts {
  const facts = state === undefined ? undefined : readableState(state).facts
  if (facts !== undefined) return facts
  throw new EngineProblem(
    'The base is not whole: the push that loads it has not ended yet, or was broken off. "dossier push URL" goes on with it.',
  )
}
