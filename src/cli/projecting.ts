import type { Ask } from '../engines/ask-engine.ts'
import { projected } from '../queries/projected.ts'
import type { FilterOptions } from '../queries/read-filter.ts'

/** With events made into ties, what is asked is the graph that this gives. */
export async function projecting<Options extends FilterOptions>(
  ask: Ask,
  project: string | undefined,
  given: Options,
): Promise<{ readonly ask: Ask; readonly asked: Options }> {
  if (project === undefined) return { ask, asked: given }
  const { graph, options } = await ask((whole) => projected(whole, project, given))
  return { ask: async (question) => question(graph), asked: options }
}
