import { EngineProblem } from './engine-problem.ts'

/** What Dossier has stored on a server as JSON. A server may hold anything by now, and none of it is repeated. */
export function storedJson<Value>(text: unknown): Value {
  try {
    return JSON.parse(text as string)
  } catch {
    throw new EngineProblem(
      'What the server holds of the base is no JSON in one place: a push is writing it just now, or others have changed it. Ask again; where that does not help, remove the base there and push it again.',
    )
  }
}
